import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'

/** Rows of a table in the database's own copy format. */
export interface BareRows {
  table: string
  bytes: Buffer
}

/** Takes rows out: `table`, of which `where` (SQL over the table's columns) chooses. */
export async function takeRows(pool: pg.Pool, table: string, where = 'true'): Promise<BareRows> {
  const client = await pool.connect()
  try {
    const out = client.query(to(`copy (select * from ${table} where ${where}) to stdout`))
    return { table, bytes: Buffer.concat(await out.toArray()) }
  } finally {
    client.release()
  }
}

/** The name of a table like another, with all its indexes and checks and without its references. */
export const bareName = (table: string): string => `bare_${table}`

/** An empty bare table, whatever was in it before. */
export async function makeBare(pool: pg.Pool, ...tables: string[]): Promise<void> {
  for (const table of tables) {
    await pool.query(`drop table if exists ${bareName(table)}`)
    await pool.query(`create table ${bareName(table)} (like ${table} including all)`)
  }
}

/** Loads rows into their bare tables by COPY, in one transaction: as fast as this server takes them. */
export async function loadBare(pool: pg.Pool, rows: readonly BareRows[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const { table, bytes } of rows) {
      const into = client.query(from(`copy ${bareName(table)} from stdin`))
      await pipeline(Readable.from(pieces(bytes)), into)
    }
    await client.query('commit')
  } finally {
    client.release()
  }
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  const size = 1 << 16
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
