import { sql } from 'kysely'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import type { z } from 'zod'
import {
  comparedHomes,
  flagHomes,
  placesOfHomes,
  toScreenAgain,
  type WhichHomes,
} from '../../households/public.ts'
import { countyArea } from '../../organisations/public.ts'
import type { CompareRegister as CompareRegisterInput } from '../model.ts'
import { CompareRegister } from '../model.ts'
import { findPairs } from './find-pairs.ts'
import { findFlags } from './flags.ts'
import { forgetGone, writeIdentities } from './identity-rows.ts'
import { findModels, makeModels } from './models.ts'
import { dropStalePairs, recallDecisions } from './settle-pairs.ts'

interface Facts {
  area: string
  which: WhichHomes
}

/** The models are estimated again once the register has grown by half. */
const growth = 1.5

/**
 * Compares homes with each other and with the lists of earlier years (§4.4, §4.1b): the whole register with weights
 * estimated anew, or single homes, as they are written, with the weights in force.
 */
export const compareRegister = defineAct({
  kind: 'register.compare',
  oneAtATime: true,
  version: 1,
  input: CompareRegister,
  permission: 'register.compare',
  clauses: ['§4.4', '§4.1b', '§3.1.3d'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, context) => Promise.all(items.map((item) => loadComparison(db, item, context))),
  place: ({ area }) => ({ area }),
  may: () => [],
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id: act, facts } of items) {
      const found = await compare(tx, context, act, facts.which)
      effects.push({
        touched: found.flagged.map((home) => ({ type: 'home', id: home })),
        result: { pairs: found.pairs, ...toScreenAgain(found.flagged) },
      })
    }
    return effects
  },
})

async function loadComparison(
  db: ReadDb,
  { input }: ActItem<z.output<typeof CompareRegisterInput>>,
  { county }: ActContext,
): Promise<Facts> {
  const wide = await countyArea(db, county)
  if (!input?.homes && !input?.import) return { area: wide, which: { all: true } }
  const which = input.import ? { import: input.import } : { homes: input.homes ?? [] }
  const towns = new Set((await placesOfHomes(db, county, which)).map(({ town }) => town))
  const [only] = towns
  return { area: towns.size === 1 && only ? only : wide, which }
}

async function compare(
  tx: WriteDb,
  context: ActContext,
  act: string,
  which: Facts['which'],
): Promise<{ pairs: number; flagged: string[] }> {
  const { county, keys, progress } = context
  const homes: string[] = []
  for await (const records of comparedHomes(tx, county, keys, which)) {
    await writeIdentities(tx, county, keys, records)
    for (const { id } of records) homes.push(id)
    progress(Math.min(0.5, homes.length / 50_000), 'progress.comparing')
  }
  await forgetGone(tx, county, which)
  const counted = await countIdentities(tx, county)
  for (const between of [false, true]) {
    if (between ? counted.earlier === 0 : counted.home < 2) continue
    const known = await findModels(tx, county, between)
    const records = between ? counted.home + counted.earlier : counted.home
    if ('all' in which || !known || records > growth * known.person.model.records) {
      const models = await makeModels(tx, context, act, between)
      progress(between ? 0.9 : 0.7, 'progress.comparing')
      await findPairs(tx, context, act, 'all', models, between)
      await dropStalePairs(tx, county, act, 'all', between)
    } else {
      await findPairs(tx, context, act, { homes }, known, between)
      await dropStalePairs(tx, county, act, { homes }, between)
    }
  }
  await recallDecisions(tx, county)
  const flagged = await flagHomes(tx, county, await findFlags(tx, county))
  const { rows } = await sql<{ pairs: number }>`
    select count(*)::int as pairs from match_pair where county = ${county} and act = ${act}::uuid`.execute(tx)
  return { pairs: rows[0]?.pairs ?? 0, flagged }
}

async function countIdentities(db: ReadDb, county: number): Promise<{ home: number; earlier: number }> {
  const { rows } = await sql<{ home: number; earlier: number }>`
    select count(*) filter (where list = 'home')::int as home,
           count(*) filter (where list = 'earlier')::int as earlier
      from identity where county = ${county}`.execute(db)
  return rows[0] ?? { home: 0, earlier: 0 }
}
