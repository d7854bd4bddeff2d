import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { earlierBeneficiaries } from '../../sources/public.ts'
import { findPairs } from './find-pairs.ts'
import { flag } from './flags.ts'
import { forgetTakenBack, writeIdentities } from './identity-rows.ts'
import { findModels, type Models } from './models.ts'
import { homesInPairs, recallDecisions } from './settle-pairs.ts'

/** More lines at once are compared sooner with the whole register laid out. */
const mostLines = 2000
/** The weights are estimated again once there are half as many lines again as they were estimated from. */
const growth = 1.5

export interface Compared {
  pairs: number
  flagged: string[]
}

/**
 * Compares one list of an earlier year, come or gone, with the register by the weights in force. Undefined where these are
 * to be estimated first, or the lines are too many to be looked up one by one.
 */
export async function compareLines(
  tx: WriteDb,
  context: ActContext,
  act: string,
  source: string,
): Promise<Compared | undefined> {
  const { county } = context
  const before = await homesBesideTakenBack(tx, county)
  const lines = await writeEarlier(tx, context, source)
  const known = await findModels(tx, county, true)
  if (!known || lines.length > mostLines || (await haveGrown(tx, county, known))) return undefined
  const { pairs } = lines.length > 0 ? await findPairs(tx, context, act, { lines }) : { pairs: 0 }
  const concerned = [...new Set([...before, ...(await homesInPairs(tx, county, lines))])]
  if (concerned.length === 0) return { pairs, flagged: [] }
  await recallDecisions(tx, county, concerned)
  return { pairs, flagged: await flag(tx, county, concerned) }
}

/** Enters the lines of earlier years' lists, of one or of all, for comparison, and forgets those taken back. Answers their ids. */
export async function writeEarlier(
  tx: WriteDb,
  { county, keys, progress }: ActContext,
  source: string | undefined,
): Promise<string[]> {
  const written: string[] = []
  for await (const lines of earlierBeneficiaries(tx, county, keys, source)) {
    const records = lines.map((line) => ({ ...line, list: 'earlier' as const }))
    await writeIdentities(tx, county, keys, records)
    for (const { id } of records) written.push(id)
    progress(0.6, 'progress.comparing')
  }
  await forgetTakenBack(tx, county)
  return written
}

/** The homes that were in pairs with lines taken back since: the pairs go with the lines. */
async function homesBesideTakenBack(db: ReadDb, county: number): Promise<string[]> {
  const { rows } = await sql<{ home: string }>`
    select distinct p.first as home from match_pair p
     where p.county = ${county} and p.earlier
       and not exists (select 1 from source_row r where r.county = ${county} and r.id = p.second)`.execute(db)
  return rows.map(({ home }) => home)
}

/** Ids are in the order of time: the lines the weights were estimated from come before their model. */
async function haveGrown(db: ReadDb, county: number, { person }: Models): Promise<boolean> {
  const { rows } = await sql<{ lines: number; then: number; all: number }>`
    select count(*) filter (where list = 'earlier')::int as lines, count(*)::int as all,
           (count(*) filter (where list = 'earlier' and id < ${person.id}::uuid))::int as then
      from identity where county = ${county}`.execute(db)
  const { lines, then, all } = rows[0] ?? { lines: 0, then: 0, all: 0 }
  return lines > growth * then || all > growth * person.model.records
}
