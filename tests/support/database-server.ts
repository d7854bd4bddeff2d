import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startJanitor } from '../../scripts/parts/start-janitor.mjs'
import { startEmbedded } from '../../src/kernel/database/embedded.ts'
import { migrate } from '../../src/kernel/database/migrate.ts'
import { databaseUrl } from './database-url.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's server, and the prefix of its databases; `${run}_template` is migrated and empty. */
    database: { server: string; run: string }
  }
}

/**
 * One server and one migrated template for the whole run: the embedded PostgreSQL in a temporary folder, or the
 * one QINGNUAN_TEST_DATABASE names.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = `qingnuan_test_${process.pid}_${randomBytes(3).toString('hex')}`
  const server = await startServer(run)
  try {
    const template = `${run}_template`
    const client = new pg.Client({ connectionString: databaseUrl(server.url, 'postgres') })
    await client.connect()
    await client.query(`create database ${template}`).finally(() => client.end())
    await migrate(databaseUrl(server.url, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('database', { server: server.url, run })
  return server.stop
}

async function startServer(run: string): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.QINGNUAN_TEST_DATABASE
  if (given) return { url: given, stop: startJanitor('databases', given, run) }
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'qingnuan-test-'))
  const clean = startJanitor('server', dataFolder, path.join(dataFolder, 'postgres'))
  try {
    await chmod(dataFolder, 0o711)
    // Thrown away at the end: nothing here has to survive a power cut.
    const database = await startEmbedded({ dataFolder, settings: { fsync: 'off', max_connections: '100' } })
    return { url: database.url, stop: () => database.stop().finally(clean) }
  } catch (error) {
    await clean()
    throw error
  }
}
