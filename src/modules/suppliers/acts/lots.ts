import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import { AwardLot, OpenLot } from '../model.ts'
import { loadFirms } from '../firm-facts.ts'
import { checkAward, type LotFacts, mayAward } from '../rules/lots.ts'

export const openLot = defineAct({
  kind: 'lot.open',
  version: 1,
  input: OpenLot,
  permission: 'lot.open',
  clauses: ['§3.2.0'],
  subject: { type: 'lot', of: (input) => input.id },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const codes = items.flatMap((item) => (item.input ? [item.input.code] : []))
    const ids = items.map((item) => item.subject)
    const there = await db
      .selectFrom('lot')
      .select(['id', 'code'])
      .where('county', '=', county)
      .where((eb) => eb.or([eb('id', 'in', ids), ...(codes.length ? [eb('code', 'in', codes)] : [])]))
      .execute()
    return items.map(({ subject, input }, i) => {
      const exists = there.some((lot) => lot.id === subject)
      // A lot that stands is not offered to be opened; a code asked for twice in a batch is opened once.
      if (input === undefined) return exists ? undefined : { area, exists, codeTaken: false }
      return {
        area,
        exists,
        codeTaken: there.some((lot) => lot.code === input.code) || codes.slice(0, i).includes(input.code),
      }
    })
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => (facts.exists ? [refuse('lot.exists', ['§3.2.0'])] : []),
  check: (facts, { input }) =>
    !facts.exists && facts.codeTaken ? [refuse('lot.code-taken', ['§3.2.0'], { code: input.code })] : [],
  apply: async (tx, items, { county, today }) => {
    const written = await tx
      .insertInto('lot')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.id,
          code: input.code,
          name: input.name,
          line: input.line,
          opened_on: today,
          contractor: null,
          supervisor: null,
          unit_price_fen: null,
          awarded_on: null,
          award_act: null,
          act: id,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    if (written.length < items.length)
      throw new Overtaken('A lot with this code was opened in the same moment.')
    return items.map(() => ({}))
  },
})

export const awardLot = defineAct({
  kind: 'lot.award',
  version: 1,
  input: AwardLot,
  permission: 'lot.award',
  clauses: ['§3.1.2', '§3.2.0', '§4.2'],
  evidence: ['document'],
  subject: { type: 'lot', of: (input) => input.lot },
  // A firm put on the negative list in the same moment is seen, or put there after the award.
  alsoLock: ({ contractor, supervisor }) => [
    { type: 'organisation', id: contractor },
    { type: 'organisation', id: supervisor },
  ],
  load: async (db, items, { county }): Promise<(LotFacts | undefined)[]> => {
    const area = await countyArea(db, county)
    const ids = items.map((item) => item.subject)
    const lots = await db
      .selectFrom('lot')
      .select(['id', 'awarded_on'])
      .where('county', '=', county)
      .where('id', 'in', ids)
      .execute()
    const assigned = await assignedHomes(db, county, ids)
    const firms = await loadFirms(
      db,
      county,
      items.flatMap(({ input }) => (input ? [input.contractor, input.supervisor] : [])),
    )
    return items.map(({ subject, input }) => {
      const lot = lots.find((row) => row.id === subject)
      if (!lot) return undefined
      return {
        area,
        awardedOn: lot.awarded_on,
        assignedHomes: assigned.get(subject) ?? 0,
        contractor: input && firms.get(input.contractor),
        supervisor: input && firms.get(input.supervisor),
      }
    })
  },
  place: (facts) => ({ area: facts.area }),
  may: mayAward,
  check: (facts, { input }, { pack, today }) => checkAward(facts, input, pack, today),
  apply: async (tx, items, { county }) => {
    await sql`
      update lot set contractor = w.contractor, supervisor = w.supervisor, unit_price_fen = w.price,
                     awarded_on = w.day, award_act = w.act
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.contractor)}::uuid[],
                    ${items.map((i) => i.input.supervisor)}::uuid[],
                    ${items.map((i) => i.input.unitPriceFen)}::bigint[],
                    ${items.map((i) => i.input.awardedOn)}::date[], ${items.map((i) => i.id)}::uuid[])
             as w (lot, contractor, supervisor, price, day, act)
       where lot.county = ${county} and lot.id = w.lot`.execute(tx)
    return items.map(() => ({}))
  },
})

/** Homes of each lot's villages and line that have a contractor, by lot. */
async function assignedHomes(
  db: ReadDb,
  county: number,
  lots: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ lot: string; homes: number }>`
    select l.id as lot, count(*)::int as homes
      from lot l
      join village v on v.county = ${county} and l.id in (v.lot, v.building_lot)
      join home h on h.county = ${county} and h.village = v.code and h.line = l.line and h.contractor is not null
     where l.county = ${county} and l.id = any(${[...lots]}::uuid[])
     group by l.id`.execute(db)
  return new Map(rows.map(({ lot, homes }) => [lot, homes]))
}
