import { createHash } from 'node:crypto'
import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { ReadDb } from './database.ts'

const mark = '/* kept */ '

/**
 * Marks a statement whose plan each connection keeps. For statements that take far longer to plan than to run; their
 * text must not vary with what is asked. PostgreSQL prefers plans made anew until `plan_cache_mode` says otherwise.
 */
export const keptPlan = (text: string): string => mark + text

/** The mark itself, for the beginning of a statement written with `sql`. */
export const kept = sql.raw(mark)

class StandIn {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
}

/**
 * A kept statement whose text is written once: writing a long one takes as long as answering it. `write` is called at
 * the first use, with stand-ins for the values: it may bind them, an array or a copy of it as a whole, and must not look
 * into them. `lists` says which values are arrays.
 */
export function keptStatement<Row, Values extends readonly unknown[]>(
  lists: { readonly [At in keyof Values]: Values[At] extends readonly unknown[] ? true : false },
  write: (...values: Values) => RawBuilder<Row>,
): (db: ReadDb, ...values: Values) => Promise<Row[]> {
  const standIns = lists.map((isList: boolean, at: number) => (isList ? [new StandIn(at)] : new StandIn(at)))
  let written: { text: string; bound: readonly unknown[] } | undefined
  return async (db, ...values) => {
    if (!written) {
      const { sql: text, parameters } = write(...(standIns as unknown as Values)).compile(db)
      written = { text: keptPlan(text), bound: parameters }
    }
    const bound = written.bound.map((one) => {
      const standIn: unknown = Array.isArray(one) ? one[0] : one
      return standIn instanceof StandIn ? values[standIn.at] : one
    })
    return (await db.getExecutor().executeQuery<Row>(CompiledQuery.raw(written.text, bound))).rows
  }
}

/**
 * Until the transaction ends or `dropKeptPlans`, kept plans are used from the first time on. Worth its way to the database
 * and back where a statement of many parts follows: PostgreSQL would plan it anew, which takes longer.
 */
export async function useKeptPlans(db: ReadDb): Promise<void> {
  await sql`${kept}select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(db)
}

export async function dropKeptPlans(db: ReadDb): Promise<void> {
  await sql`${kept}select set_config('plan_cache_mode', 'auto', true)`.execute(db)
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  if (names.size > 500) names.clear()
  const name = createHash('sha256').update(text).digest('hex').slice(0, 24)
  names.set(text, name)
  return name
}

type Query = (first: unknown, ...more: unknown[]) => unknown

/** A connection that prepares marked statements once and runs them by their name. */
export class PlanKeepingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const query = this.query.bind(this) as Query
    const keeping: Query = (first, ...more) => {
      if (typeof first !== 'string' || !first.startsWith(mark)) return query(first, ...more)
      const [values, ...rest] = more
      return query({ name: nameOf(first), text: first, values }, ...rest)
    }
    this.query = keeping as typeof this.query
  }
}
