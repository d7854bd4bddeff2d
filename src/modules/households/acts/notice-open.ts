import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { findVillages } from '../../villages/public.ts'
import { isToNotice, isWaitingHome } from '../locked.ts'
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
  load: async (db, items, context) => {
    const villages = await loadVillagesToNotice(
      db,
      context,
      items.map((item) => item.subject),
    )
    return items.map((item) => villages.get(item.subject))
  },
  place: (facts) => ({ area: facts.code }),
  may: mayOpen,
  apply: async (tx, items, context) => {
    const { county, today, pack, keys, actor } = context
    const codes = items.map(({ facts }) => facts.code)
    const ready = await readyHomes(tx, context, codes)
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
        change: home.change,
        onRoad: home.stage !== 'screened',
        position: at + 1,
        published: JSON.stringify(
          publicRow({ ...home, position: at + 1, village: village.name }, pack, today),
        ),
        fingerprint: fingerprintOf(keys, county, home),
      })),
    )
    await sql`
      insert into notice_home (county, notice, home, change, position, published, fingerprint)
      select ${county}, * from unnest(
        ${lines.map((l) => l.notice)}::uuid[], ${lines.map((l) => l.home)}::uuid[],
        ${lines.map((l) => l.change)}::uuid[], ${lines.map((l) => l.position)}::int[], ${lines.map((l) => l.published)}::jsonb[],
        ${lines.map((l) => l.fingerprint)}::bytea[])`.execute(tx)
    // A home on its road is noticed again where it stands.
    await sql`update home set stage = 'noticed'
               where county = ${county} and id = any(${lines.flatMap((l) => (l.onRoad ? [] : [l.home]))}::uuid[])`.execute(
      tx,
    )
    return notices.map(({ id, number, village, homes }) => ({
      touched: [{ type: 'notice', id }, ...homes.map((home) => ({ type: 'home', id: home.id }))],
      result: {
        notice: id,
        number,
        homes: homes.length,
        closesOn: closesOn(pack, today),
        leftOut: {
          waiting: village.waiting,
          unscreened: village.unscreened,
          unknown: village.unknown,
          no: village.no,
        },
      },
    }))
  },
})

async function loadVillagesToNotice(
  db: ReadDb,
  context: ActContext,
  ids: readonly string[],
): Promise<Map<string, VillageToNotice>> {
  const { county } = context
  const villages = await findVillages(db, county, ids)
  const { rows } = await sql<{
    village: string
    ready: number
    waiting: number
    unscreened: number
    unknown: number
    no: number
  }>`
    select h.village, count(*) filter (where ${isToNotice(context)}) as ready,
           count(*) filter (where ${isWaitingHome(context)}) as waiting,
           count(*) filter (where stage = 'applied') as unscreened,
           count(*) filter (where stage = 'screened' and answer = 'unknown') as unknown,
           count(*) filter (where stage = 'screened' and answer = 'no') as no
      from home h
     where h.county = ${county} and h.village = any(${[...villages.values()].map((v) => v.code)}::text[])
       and (h.stage in ('applied', 'screened') or h.change is not null) and h.ended is null
     group by h.village`.execute(db)
  const counts = new Map(rows.map(({ village, ...count }) => [village, count]))
  const none = { ready: 0, waiting: 0, unscreened: 0, unknown: 0, no: 0 }
  return new Map(
    [...villages].map(([key, { id, code, town, name }]) => [
      key,
      { id, code, town, name, ...(counts.get(code) ?? none) },
    ]),
  )
}

interface ReadyHome {
  id: string
  village: string
  sequence: number
  stage: string
  change: string | null
  householder: string
  idNumberIndex: Buffer | null
  wantedEquipment: string | null
  wantedUnits: number | null
}

/** Locked, so that nobody's correction meanwhile goes unseen; in the order of the register. */
async function readyHomes(tx: WriteDb, context: ActContext, villages: readonly string[]) {
  const { rows } = await sql<ReadyHome>`
    select h.id, h.village, h.sequence, h.stage, h.change, h.householder, h.id_number_index as "idNumberIndex",
           h.wanted_equipment as "wantedEquipment", h.wanted_units as "wantedUnits"
      from home h
     where h.county = ${context.county} and h.village = any(${[...villages]}::text[]) and ${isToNotice(context)}
     order by h.id for update of h`.execute(tx)
  const byVillage = new Map<string, ReadyHome[]>(villages.map((village) => [village, []]))
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
