import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/kernel/database/embedded.ts'
import { migrate } from '../../src/kernel/database/migrate.ts'
import { databaseUrl } from './database-url.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's server, and the prefix of its databases; `${run}_template` is migrated and empty. */
    database: { server: string; run: string }
  }
}

let cleanUp: Promise<void> | undefined

/**
 * One server and one migrated template for the whole run: the embedded PostgreSQL in a temporary folder, or the
 * one QINGNUAN_TEST_DATABASE names.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const run = `qingnuan_test_${process.pid}_${randomBytes(3).toString('hex')}`
  const leave = () => (cleanUp ??= dropAll(server.url, run).finally(server.stop))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void leave().finally(() => process.exit(1)))
  try {
    const template = `${run}_template`
    await asAdministrator(server.url, (client) => client.query(`create database ${template}`))
    await migrate(databaseUrl(server.url, template))
  } catch (error) {
    await leave()
    throw error
  }
  project.provide('database', { server: server.url, run })
  return leave
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.QINGNUAN_TEST_DATABASE
  if (given) return { url: given, stop: async () => undefined }
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'qingnuan-test-'))
  await chmod(dataFolder, 0o711)
  const remove = () => rm(dataFolder, { recursive: true, force: true })
  try {
    // Thrown away at the end: nothing here has to survive a power cut.
    const database = await startEmbedded({ dataFolder, settings: { fsync: 'off', max_connections: '100' } })
    return { url: database.url, stop: () => database.stop().finally(remove) }
  } catch (error) {
    await remove()
    throw error
  }
}

async function dropAll(server: string, run: string): Promise<void> {
  await asAdministrator(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [run],
    )
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
  })
}

async function asAdministrator(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(server, 'postgres') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
