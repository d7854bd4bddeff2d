import { type ChildProcess, fork, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from '../../src/kernel/database/embedded.ts'

const program = path.resolve(import.meta.dirname, '../../build/embedded-process.mjs')
type Started = { child: ChildProcess; url: string; adopted: boolean; notes: string[] }

let home: string
let dataFolder: string
let children: ChildProcess[]

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'qingnuan 库-'))
  await chmod(home, 0o755)
  dataFolder = path.join(home, 'data')
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  const pid = serverPid()
  if (pid) await killed(pid, 'SIGQUIT')
  for (const folder of new Set([clusterFolder(), home])) await rm(folder, { recursive: true, force: true })
})

/** Where the cluster lies: in the data folder, or where its record says. */
function clusterFolder(): string {
  const record = path.join(dataFolder, 'postgres-place.json')
  if (!existsSync(record)) return path.join(dataFolder, 'postgres')
  return (JSON.parse(readFileSync(record, 'utf8')) as { cluster: string }).cluster
}

function serverPid(): number | undefined {
  const file = path.join(clusterFolder(), 'postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  return pid > 0 && isAlive(pid) ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A process that has ended and that nobody has asked for is still numbered.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch (error) {
    return process.platform !== 'linux' && (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}

async function killed(pid: number, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  process.kill(pid, signal)
  while (isAlive(pid)) await pause(10)
}

function start(listen = 'socket'): Promise<Started> {
  const child = fork(program, [dataFolder, listen], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  children.push(child)
  const notes: string[] = []
  return new Promise((resolve, reject) => {
    child.on('message', (message: { note?: string; url?: string; adopted?: boolean }) => {
      if (message.note) notes.push(message.note)
      if (message.url) resolve({ child, url: message.url, adopted: message.adopted === true, notes })
    })
    child.once('exit', (code) => reject(new Error(`The program ended with ${code} before it was up.`)))
  })
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill(signal)
  })
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[]
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function askUntilUp(url: string, statement: string): Promise<Record<string, unknown>[]> {
  for (const began = Date.now(); ; await pause(50)) {
    try {
      return await ask(url, statement)
    } catch (error) {
      if (Date.now() - began > 30_000) throw error
    }
  }
}

test('a program that stops leaves no server behind, and the data stays', async () => {
  const first = await start()
  expect(first.adopted).toBe(false)
  await ask(first.url, 'create table kept as select 7 as seven')
  const server = serverPid()
  expect(await ended(first.child, 'SIGTERM')).toBe(0)
  expect(server && isAlive(server)).toBe(false)

  const second = await start()
  expect(await ask(second.url, 'select seven from kept')).toEqual([{ seven: 7 }])
})

test('the server of a killed program is taken over, and stopped in the end', async () => {
  const first = await start()
  await ask(first.url, 'create table kept as select 7 as seven')
  const server = serverPid()
  await ended(first.child, 'SIGKILL')
  expect(serverPid()).toBe(server)

  const second = await start()
  expect(second.adopted).toBe(true)
  expect(serverPid()).toBe(server)
  expect(await ask(second.url, 'select seven from kept')).toEqual([{ seven: 7 }])
  expect(await ended(second.child, 'SIGTERM')).toBe(0)
  expect(serverPid()).toBeUndefined()
})

test('a killed server comes back at the same address, with all that was committed', async () => {
  const { child, url, notes } = await start()
  await ask(url, 'create table kept as select 7 as seven')
  const server = serverPid()
  if (!server) throw new Error('no server')
  await killed(server)
  expect(await askUntilUp(url, 'select seven from kept')).toEqual([{ seven: 7 }])
  expect(serverPid()).not.toBe(server)
  expect(notes.join('\n')).toContain('starting it again')
  expect(await ended(child, 'SIGTERM')).toBe(0)
  expect(serverPid()).toBeUndefined()
})

test('program and server killed together, five times: the next start recovers', async () => {
  for (let round = 0; round < 5; round++) {
    const { child, url } = await start()
    await ask(url, 'create table if not exists kept (round int)')
    await ask(url, `insert into kept values (${round})`)
    const server = serverPid()
    if (!server) throw new Error('no server')
    await Promise.all([ended(child, 'SIGKILL'), killed(server)])
  }
  const { url } = await start()
  expect(await ask(url, 'select count(*)::int as rounds from kept')).toEqual([{ rounds: 5 }])
})

test.each(['socket', 'loopback'])(
  'three starters at once share one server (%s); the last stops it',
  async (listen) => {
    const started = await Promise.all([start(listen), start(listen), start(listen)])
    expect(new Set(started.map(({ url }) => url)).size).toBe(1)
    expect(started.filter(({ adopted }) => !adopted)).toHaveLength(1)
    const [first, second, third] = started
    await Promise.all([first, second].map((one) => one && ended(one.child, 'SIGTERM')))
    expect(await ask(third?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    await ended(third?.child as ChildProcess, 'SIGTERM')
    expect(serverPid()).toBeUndefined()
  },
)

test('a pid file that names somebody else’s process, or nothing, is no obstacle', async () => {
  const first = await start()
  await ended(first.child, 'SIGTERM')
  const pidFile = path.join(clusterFolder(), 'postmaster.pid')
  const stranger = spawn('sleep', ['60'])
  children.push(stranger)
  for (const content of [`${stranger.pid}\n${clusterFolder()}\n1\n5432\n\n\n\nready\n`, '']) {
    await writeFile(pidFile, content)
    const { child, url } = await start()
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await ended(child, 'SIGTERM')
  }
  expect(stranger.exitCode).toBeNull()
})

test.runIf(process.getuid?.() === 0)(
  'as root under a private home the cluster lies where it is recorded',
  async () => {
    await chmod(home, 0o700)
    const first = await start()
    await ask(first.url, 'create table kept as select 7 as seven')
    const outside = clusterFolder()
    expect(path.relative(home, outside)).toMatch(/^\.\./)
    await ended(first.child, 'SIGTERM')

    const copy = path.join(home, 'copy')
    await cp(dataFolder, copy, { recursive: true })
    await expect(startEmbedded({ dataFolder: copy })).rejects.toThrow(/is a copy of/)

    const second = await start()
    expect(await ask(second.url, 'select seven from kept')).toEqual([{ seven: 7 }])
    await ended(second.child, 'SIGTERM')

    const record = path.join(dataFolder, 'postgres-place.json')
    const before = await readFile(record, 'utf8')
    await writeFile(record, JSON.stringify({ cluster: `${outside}-gone`, dataFolder }))
    await expect(startEmbedded({ dataFolder })).rejects.toThrow(/DATABASE_URL/)
    await writeFile(record, before)
  },
)
