import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processesIn } from '../../src/kernel/database/embedded/account.ts'
import { socketAddress } from '../../src/kernel/database/embedded/address.ts'
import { programFolder } from '../../src/kernel/database/program-folder.ts'

const patienceMs = 120_000

/** The built application on the embedded database, in a data folder of its own, to be killed and started again. */
export interface Application {
  dataFolder: string
  /** Where it serves now; another port after every start. */
  readonly address: string
  /** The embedded database, for looking into the tables. */
  databaseUrl: string
  start(): Promise<void>
  /** Starts it and kills it after so many milliseconds, ready or not. */
  startAndKill(afterMs: number): Promise<void>
  /** `kill -9`: the application's process, the database's processes, or all of them. */
  kill(what: 'application' | 'database' | 'both'): Promise<void>
  /** Answers when the application says that it is ready to work. */
  ready(): Promise<void>
  /** As an operator stops it. Answers the exit code. */
  stop(): Promise<number | null>
  /** One of the built programs on the same data folder, to its end. */
  run(program: string, ...args: string[]): Promise<{ code: number | null; output: string }>
  remove(): Promise<void>
}

export async function aBuiltApplication(): Promise<Application> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'qingnuan-crash-'))
  // The database's own user, where we are root, has to get in.
  await chmod(dataFolder, 0o755)
  const cluster = path.join(dataFolder, 'postgres', 'postgres')
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    QINGNUAN_DATA: dataFolder,
    QINGNUAN_DEMO: 'none',
    QINGNUAN_TODAY: '2023-08-15',
  }
  delete env.DATABASE_URL
  const { url } = await socketAddress({ folder: cluster, account: undefined })
  let child: ChildProcess | undefined
  let output = ''
  let address = ''

  function launch(): ChildProcess {
    output = ''
    address = ''
    const launched = spawn(process.execPath, [path.join(programFolder(), 'build', 'server.mjs')], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const read = (piece: Buffer) => {
      output = (output + piece.toString()).slice(-20_000)
      const port = /http:\/\/localhost:(\d+)/.exec(output)?.[1]
      if (port) address = `http://127.0.0.1:${port}`
    }
    launched.stdout.on('data', read)
    launched.stderr.on('data', read)
    child = launched
    return launched
  }

  async function start(): Promise<void> {
    const launched = launch()
    for (const began = Date.now(); address === ''; await pause(20)) {
      if (hasEnded(launched)) throw new Error(`The application ended before it was ready:\n${output}`)
      if (Date.now() - began > patienceMs) throw new Error(`The application did not start:\n${output}`)
    }
    await ready()
  }

  async function ready(): Promise<void> {
    for (const began = Date.now(); ; await pause(20)) {
      const isReady = await fetch(`${address}/healthz`).then(
        ({ status }) => status === 200,
        () => false,
      )
      if (isReady) return
      if (!child || hasEnded(child)) throw new Error(`The application ended:\n${output}`)
      if (Date.now() - began > patienceMs) throw new Error(`The application did not come back:\n${output}`)
    }
  }

  async function kill(what: 'application' | 'database' | 'both'): Promise<void> {
    const killed = child && !hasEnded(child) ? child : undefined
    const ended = new Promise((resolve) => (killed ? killed.once('exit', resolve) : resolve(null)))
    if (what !== 'application') for (const pid of processesIn(cluster)) end(pid)
    if (what === 'database') return
    killed?.kill('SIGKILL')
    await ended
  }

  return {
    dataFolder,
    get address() {
      return address
    },
    databaseUrl: url('qingnuan'),
    start,
    async startAndKill(afterMs) {
      const launched = launch()
      await pause(afterMs)
      if (hasEnded(launched)) throw new Error(`The application ended by itself:\n${output}`)
      await kill('application')
    },
    kill,
    ready,
    stop: () =>
      new Promise((resolve) => {
        if (!child || hasEnded(child)) return resolve(child?.exitCode ?? null)
        child.once('exit', resolve)
        child.kill('SIGTERM')
      }),
    run: (program, ...args) =>
      new Promise((resolve) => {
        const ran = spawn(
          process.execPath,
          [path.join(programFolder(), 'build', `${program}.mjs`), ...args],
          { env, stdio: ['ignore', 'pipe', 'pipe'] },
        )
        let said = ''
        ran.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
        ran.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
        ran.once('exit', (code) => resolve({ code, output: said }))
      }),
    async remove() {
      await kill('both')
      for (const began = Date.now(); processesIn(cluster).length > 0 && Date.now() - began < 10_000; )
        await pause(20)
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It went with its parent.
  }
}
