import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { findVillages } from '../../villages/public.ts'
import { OpenNotice } from '../model/notice.ts'
import { closesOn, mayOpen, type VillageToNotice } from '../rules/notice.ts'
import { publicRow } from '../rules/public-row.ts'
import { fingerprintOf } from './notice-facts.ts'

/** Puts every home of a village that passed screening on a numbered notice; the others are left out with why. */
export const openNotice = defineAct({
  kind: 'notice.open',
  version: 1,
  input: OpenNotice,
  permission: 'notice.open',
  clauses: ['§3.1.3d'],
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }) => {
    const villages = await loadVillagesToNotice(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => villages.get(item.subject))
  },
  place: (facts) => ({ area: facts.code }),
  may: mayOpen,
  apply: async (tx, items, context) => {
    const { county, today, pack, keys, actor } = context
    const codes = items.map(({ facts }) => facts.code)
    const ready = await readyHomes(tx, county, codes)
    const latest = await latestNumbers(tx, county, codes)
    const notices = items.map(({ id, input, facts }) => ({
      act: id,
      id: input.notice,
      village: facts,
      number: (latest.get(facts.code) ?? 0) + 1,
      homes: ready.get(facts.code) ?? [],
    }))
    if (notices.some(({ homes }) => homes.length === 0))
      throw new Overtaken('The homes of a village changed.')
    await tx
      .insertInto('notice')
      .values(
        notices.map(({ act, id, village, number }) => ({
          county,
          id,
          village: village.code,
          town: village.town,
          number,
          opened_on: today,
          opened_by: actor.id,
          closes_on: closesOn(pack, today),
          state: 'open' as const,
          web_key: randomBytes(16).toString('base64url'),
          act,
        })),
      )
      .execute()
    const lines = notices.flatMap(({ id, village, homes }) =>
      homes.map((home, at) => ({
        notice: id,
        home: home.id,
        position: at + 1,
        published: JSON.stringify(
          publicRow({ ...home, position: at + 1, village: village.name }, pack, today),
        ),
        fingerprint: fingerprintOf(keys, county, home),
      })),
    )
    await sql`
      insert into notice_home (county, notice, home, position, published, fingerprint)
      select ${county}, * from unnest(
        ${lines.map((l) => l.notice)}::uuid[], ${lines.map((l) => l.home)}::uuid[],
        ${lines.map((l) => l.position)}::int[], ${lines.map((l) => l.published)}::jsonb[],
        ${lines.map((l) => l.fingerprint)}::bytea[])`.execute(tx)
    await sql`update home set stage = 'noticed'
               where county = ${county} and id = any(${lines.map((l) => l.home)}::uuid[])`.execute(tx)
    return notices.map(({ id, number, village, homes }) => ({
      touched: [{ type: 'notice', id }, ...homes.map((home) => ({ type: 'home', id: home.id }))],
      result: {
        notice: id,
        number,
        homes: homes.length,
        closesOn: closesOn(pack, today),
        leftOut: { unscreened: village.unscreened, unknown: village.unknown, no: village.no },
      },
    }))
  },
})

async function loadVillagesToNotice(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, VillageToNotice>> {
  const villages = await findVillages(db, county, ids)
  const { rows } = await sql<{
    village: string
    ready: number
    unscreened: number
    unknown: number
    no: number
  }>`
    select village, count(*) filter (where stage = 'screened' and answer = 'yes') as ready,
           count(*) filter (where stage = 'applied') as unscreened,
           count(*) filter (where stage = 'screened' and answer = 'unknown') as unknown,
           count(*) filter (where stage = 'screened' and answer = 'no') as no
      from home
     where county = ${county} and village = any(${[...villages.values()].map((v) => v.code)}::text[])
       and stage in ('applied', 'screened') and ended is null
     group by village`.execute(db)
  const counts = new Map(rows.map(({ village, ...count }) => [village, count]))
  const none = { ready: 0, unscreened: 0, unknown: 0, no: 0 }
  return new Map(
    [...villages].map(([key, { id, code, town, name }]) => [
      key,
      { id, code, town, name, ...(counts.get(code) ?? none) },
    ]),
  )
}

/** Locked, so that nobody's correction meanwhile goes unseen; in the order of the register. */
async function readyHomes(tx: WriteDb, county: number, villages: readonly string[]) {
  const rows = await tx
    .selectFrom('home')
    .select([
      'id',
      'village',
      'sequence',
      'householder',
      'id_number_index as idNumberIndex',
      'wanted_equipment as wantedEquipment',
      'wanted_units as wantedUnits',
    ])
    .where('county', '=', county)
    .where('village', 'in', [...villages])
    .where('stage', '=', 'screened')
    .where('answer', '=', 'yes')
    .where('ended', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  const byVillage = new Map<string, typeof rows>(villages.map((village) => [village, []]))
  for (const home of rows.toSorted((a, b) => a.sequence - b.sequence)) byVillage.get(home.village)?.push(home)
  return byVillage
}

async function latestNumbers(tx: WriteDb, county: number, villages: readonly string[]) {
  const rows = await tx
    .selectFrom('notice')
    .select(['village', (eb) => eb.fn.max('number').as('number')])
    .where('county', '=', county)
    .where('village', 'in', [...villages])
    .groupBy('village')
    .execute()
  return new Map(rows.map((row) => [row.village, row.number]))
}
