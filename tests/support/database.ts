import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { databaseUrl } from './database-url.ts'

/**
 * A migrated database of one's own, cloned from the run's template; one per test file is meant. `drop` throws
 * out connections still open; what is not dropped goes at the end of the run.
 */
export async function aDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { server, run } = inject('database')
  const name = `${run}_${randomBytes(4).toString('hex')}`
  await clone(server, `${run}_template`, name)
  return {
    url: databaseUrl(server, name),
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  }
}

async function clone(server: string, template: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await administer(server, `create database ${name} template ${template}`)
      return
    } catch (error) {
      // Somebody, autovacuum for one, is in the template just now.
      if ((error as { code?: string }).code !== '55006' || attempt > 20) throw error
      await pause(100)
    }
  }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(server, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
