import { spawn } from 'node:child_process'
import { inRoot } from './folders.mjs'

/**
 * Vitest leaves a millisecond after Ctrl-C, and nobody cleans up after kill -9; another process has the time.
 * @param {string[]} words see janitor.mjs
 * @returns {() => Promise<void>} cleans up now
 */
export function startJanitor(...words) {
  const janitor = spawn(process.execPath, [inRoot('scripts', 'parts', 'janitor.mjs'), ...words], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  })
  const ended = new Promise((resolve) => janitor.once('exit', resolve))
  janitor.unref()
  return async () => {
    janitor.ref()
    janitor.stdin.end()
    await ended
  }
}
