import { runVerify } from './verify-command.ts'

const onTerminal = process.stderr.isTTY

process.exitCode = await runVerify(process.argv.slice(2), {
  env: process.env,
  print: (line) => console.log(line),
  // Only where somebody watches: a log file wants no moving lines.
  progress: (line) => void (onTerminal && process.stderr.write(`\r\u001b[K${line}`)),
})
