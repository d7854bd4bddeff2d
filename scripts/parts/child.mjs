import { spawn } from 'node:child_process'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program to its end, passing on the signals that reach us, so that nothing is left behind.
 * @returns {Promise<{ code: number, output: string }>} output only where stdio is piped
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    let output = ''
    const keep = (chunk) => (output += chunk)
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    let asked
    const pass = (signal) => {
      asked = signal
      child.kill(signal)
    }
    for (const signal of signals) process.on(signal, pass)
    const end = (code, signal) => {
      for (const name of signals) process.off(name, pass)
      if (asked) process.exit(asked === 'SIGINT' ? 130 : asked === 'SIGHUP' ? 129 : 143)
      resolve({ code: code ?? (signal ? 1 : 0), output })
    }
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', end)
  })
}
