import './parts/node-version.mjs'

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z-]*$/.test(name)) {
  process.stderr.write(
    '用法:node scripts/run.mjs <程序> [参数]\nUsage: node scripts/run.mjs <program> [arguments]\n',
  )
  process.exit(2)
}
const { ensureInstalled } = await import('./parts/install.mjs')
await ensureInstalled()
const { ensureBuilt } = await import('./parts/built.mjs')
await ensureBuilt()
const { load } = await import('./parts/load.mjs')
process.argv.splice(2, 1)
await load(name)
