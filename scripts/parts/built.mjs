import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { runChild } from './child.mjs'
import { inRoot, root } from './folders.mjs'
import { fail } from './say.mjs'

/** The programs we build and what each is built from. */
export function programs() {
  const support = existsSync(inRoot('tests', 'support')) ? readdirSync(inRoot('tests', 'support')) : []
  const entries = {
    server: 'src/server/main.ts',
    verify: 'src/server/verify.ts',
    match: 'src/server/match.ts',
    season: 'src/server/season.ts',
    'read-worker': 'src/kernel/sheets/read-worker.ts',
    'draw-worker': 'src/modules/dossiers/pdf/draw-worker.ts',
    'season-worker': 'src/modules/grid/season-worker.ts',
    'document-worker': 'src/kernel/documents/document-worker.ts',
    'read-old-process': 'src/kernel/sheets/read-old-process.ts',
    bench: 'bench/main.ts',
    'malformed-files': 'bench/malformed-files.ts',
    'phones-sender': 'bench/phones-sender.ts',
    'season-weights': 'bench/season-weights.ts',
  }
  for (const name of support) {
    if (name.endsWith('-process.ts')) entries[name.replace(/\.ts$/, '')] = `tests/support/${name}`
  }
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(inRoot(file))))
}

const shared = ['package-lock.json', 'tsconfig.json', 'scripts/build.mjs', 'scripts/parts/built.mjs']
const isTest = (file) => /\.test\.tsx?$/.test(file)

const shells = ['office', 'home']

/** The two halves of a build, each with the digest of all it is made from. */
export const halves = {
  programs: {
    stamp: inRoot('build', '.programs-stamp'),
    makes: () => Object.keys(programs()).map((name) => `${name}.mjs`),
    digest: () =>
      digest(
        [...shared, 'src', 'bench', 'tests/support', 'tests/season'],
        (file) => /(^|\/)web\//.test(file) || isTest(file),
      ),
  },
  web: {
    stamp: inRoot('build', '.web-stamp'),
    makes: () =>
      shells
        .filter((shell) => existsSync(inRoot('src', 'web', shell, 'index.html')))
        .map((shell) => `web/${shell}/index.html`),
    digest: () =>
      digest([...shared, 'vite.config.ts', 'src'], (file) => file.startsWith('src/server/') || isTest(file)),
  },
}

export function isBuilt(half) {
  const files = [half.stamp, ...half.makes().map((file) => inRoot('build', file))]
  return files.every((file) => existsSync(file)) && readFileSync(half.stamp, 'utf8') === half.digest()
}

/** Builds in a process of its own: the bundler's memory is not the server's to carry. */
export async function ensureBuilt() {
  if (Object.values(halves).every(isBuilt)) return
  const { code } = await runChild(process.execPath, [inRoot('scripts', 'build.mjs')], { cwd: root })
  if (code !== 0) fail('程序没有编译成功,原因见上。', 'The build failed; the reason is above.')
}

function digest(places, isLeftOut) {
  const hash = createHash('sha256')
  for (const place of places) {
    for (const file of filesIn(place).sort()) {
      if (isLeftOut(file)) continue
      hash
        .update(`${file}\0`)
        .update(readFileSync(inRoot(file)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

function filesIn(place) {
  if (!existsSync(inRoot(place))) return []
  if (!isFolder(place)) return [place]
  return readdirSync(inRoot(place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

const isFolder = (place) => !path.extname(place)
