import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { keptStatement, useKeptPlans } from '../../../kernel/database/kept-plans.ts'
import { haveKin } from '../../households/public.ts'
import { isPointed } from './pointed-pairs.ts'
import { homesInPairsSql } from './settle-pairs.ts'

/** What stands before homes are compared, read at once: of most applications little else is asked. */
export interface Standing {
  /** The homes of all pairs these homes are in, these among them; none where they are in none. */
  before: readonly string[]
  /** From how many records the weights in force were estimated, for homes among themselves; undefined where none are. */
  records: number | undefined
  /** The same for homes against the lists of earlier years. */
  recordsBetween: number | undefined
  /** The models in force, in the order of their questions: of homes among themselves, and against earlier years. */
  newest: readonly string[]
  newestBetween: readonly string[]
  /** There are lines of earlier years' lists. */
  earlier: boolean
  /** An official put one of these homes beside another. */
  pointed: boolean
  /** The police list has the householder of one of these homes in one family with another. */
  kin: boolean
}

interface Row {
  before: string[]
  newest: string[]
  newestBetween: string[]
  records: number | null
  recordsBetween: number | null
  earlier: boolean
  pointed: boolean
  kin: boolean
}

const read = keptStatement<Row, [number, readonly string[]]>([false, true], (county, homes) => {
  const records = (between: boolean) => sql`
    (select records from match_model where county = ${county} and question = 'person' and ${isBetween(between)}
      order by id desc limit 1)`
  const newest = (between: boolean) => sql`
    array(select distinct on (question) id from match_model
           where county = ${county} and ${isBetween(between)} order by question, id desc)`
  return sql`
    select array(${homesInPairsSql(county, homes)}) as before, ${records(false)} as records,
           ${records(true)} as "recordsBetween", ${newest(false)} as newest, ${newest(true)} as "newestBetween",
           exists (select 1 from identity where county = ${county} and list = 'earlier') as earlier,
           ${isPointed(county, homes)} as pointed, ${haveKin(county, homes)} as kin`
})

const isBetween = (between: boolean) => (between ? sql`between_lists` : sql`not between_lists`)

/** `keepsPlans`: what is asked after it in this transaction uses kept plans. */
export async function standingOf(
  db: ReadDb,
  county: number,
  homes: readonly string[],
  keepsPlans: boolean,
): Promise<Standing> {
  if (keepsPlans) await useKeptPlans(db)
  const [found] = await read(db, county, homes)
  return {
    before: found?.before ?? [],
    records: found?.records ?? undefined,
    recordsBetween: found?.recordsBetween ?? undefined,
    newest: found?.newest ?? [],
    newestBetween: found?.newestBetween ?? [],
    earlier: found?.earlier ?? false,
    pointed: found?.pointed ?? false,
    kin: found?.kin ?? false,
  }
}
