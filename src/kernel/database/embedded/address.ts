import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import type { Cluster } from './cluster.ts'
import { embeddedWords } from './words.ts'

/** Where a cluster's server listens: the settings that make it so, and the way in. */
export type Address = {
  settings(): Record<string, string>
  url(database: string): string
  /** Lock files beside the cluster's own. */
  locks: string[]
}

/** The system's limit is 108 bytes on Linux and 104 elsewhere, its closing zero included. */
const longestSocketPath = 100
const port = 5432

/** A socket in the cluster, or in a private folder beside the temporary files where that path is too long. */
export async function socketAddress(cluster: Cluster): Promise<Address> {
  const tooLong = Buffer.byteLength(path.join(cluster.folder, `.s.PGSQL.${port}.lock`)) > longestSocketPath
  const folder = tooLong ? await shortFolder(cluster) : cluster.folder
  const quoted = `"${folder.replaceAll('"', '""')}"`
  return {
    settings: () => ({
      listen_addresses: '',
      port: String(port),
      unix_socket_directories: quoted,
      unix_socket_permissions: '0700',
    }),
    url: (database) => url('', database, { host: folder, port: String(port), user: 'qingnuan' }),
    locks: [path.join(folder, `.s.PGSQL.${port}.lock`)],
  }
}

/** TCP on this machine alone, with a password, where Node has no way to a socket (Windows). */
export async function loopbackAddress(cluster: Cluster, password: string): Promise<Address> {
  let chosen = runningPort(cluster) ?? (await freePort())
  // Another starter may have come first, with a port of its choice.
  const current = () => (chosen = runningPort(cluster) ?? chosen)
  return {
    settings: () => ({
      listen_addresses: '127.0.0.1',
      port: String(current()),
      ...(process.platform === 'win32' ? {} : { unix_socket_directories: '' }),
    }),
    url: (database) => url(`127.0.0.1:${current()}`, database, { user: 'qingnuan', password }),
    locks: [],
  }
}

/** The database's password for loopback, made once and kept in the data folder. */
export async function loopbackPassword(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, 'postgres-password')
  await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return readFile(file, 'utf8')
}

// Port and sslmode are said so that PGPORT and PGSSLMODE of whoever started us do not lead elsewhere.
function url(host: string, database: string, values: Record<string, string>): string {
  const query = Object.entries({ ...values, sslmode: 'disable' })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return `postgresql://${host}/${database}?${query}`
}

async function shortFolder(cluster: Cluster): Promise<string> {
  const key = createHash('sha256').update(cluster.folder).digest('hex').slice(0, 16)
  const folder = `/tmp/qingnuan-${key}`
  const owner = cluster.account?.uid ?? process.getuid?.()
  try {
    await mkdir(folder, { mode: 0o700 })
    if (cluster.account) await chown(folder, cluster.account.uid, cluster.account.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const { uid, mode } = lstatSync(folder)
  if (uid !== owner || (mode & 0o077) !== 0) throw new Error(embeddedWords.notOurs(folder))
  return folder
}

function runningPort(cluster: Cluster): number | undefined {
  try {
    const lines = readFileSync(path.join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[3]) || undefined
  } catch {
    return undefined
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
