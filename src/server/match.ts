import { runMatch } from './match-command.ts'

const onTerminal = process.stderr.isTTY

process.exitCode = await runMatch(process.argv.slice(2), {
  env: process.env,
  print: (line) => console.log(line),
  progress: (line) => void (onTerminal && process.stderr.write(`\r\u001b[K${line}`)),
})
