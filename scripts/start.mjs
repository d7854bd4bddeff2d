import './parts/node-version.mjs'

const { ensureInstalled } = await import('./parts/install.mjs')
await ensureInstalled()
const { ensureBuilt } = await import('./parts/built.mjs')
await ensureBuilt()
const { load } = await import('./parts/load.mjs')
await load('server')
