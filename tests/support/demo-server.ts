import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { DemoAccount } from '../../src/demo/demo-accounts.ts'
import { programFolder } from '../../src/kernel/database/program-folder.ts'

export interface DemoServer {
  address: string
  accounts: DemoAccount[]
  password: (signIn: string) => string
  dataFolder: string
  /** `kill -9`, and started again at the same address; answers when it is ready to work. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/**
 * The built program with its demo county in a folder of its own, on a free port; answers when it is ready to work. What
 * the first file of a run loads, the others get a copy of (`demo-copies.ts`).
 */
export async function startDemo(setting: 'works' | 'season' | 'none'): Promise<DemoServer> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'qingnuan-demo-'))
  // The database's own user, where we are root, has to get in: a cluster made elsewhere would outlive this folder.
  await chmod(dataFolder, 0o755)
  const { DATABASE_URL: _own, QINGNUAN_TODAY: _day, ...environment } = process.env
  const launch = (port: string) =>
    spawn(process.execPath, [path.join(programFolder(), 'build', 'server.mjs')], {
      env: {
        ...environment,
        PORT: port,
        HOST: '127.0.0.1',
        QINGNUAN_DATA: dataFolder,
        QINGNUAN_DEMO: setting,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const copies = process.env.QINGNUAN_TEST_DEMOS
  const copy = copies && setting !== 'none' ? path.join(copies, setting) : undefined
  if (copy && existsSync(copy)) await copyFolder(copy, dataFolder)
  let child = launch('0')
  if (copy && !existsSync(copy)) {
    await readAddress(child)
    await end(child, 'SIGTERM')
    await copyFolder(dataFolder, `${copy}.making`)
    await rename(`${copy}.making`, copy)
    child = launch('0')
  }
  const address = await readAddress(child)
  const accounts = setting === 'none' ? [] : await readAccounts(dataFolder)
  return {
    address,
    accounts,
    password: (signIn) => accounts.find((account) => account.signIn === signIn)?.password ?? '',
    dataFolder,
    async restart() {
      await end(child, 'SIGKILL')
      child = launch(new URL(address).port)
      await readAddress(child)
    },
    async stop() {
      await end(child, 'SIGTERM')
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** With its owners: the database's own user has to find its cluster. */
async function copyFolder(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', `${from}/.`, to])
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

async function readAccounts(dataFolder: string): Promise<DemoAccount[]> {
  const text = await readFile(path.join(dataFolder, 'demo.json'), 'utf8')
  return (JSON.parse(text) as { accounts: DemoAccount[] }).accounts
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (piece: Buffer) => {
      output += piece.toString()
      const port = /http:\/\/localhost:(\d+)/.exec(output)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) =>
      reject(new Error(`The program ended with ${code} before it was ready:\n${output}`)),
    )
  })
}
