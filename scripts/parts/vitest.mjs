import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runChild } from './child.mjs'
import { inRoot, root } from './folders.mjs'
import { failuresIn } from './failures.mjs'

/**
 * Runs one project of vitest.config.ts.
 * @returns {Promise<{ passed: number, failed: number, skipped: number, note?: string, failures?: string[] }>}
 */
export async function runVitest(project, env) {
  const folder = mkdtempSync(path.join(tmpdir(), 'qingnuan-report-'))
  const report = path.join(folder, 'report.json')
  const words = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    const { code } = await runChild(process.execPath, [inRoot('node_modules/vitest/vitest.mjs'), ...words], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    })
    return count(code, report)
  } finally {
    process.off('exit', remove)
    remove()
  }
}

function count(code, report) {
  let found
  try {
    found = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0, note: 'vitest ended without a report' }
  }
  const broken = found.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const passed = found.numPassedTests
  const skipped = found.numPendingTests + (found.numTodoTests ?? 0)
  const failed = found.numFailedTests + broken.length
  if (passed + failed + skipped === 0) return { passed, failed: 1, skipped, note: 'there are no tests' }
  // An error outside every test: nothing failed, and still it is no success.
  if (code !== 0 && failed === 0) return { passed, failed: 1, skipped, note: 'an error outside the tests' }
  return { passed, failed, skipped, failures: failuresIn(found, root) }
}
