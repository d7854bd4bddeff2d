import { sql } from 'kysely'
import type { Database, ReadDb } from '../database/database.ts'
import { ask } from './rows.ts'

const logTables = [
  'act',
  'act_subject',
  'act_evidence',
  'log_pending',
  'log_leaf',
  'log_head',
  'log_checkpoint',
  'log_key',
]

/**
 * Every county that any table of the log has a row of: also one that somebody moved a row to. Reads across
 * counties with the owner's rights, since no county's own view could show it.
 */
export async function listLogCounties(database: Database): Promise<number[]> {
  const each = logTables.map((table) => sql`select distinct county from ${sql.table(table)}`)
  const { rows } = await sql<{ county: number }>`${sql.join(each, sql` union `)} order by county`.execute(
    database.owner,
  )
  return rows.map((row) => row.county)
}

/** The digest of every piece of evidence that an act of the county names, hex, each once. */
export async function listEvidenceDigests(db: ReadDb, county: number): Promise<string[]> {
  const rows = await ask<{ digest: string }>(
    db,
    `select distinct encode(digest, 'hex') as digest from act_evidence where county = $1 order by digest`,
    [county],
  )
  return rows.map((row) => row.digest)
}
