import './parts/node-version.mjs'
import { runChild } from './parts/child.mjs'
import { inRoot, root } from './parts/folders.mjs'
import { ensureInstalled } from './parts/install.mjs'
import { spent } from './parts/say.mjs'

const inCi = process.env.CI === 'true'

// The tests' own programs and data, not those of whoever runs them.
const env = { ...process.env }
for (const name of ['DATABASE_URL', 'PORT', 'QINGNUAN_DATA', 'QINGNUAN_TODAY', 'QINGNUAN_DEMO', 'NODE_ENV'])
  delete env[name]

const steps = {
  types: { what: 'TypeScript', run: () => oneCheck(tool('typescript/bin/tsc', '--noEmit')) },
  lint: {
    what: 'lint, unused code and formatting',
    run: () =>
      oneCheck(
        tool('eslint/bin/eslint.js', '.', '--cache', '--cache-location', 'build/.eslintcache'),
        tool('knip/bin/knip.js', '--no-progress'),
        tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
      ),
  },
  unit: { what: 'rules and other pure code', run: () => vitest('unit') },
  database: {
    what: 'acts, races and permissions on the embedded PostgreSQL',
    run: () => vitest('database', { QINGNUAN_TEST_DATABASE: undefined }),
  },
  build: { what: 'the programs and the web', run: () => oneCheck([inRoot('scripts', 'build.mjs')]) },
  crash: { what: 'kill -9 under load', needsBuild: true, run: () => vitest('crash') },
  journeys: { what: 'a browser, by role', needsBuild: true, run: inBrowser },
  // Last: it repeats what the embedded server was asked, and is what a slow machine may have no time left for.
  postgres15: { what: 'acts, races and permissions on PostgreSQL 15', run: onPostgres15 },
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in steps))
if (unknown.length > 0) {
  process.stderr.write(`There is no step ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(' ')}\n`)
  process.exit(2)
}

await ensureInstalled()
/** Minutes after which nothing further is begun; whoever runs this with a limit of time says so. */
const budget = Number(process.env.QINGNUAN_TEST_MINUTES ?? Infinity)
const started = Date.now()
const lines = []
const notRun = []
const failures = []
let passed = 0
let failed = 0
let isBroken = false
for (const [name, step] of Object.entries(steps)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  process.stdout.write(`\n━━ ${name} · ${step.what}\n`)
  const began = Date.now()
  const isLate = Date.now() - started > budget * 60_000
  const result = await (isLate ? late() : step.needsBuild && isBroken ? unbuilt() : step.run()).catch(
    (error) => ({
      passed: 0,
      failed: 1,
      note: String(error),
    }),
  )
  if (name === 'build') isBroken = result.failed > 0
  passed += result.passed ?? 0
  failed += result.failed ?? 0
  failures.push(...(result.failures ?? []))
  if (result.notRun) notRun.push(`not run: ${name}: ${result.notRun}`)
  if (result.skipped > 0) notRun.push(`not run: ${name}: ${result.skipped} tests skipped`)
  const counts = result.notRun ? 'not run' : `${result.passed} passed, ${result.failed} failed`
  lines.push(
    `${name.padEnd(12)}${counts}${result.note ? `: ${result.note}` : ''} · ${spent(Date.now() - began)}`,
  )
  process.stdout.write(`━━ ${lines.at(-1)}\n`)
}
if (failures.length > 0) process.stdout.write(`\nfailed:\n${failures.join('\n')}\n`)
process.stdout.write(`\n${[...lines, ...notRun].join('\n')}\n\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 ? 1 : 0

function tool(file, ...words) {
  return [inRoot('node_modules', file), ...words]
}

/** Runs all of the commands, also after one has failed; together they count as one test. */
async function oneCheck(...commands) {
  let isGood = true
  for (const command of commands) {
    const { code } = await runChild(process.execPath, command, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    if (code !== 0) isGood = false
  }
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function vitest(project, values = {}) {
  const { runVitest } = await import('./parts/vitest.mjs')
  return runVitest(project, { ...env, ...values })
}

async function late() {
  return { passed: 0, failed: 0, notRun: `more than ${budget} minutes had passed` }
}

async function unbuilt() {
  return { passed: 0, failed: 0, notRun: 'the build failed' }
}

/** What is missing on somebody's own machine is said; in CI it is a failure. */
function missing(reason) {
  return inCi
    ? { passed: 0, failed: 1, note: reason, notRun: reason }
    : { passed: 0, failed: 0, notRun: reason }
}

async function onPostgres15() {
  const { findPostgres15, startPostgres15 } = await import('./parts/distribution-postgres.mjs')
  const { folder, reason } = await findPostgres15()
  if (!folder) return missing(reason)
  const server = await startPostgres15(folder)
  try {
    return await vitest('database', { QINGNUAN_TEST_DATABASE: server.url })
  } finally {
    await server.stop()
  }
}

async function inBrowser() {
  const { findBrowser } = await import('./parts/browser.mjs')
  const { file, reason } = await findBrowser()
  if (!file) return missing(reason)
  return vitest('journeys', { QINGNUAN_CHROMIUM: file })
}
