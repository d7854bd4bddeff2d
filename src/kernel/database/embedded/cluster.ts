import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Account, isAlive, isReachable, mayEnter, ownerOf, weAreRoot } from './account.ts'
import { type Binaries, environment, openFolder, program, sharedFolders } from './binaries.ts'
import { embeddedWords } from './words.ts'

/** A folder with one PostgreSQL database cluster, and who runs it. */
export type Cluster = { folder: string; account: Account | undefined }

const recordName = 'postgres-place.json'
type Place = { cluster: string; dataFolder: string }

/**
 * The cluster of a data folder, made if there is none: in the data folder itself, or, where the database's own
 * user cannot get there, in a shared folder that the data folder records.
 */
export async function clusterOf(
  dataFolder: string,
  binaries: Binaries,
  account: Account | undefined,
  password: string | undefined,
  onNote: (text: string) => void,
): Promise<Cluster> {
  const inside = path.join(dataFolder, 'postgres')
  const found = existsSync(inside) ? inside : await recorded(dataFolder)
  if (found) return existing(found, binaries)
  onNote(embeddedWords.creating())
  if (account) await letIn(dataFolder, account)
  if (!account || isReachable(dataFolder, account)) {
    await removeAbandoned(dataFolder)
    await create(inside, binaries, account, password)
    return { folder: inside, account }
  }
  return createOutside(dataFolder, binaries, account, password, onNote)
}

function existing(folder: string, binaries: Binaries): Cluster {
  const account = ownerOf(folder)
  if (account && !isReachable(path.dirname(folder), account))
    throw new Error(embeddedWords.unreachable(folder))
  const version = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim()
  if (version !== binaries.major) throw new Error(embeddedWords.otherVersion(folder, version, binaries.major))
  return { folder, account }
}

async function recorded(dataFolder: string): Promise<string | undefined> {
  const record = path.join(dataFolder, recordName)
  if (!existsSync(record)) return undefined
  const place = JSON.parse(await readFile(record, 'utf8')) as Place
  if (!existsSync(place.cluster)) throw new Error(embeddedWords.missing(place.cluster, record))
  if (place.dataFolder !== dataFolder) {
    const other = path.join(place.dataFolder, recordName)
    const stillThere = existsSync(other) && (JSON.parse(await readFile(other, 'utf8')) as Place).cluster
    if (stillThere === place.cluster) throw new Error(embeddedWords.copied(place.dataFolder, record))
    await writeFile(record, JSON.stringify({ ...place, dataFolder }))
  }
  return place.cluster
}

/** A data folder that is private to root lets the database's group pass, and still nobody look in. */
async function letIn(dataFolder: string, account: Account): Promise<void> {
  const { uid, mode } = await stat(dataFolder)
  if (!weAreRoot || uid !== 0 || mayEnter(dataFolder, account)) return
  if (!isReachable(path.dirname(dataFolder), account)) return
  await chown(dataFolder, 0, account.gid)
  await chmod(dataFolder, (mode & 0o777) | 0o010)
}

async function createOutside(
  dataFolder: string,
  binaries: Binaries,
  account: Account,
  password: string | undefined,
  onNote: (text: string) => void,
): Promise<Cluster> {
  const parent = await firstUsable(sharedFolders(), account)
  const key = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  const earlier = (await readdir(parent)).filter((name) => name.startsWith(`${key}-`))
  // A new name each time: a data folder that was deleted and made again must not meet the old one's homes.
  const folder = path.join(parent, `${key}-${randomBytes(3).toString('hex')}`)
  await create(folder, binaries, account, password)
  const record = path.join(dataFolder, recordName)
  const draft = `${record}.${process.pid}`
  await writeFile(draft, JSON.stringify({ cluster: folder, dataFolder } satisfies Place))
  try {
    await link(draft, record)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const winner = await recorded(dataFolder)
    if (!winner) throw error
    return existing(winner, binaries)
  } finally {
    await rm(draft, { force: true })
  }
  onNote(embeddedWords.keptIn(folder))
  for (const name of earlier) onNote(embeddedWords.earlier(path.join(parent, name)))
  return { folder, account }
}

async function firstUsable(folders: string[], account: Account): Promise<string> {
  let last: unknown
  for (const folder of folders) {
    try {
      await openFolder(folder)
      if (isReachable(folder, account)) return folder
    } catch (error) {
      last ??= error
    }
  }
  throw last instanceof Error ? last : new Error(embeddedWords.unreachable(folders.join(', ')))
}

/** Makes a cluster beside its place and renames it, so that a kill in between leaves no half of one. */
async function create(
  folder: string,
  binaries: Binaries,
  account: Account | undefined,
  password: string | undefined,
): Promise<void> {
  const draft = `${folder}.new-${process.pid}-${randomBytes(3).toString('hex')}`
  const passwordFile = `${draft}.password`
  const words = ['--pgdata', draft, '--username', 'qingnuan', '--encoding', 'UTF8', '--no-instructions']
  words.push('--locale', 'C', '--locale-provider', 'icu', '--icu-locale', 'und')
  if (password) words.push('--auth', 'scram-sha-256', '--pwfile', passwordFile)
  else words.push('--auth', 'trust')
  await mkdir(draft, { mode: 0o700 })
  try {
    if (account) await chown(draft, account.uid, account.gid)
    if (password) {
      await writeFile(passwordFile, password, { mode: 0o600 })
      if (account) await chown(passwordFile, account.uid, account.gid)
    }
    await initialise(words, binaries, account)
    await rename(draft, folder)
  } catch (error) {
    // Another starter may have put its cluster here first; that one is as good.
    if (!existsSync(path.join(folder, 'PG_VERSION'))) throw error
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

async function initialise(words: string[], binaries: Binaries, account: Account | undefined): Promise<void> {
  const child = spawn(program(binaries, 'initdb'), words, {
    ...account,
    cwd: binaries.folder,
    env: environment(binaries),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new Error(embeddedWords.cannotRun(said.trim().split('\n').slice(-3).join('\n')))
}

/** Drafts of starters that were killed while making a cluster. */
async function removeAbandoned(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    const pid = Number(/^postgres\.new-(\d+)-/.exec(name)?.[1])
    if (pid > 0 && !isAlive(pid)) await rm(path.join(dataFolder, name), { recursive: true, force: true })
  }
}
