import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { kept } from '../../../kernel/database/kept-plans.ts'
import type { Suspicion } from '../model.ts'

/**
 * All pairs an official pointed out, or those one of these homes is in: of homes, or, `between`, of homes and lines of
 * earlier years' lists.
 */
export async function pointedPairs(
  db: ReadDb,
  county: number,
  between: boolean,
  homes?: readonly string[],
): Promise<{ first: string; second: string; suspected: Suspicion }[]> {
  const { rows } = await sql<{ first: string; second: string; suspected: Suspicion }>`${kept}
    select first, second, suspected from match_pointed
     where county = ${county} and (suspected = 'helped-before') = ${between} ${homes ? sql`and ${withOne(homes)}` : sql``}`.execute(
    db,
  )
  return rows
}

/** Whether one of these homes is in such a pair. */
export const isPointed = (county: number, homes: readonly string[]) =>
  sql`exists (select 1 from match_pointed where county = ${county} and ${withOne(homes)})`

const withOne = (homes: readonly string[]) =>
  sql`(first = any(${[...homes]}::uuid[]) or second = any(${[...homes]}::uuid[]))`
