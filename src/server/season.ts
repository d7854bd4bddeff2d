import { runSeason } from './season-command.ts'

const onTerminal = process.stderr.isTTY

process.exitCode = await runSeason(process.argv.slice(2), {
  print: (line) => console.log(line),
  progress: (line) => void (onTerminal && process.stderr.write(`\r\u001b[K${line}`)),
})
