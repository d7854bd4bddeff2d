import './parts/node-version.mjs'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { halves, isBuilt, programs } from './parts/built.mjs'
import { inRoot, root } from './parts/folders.mjs'
import { alone } from './parts/lock.mjs'
import { say, spent } from './parts/say.mjs'

process.env.NODE_ENV = 'production'
mkdirSync(inRoot('build'), { recursive: true })

try {
  await alone(inRoot('build', '.building'), async () => {
    const began = Date.now()
    const due = Object.entries(halves).filter(([, half]) => !isBuilt(half))
    if (due.length === 0) return
    say('正在编译', 'Building')
    const make = { programs: buildPrograms, web: buildWeb }
    for (const [name, half] of due) {
      // Taken before: a file saved while we build makes the stamp stale, not the build.
      const digest = half.digest()
      await make[name]()
      writeFileSync(half.stamp, digest)
    }
    say(`编译完成(${spent(Date.now() - began)})`, 'Built')
  })
} catch (error) {
  // esbuild has shown its errors already, with the lines they are in; vite's bundler has not.
  if (!(error?.errors && error.warnings)) process.stderr.write(`${error?.stack ?? error}\n`)
  process.exit(1)
}

async function buildPrograms() {
  const { build } = await import('esbuild')
  const entries = programs()
  if (Object.keys(entries).length === 0) return
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: 'build',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
}

/** Into a folder beside, then in its place: a running server never serves half a build. */
async function buildWeb() {
  const { build, loadConfigFromFile } = await import('vite')
  const configFile = inRoot('vite.config.ts')
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, configFile, root)
  const input = loaded?.config.build?.rolldownOptions?.input ?? {}
  if (Object.keys(input).length === 0) return
  const made = inRoot('build', `web.${process.pid}`)
  const old = inRoot('build', `web.${process.pid}.old`)
  try {
    await build({ configFile, logLevel: 'warn', build: { outDir: made, emptyOutDir: true } })
    exchange(made, inRoot('build', 'web'), old)
  } finally {
    for (const folder of [made, old]) rmSync(folder, { recursive: true, force: true })
  }
}

function exchange(made, place, old) {
  try {
    renameSync(place, old)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  renameSync(made, path.resolve(place))
}
