import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { getChecklist } from '../../../kernel/pack/checklist.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { homePlaces, limitsOf } from '../../photographs/public.ts'
import { surveyOf } from '../../outreach/public.ts'
import { devicesOf } from '../../works/public.ts'
import { type FieldKind, fieldKinds } from '../model.ts'

/** Homes `h` at which each act waits to be done (§3.3.3, §3.3.4). */
const waitingFor: Record<FieldKind, RawBuilder<unknown>> = {
  'home.install': sql`h.stage = 'assigned'`,
  'home.self-check': sql`h.stage = 'installed'`,
  'home.inspect': sql`h.stage = 'self-checked'`,
  // Before work begins, of those nobody has asked yet (§3.1.3b).
  'wish.record': sql`h.stage in ('applied', 'screened', 'noticed', 'confirmed')
                     and not exists (select 1 from wish w where w.county = h.county and w.home = h.id)`,
}

const byContractor = { organisations: [sql.ref('h.contractor')] }
/** Whose each act is: a firm's, or the town's and village's. */
const whose: Record<FieldKind, Parameters<typeof inScope>[1]> = {
  'home.install': byContractor,
  'home.self-check': byContractor,
  'home.inspect': { organisations: [sql.ref('h.supervisor')] },
  'wish.record': { town: sql.ref('h.town'), village: sql.ref('h.village') },
}

/** A home whose next act on the spot is this person's; the act's kind as `kind`. */
function ownWork({ scopeFor, county }: QueryContext) {
  const cases = fieldKinds.map((kind) => {
    const scope = inScope(scopeFor(kind), whose[kind])
    return sql`when ${waitingFor[kind]} and ${scope} then ${kind}`
  })
  return sql`(select h.*, case ${sql.join(cases, sql` `)} end as kind
                from home h where h.county = ${county} and h.ended is null
                 and h.stage not in ('inspected', 'accepted')) h`
}

/** The villages with something to do for this person, to be taken along. */
const fieldVillages = defineQuery({
  name: 'field.villages',
  input: z.object({}),
  permission: 'handset.enrol',
  run: async (db, _input, context) => {
    const { rows } = await sql<{
      code: string
      name: string
      townName: string
      kind: FieldKind
      homes: number
    }>`
      select h.village as code, v.name, t.name as "townName", h.kind, count(*)::int as homes
        from ${ownWork(context)}
        join area v on v.county = ${context.county} and v.code = h.village
        join area t on t.county = ${context.county} and t.code = h.town
       where h.kind is not null group by 1, 2, 3, 4 order by 1, 4`.execute(db)
    const villages = new Map<
      string,
      { code: string; name: string; townName: string; work: Partial<Record<FieldKind, number>> }
    >()
    for (const { kind, homes, ...village } of rows) {
      const known = villages.get(village.code) ?? { ...village, work: {} }
      villages.set(village.code, { ...known, work: { ...known.work, [kind]: homes } })
    }
    return [...villages.values()]
  },
})

interface HomeRow {
  id: string
  sequence: number
  householder: string
  address: string
  kind: FieldKind
  wantedEquipment: string | null
  wantedUnits: number | null
  lot: string | null
}

/** The homes of one village at which this person has something to do, with what a visit needs and no more. */
const fieldVillage = defineQuery({
  name: 'field.village',
  input: z.object({ village: z.string().regex(/^\d{12}$/) }),
  permission: 'handset.enrol',
  run: async (db, { village }, context) => {
    const { county } = context
    const { rows } = await sql<HomeRow>`
      select h.id, h.sequence, h.householder, h.address, h.kind, h.wanted_equipment as "wantedEquipment",
             h.wanted_units as "wantedUnits", (select v.lot from village v where v.county = ${county} and v.code = h.village) as lot
        from ${ownWork(context)} where h.kind is not null and h.village = ${village}
       order by h.sequence limit 1000`.execute(db)
    const devices = await devicesOf(
      db,
      county,
      rows.map(({ id }) => id),
    )
    const limits = limitsOf(context.pack, context.today)
    const places = limits && (await homePlaces(db, county, [village], limits)).get(village)
    return rows.map((row) => ({
      ...row,
      serials: (devices.get(row.id) ?? []).map(({ serial }) => serial),
      /** Where it is, as far as its photographs tell. */
      place: places?.get(row.id) ?? null,
    }))
  },
})

/** Whom an installation may name as having fitted it: one's firm's people by the lot they are on site of (§3.2.3). */
async function onSite(db: ReadDb, county: number, today: Day, firms: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string; lot: string }>`
    select distinct w.id, w.name, p.lot
      from posting p join worker w on w.county = ${county} and w.id = p.worker
     where p.county = ${county} and w.firm = any(${[...firms]}::uuid[]) and p.from_day <= ${today}
       and (p.to_day is null or p.to_day >= ${today})
     order by w.name, w.id`.execute(db)
  return rows
}

/** The checklists, the admitted models and one's own people on site, as they are in force today. */
const fieldPapers = defineQuery({
  name: 'field.papers',
  input: z.object({}),
  permission: 'handset.enrol',
  run: async (db, _input, { county, pack, today, scopeFor }) => ({
    day: today,
    pack: pack.digest,
    selfCheck: {
      checklist: getChecklist(pack, 'self-check'),
      leastPhotos: amount(pack, 'acceptance.selfCheckPhotos', today),
    },
    inHome: {
      checklist: getChecklist(pack, 'in-home'),
      leastPhotos: amount(pack, 'acceptance.inHomePhotos', today),
    },
    models: await db
      .selectFrom('equipment_model')
      .select(['id', 'maker', 'model', 'serial_prefix as serialPrefix'])
      .where('county', '=', county)
      .orderBy('maker')
      .orderBy('model')
      .execute(),
    wish: surveyOf(pack),
    people: await onSite(db, county, today, scopeFor('home.install').organisations),
  }),
})

export const takeQueries = [fieldVillages, fieldVillage, fieldPapers] as const
