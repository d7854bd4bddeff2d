import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isAlive, isServerOf, processesIn } from './account.ts'
import type { Address } from './address.ts'
import { type Binaries, environment, program } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import { embeddedWords } from './words.ts'

/** Windows' PostgreSQL refuses administrators unless pg_ctl takes their rights away first. */
const isDirect = process.platform !== 'win32'

export type Server = {
  cluster: Cluster
  binaries: Binaries
  address: Address
  log: string
  settings: Record<string, string>
  onNote(text: string): void
}

const memoryMb = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 1024 ** 2
/** What it keeps in its own memory: a sixteenth of what there is, for the program needs memory beside it. */
const buffersMb = Math.round(Math.min(2048, Math.max(256, memoryMb / 16)))

/**
 * For a machine of two cores and four gigabytes; of a larger one it takes more. fsync is left on: an acknowledged act
 * survives a power cut. Its log is not compressed: this PostgreSQL knows only pglz, and packing the pages an application
 * touches for the first time took half of the time of writing it.
 */
const settings: Record<string, string> = {
  cluster_name: 'qingnuan',
  max_connections: '60',
  shared_buffers: `${buffersMb}MB`,
  effective_cache_size: `${4 * buffersMb}MB`,
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '10min',
  random_page_cost: '1.1',
  jit: 'off',
  autovacuum_max_workers: '2',
  max_worker_processes: '4',
  max_parallel_workers_per_gather: '1',
  io_workers: '2',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Errors of statements are the application's to report; here they could carry a person's data.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/**
 * Every program that uses the server holds this lock, shared, on a connection of its own: who can take it
 * exclusively is the last and stops the server. A killed program's connection goes, and its hold with it.
 */
const useLock = 0x71696e67

/**
 * Connects to the cluster's server, starting it if none is up, and holds it.
 * @returns the holding connection, and whether the server was up already
 */
export async function hold(
  server: Server,
  signal: AbortSignal,
): Promise<{ client: pg.Client; adopted: boolean }> {
  let own: { child: ChildProcess; logStart: number } | undefined
  let answeredAt = Date.now()
  const began = Date.now()
  for (;;) {
    signal.throwIfAborted()
    const pid = livingServer(server.cluster.folder)
    if (pid) {
      const tried = await tryHold(server)
      if (tried instanceof pg.Client)
        return { client: tried, adopted: !own || (isDirect && pid !== own.child.pid) }
      if (tried === 'busy') answeredAt = Date.now()
      if (Date.now() - answeredAt > 60_000) throw new Error(embeddedWords.silent(pid))
    } else if (!own || hasEnded(own.child)) {
      if (own) await forgive(server, own.logStart, Date.now() - began)
      await outliving(server.cluster.folder)
      if (!livingServer(server.cluster.folder)) own = launch(server)
    }
    if (Date.now() - began > 600_000) throw new Error(embeddedWords.slow(server.log))
    await pause(40)
  }
}

/** Holds the server if one is up, without starting any. */
export async function join(server: Server, withinMs: number): Promise<pg.Client | undefined> {
  for (const began = Date.now(); Date.now() - began < withinMs; await pause(40)) {
    if (!livingServer(server.cluster.folder)) return undefined
    const tried = await tryHold(server)
    if (tried instanceof pg.Client) return tried
  }
  return undefined
}

/** Lets go of the server, and stops it if nobody else holds it. */
export async function release(server: Server, client: pg.Client): Promise<void> {
  const pid = livingServer(server.cluster.folder)
  const last = pid !== undefined && (await isLast(client))
  if (last) {
    halt(server, pid, 'SIGINT')
    if (!(await gone(server, pid, 60_000))) halt(server, pid, 'SIGQUIT')
    await gone(server, pid, 10_000)
  } else if (pid) server.onNote(embeddedWords.stillUsed())
  await client.end().catch(() => undefined)
}

async function isLast(client: pg.Client): Promise<boolean> {
  try {
    const name = await client.query("select current_setting('cluster_name') as name")
    if (name.rows[0]?.name !== settings.cluster_name) return false
    await client.query('select pg_advisory_unlock_shared($1)', [useLock])
    const { rows } = await client.query('select pg_try_advisory_lock($1) as last', [useLock])
    return rows[0]?.last === true
  } catch {
    return false
  }
}

/** `busy`: there, and starting, stopping or full. `silent`: nothing answers (yet). */
async function tryHold(server: Server): Promise<pg.Client | 'busy' | 'silent'> {
  const client = new pg.Client({
    connectionString: server.address.url('postgres'),
    application_name: 'qingnuan-hold',
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query('select pg_try_advisory_lock_shared($1) as held', [useLock])
    if (rows[0]?.held === true) return client
    await client.end()
    return 'busy'
  } catch (error) {
    await client.end().catch(() => undefined)
    const { code, message } = error as { code?: string; message: string }
    if (code === '57P03' || code === '57P01' || code === '53300') return 'busy'
    if (code === 'EACCES' || code === 'EPERM') throw new Error(embeddedWords.notOurs(server.cluster.folder))
    if (/^E[A-Z]+$/.test(code ?? '') || /timeout|terminated/i.test(message)) return 'silent'
    throw error
  }
}

function launch(server: Server): { child: ChildProcess; logStart: number } {
  const { cluster, binaries, log } = server
  if (existsSync(path.join(cluster.folder, 'postmaster.pid'))) server.onNote(embeddedWords.recovering())
  dropForeignLocks(server)
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.1`)
  const file = openSync(log, 'a', 0o600)
  const logStart = statSync(log).size
  const all = { ...settings, ...server.address.settings(), ...server.settings }
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const options = { ...cluster.account, cwd: binaries.folder, env: environment(binaries), windowsHide: true }
  const child = isDirect
    ? spawn(program(binaries, 'postgres'), ['-D', cluster.folder, ...words], {
        ...options,
        stdio: ['ignore', file, file],
        // Its own process group: Ctrl-C is for the application, which stops the database last.
        detached: true,
      })
    : spawn(program(binaries, 'pg_ctl'), ['start', '-D', cluster.folder, '-l', log, '-o', words.join(' ')], {
        ...options,
        stdio: 'ignore',
      })
  closeSync(file)
  child.on('error', () => undefined)
  child.unref()
  return { child, logStart }
}

const hasEnded = (child: ChildProcess) =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null

/** After a start that failed: returns if trying again may help, throws what the server said if not. */
async function forgive(server: Server, logStart: number, spentMs: number): Promise<void> {
  const said = readFileSync(server.log, 'utf8').slice(logStart).trim()
  const inTheWay = /lock file .* (already exists|is empty)|pre-existing shared memory block|is in use/.test(
    said,
  )
  if (!inTheWay || spentMs > 60_000)
    throw new Error(embeddedWords.failed(server.log, said.split('\n').slice(-5).join('\n')))
  await pause(200)
}

/**
 * Waits for the children of a killed server, which end by themselves unless a long query keeps one. (Where the
 * system does not tell them, PostgreSQL finds them by their shared memory.)
 */
async function outliving(cluster: string): Promise<void> {
  const began = Date.now()
  for (let asked = false; ; await pause(20)) {
    const children = processesIn(cluster)
    if (children.length === 0 || livingServer(cluster)) return
    if (asked || Date.now() - began < 10_000) continue
    asked = true
    for (const pid of children) quit(pid)
  }
}

function quit(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT')
  } catch {
    // It went by itself.
  }
}

function livingServer(cluster: string): number | undefined {
  const pid = readPid(path.join(cluster, 'postmaster.pid'))
  return pid && isServerOf(cluster, pid) ? pid : undefined
}

/** The first line of a lock file; 0 if it is empty, undefined if there is none. */
function readPid(lockFile: string): number | undefined {
  try {
    return Number(readFileSync(lockFile, 'utf8').split('\n')[0]) || 0
  } catch {
    return undefined
  }
}

/**
 * PostgreSQL respects a lock file whose process number is alive, though after a reboot it may be anybody's, and
 * in a container a killed server's number stays for good where nobody asks for the dead; and it stops at an
 * empty one. Removes such files; one of a dead process PostgreSQL clears itself.
 */
function dropForeignLocks({ cluster, address }: Server): void {
  for (const file of [path.join(cluster.folder, 'postmaster.pid'), ...address.locks]) {
    const pid = readPid(file)
    if (pid === undefined || livingServer(cluster.folder)) continue
    if (pid === 0 || (isAlive(pid) && !isServerOf(cluster.folder, pid))) rmSync(file, { force: true })
  }
}

function halt(server: Server, pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    if (isDirect) process.kill(pid, signal)
    else {
      const mode = signal === 'SIGINT' ? 'fast' : 'immediate'
      const { binaries, cluster } = server
      const words = ['stop', '--no-wait', '-m', mode, '-D', cluster.folder]
      execFileSync(program(binaries, 'pg_ctl'), words, { env: environment(binaries), windowsHide: true })
    }
  } catch {
    // It went by itself.
  }
}

async function gone(server: Server, pid: number, withinMs: number): Promise<boolean> {
  for (const began = Date.now(); Date.now() - began < withinMs; await pause(20))
    if (!isServerOf(server.cluster.folder, pid)) return true
  return false
}
