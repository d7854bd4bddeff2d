import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '../src/kernel/database/embedded.ts'

/** A PostgreSQL with databases of our own, and a folder for keys and evidence; all gone after `stop`. */
export interface BenchServer {
  version: string
  dataFolder: string
  /** A new database, empty or the copy of one nobody is connected to. */
  create(template?: string): Promise<{ name: string; url: string }>
  drop(name: string): Promise<void>
  stop(): Promise<void>
}

/**
 * The embedded PostgreSQL with the settings it always has, in a temporary folder, or the server that
 * `QINGNUAN_BENCH_DATABASE` names, whose user may create databases.
 */
export async function openServer(): Promise<BenchServer> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'qingnuan-bench-'))
  const given = process.env.QINGNUAN_BENCH_DATABASE
  const embedded = given ? undefined : await embeddedIn(dataFolder)
  const server = given ?? embedded?.url ?? ''
  const run = `qingnuan_bench_${process.pid}`
  const created = new Set<string>()
  let count = 0

  const administer = async <T extends pg.QueryResultRow>(statement: string): Promise<T[]> => {
    const client = new pg.Client({ connectionString: urlOf(server, 'postgres') })
    await client.connect()
    try {
      return (await client.query<T>(statement)).rows
    } finally {
      await client.end()
    }
  }
  const drop = async (name: string) => {
    await administer(`drop database if exists ${name} with (force)`)
    created.delete(name)
  }
  const [settings] = await administer<{ server_version: string }>('show server_version')
  return {
    version: `${settings?.server_version ?? '?'}${given ? '' : ', embedded'}`,
    dataFolder,
    async create(template) {
      const name = `${run}_${++count}`
      created.add(name)
      const statement = `create database ${name}${template ? ` template ${template}` : ''}`
      for (let attempt = 1; ; attempt++) {
        try {
          await administer(statement)
          return { name, url: urlOf(server, name) }
        } catch (error) {
          // Autovacuum is in the template just now.
          if ((error as { code?: string }).code !== '55006' || attempt > 50) throw error
          await pause(200)
        }
      }
    },
    drop,
    async stop() {
      for (const name of created) await drop(name)
      await embedded?.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

async function embeddedIn(dataFolder: string) {
  // The server runs as another user where we are root.
  await chmod(dataFolder, 0o711)
  return startEmbedded({ dataFolder: path.join(dataFolder, 'postgres') })
}

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
