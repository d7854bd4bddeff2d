import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { countyDialect } from './county-dialect.ts'
import { PlanKeepingClient } from './kept-plans.ts'
import type { Tables } from './tables.ts'

/** Reads only: writing through it does not compile, and its transaction is read only besides. */
export type ReadDb = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor'>
/** A writable transaction. Only the door opens one. */
export type WriteDb = Transaction<Tables>

// Deliberate parsers: 64-bit integers as numbers (our counts and fen stay far below 2^53, and a value beyond
// throws), days as text so that no machine's time zone touches them.
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === pg.types.builtins.INT8) return readInteger
      if (oid === pg.types.builtins.DATE) return String
      if (oid === pg.types.builtins.NUMERIC) return Number
    }
    return pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig

function readInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new Error(`An integer of the database is too large to read exactly: ${text}`)
  return value
}

export interface Database {
  readonly pool: pg.Pool
  /** One read-only, consistent snapshot of one county. */
  read<T>(county: number, work: (db: ReadDb) => Promise<T>): Promise<T>
  /** For the kernel alone: one writable transaction in one county, retried where the database asks for it. */
  write<T>(county: number, work: (db: WriteDb) => Promise<T>): Promise<T>
  /** For sign-in and set-up, before a county is known: shared tables and the owner's rights. */
  readonly owner: Kysely<Tables>
  close(): Promise<void>
}

export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 12,
    types,
    Client: PlanKeepingClient,
  })
  // A connection that dies with the server, idle or in use, must not take the program along; its query says so.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const owner = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const counties = new Map<number, Kysely<Tables>>()
  const within = (county: number): Kysely<Tables> => {
    const known = counties.get(county)
    if (known) return known
    const made = new Kysely<Tables>({ dialect: countyDialect(pool, county) })
    counties.set(county, made)
    return made
  }
  return {
    pool,
    owner,
    read: (county, work) =>
      within(county)
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((db) => work(db)),
    async write(county, work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await within(county)
            .transaction()
            .execute((db) => work(db))
        } catch (error) {
          if (attempt >= 6 || !isTransient(error)) throw error
          await new Promise((resume) => setTimeout(resume, 10 * 2 ** attempt * Math.random()))
        }
      }
    },
    close: () => owner.destroy(),
  }
}

/**
 * Serialization failure, deadlock, a distributed server's internal clash; and a key or check that somebody else's
 * act of the same moment has met first: decided again, the rules say it in words.
 */
function isTransient(error: unknown): boolean {
  return ['40001', '40P01', 'XX000', '23505', '23514'].includes((error as { code?: string }).code ?? '')
}
