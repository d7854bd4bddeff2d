import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { getChecklist } from '../../../kernel/pack/checklist.ts'
import { commissioningList } from '../../../kernel/pack/measurements.ts'
import { amount, lineOfWork, measuredWorks } from '../../../kernel/pack/pack.ts'
import { toCheck } from '../../acceptance/public.ts'
import { quantityOf } from '../../households/rules/line-area.ts'
import { papersOf, shownPaper, wordedFor } from '../../households/rules/paper-text.ts'
import { stages } from '../../households/stages.ts'
import { scopeAs } from '../../organisations/rules/suppliers.ts'
import { homePlaces, limitsOf } from '../../photographs/public.ts'
import { surveyOf } from '../../outreach/public.ts'
import {
  commissioningsOf,
  devicesOf,
  isCommissioningAsked,
  isMeasured,
  partsOf,
  withoutRun,
} from '../../works/public.ts'
import { type FieldKind, fieldKinds, permissionOf } from '../model.ts'

const supervisor = { organisations: [sql.ref('h.supervisor')] }
const contractor = { organisations: [sql.ref('h.contractor')] }
const inArea = { town: sql.ref('h.town'), village: sql.ref('h.village') }

/** What a home waits for; papers have a list of their own, and nothing waits to be corrected. */
type Work = Exclude<FieldKind, 'paper.take' | 'home.correct-parts'>
const isWork = (kind: FieldKind): kind is Work => kind !== 'paper.take' && kind !== 'home.correct-parts'

/** Of homes `h`: the papers that are to be signed and that this person has signed there, as ids (§3.3.2a, §3.3.3). */
function papersToSign({ county, pack, actor }: QueryContext) {
  const papers = papersOf(pack).map(({ id, from, until, by, withContractor, ofParts }) => {
    const stagesOf = stages.slice(stages.indexOf(from), stages.indexOf(until))
    const parties = [sql.ref('h.contractor'), sql.ref('h.supervisor')]
    return sql`case when h.stage = any(${[...stagesOf]}::text[]) and ${inScope(scopeAs(actor, by), { ...inArea, organisations: parties })}
      ${withContractor ? sql`and h.contractor is not null` : sql``}
      ${ofParts === false ? sql`and not ${isMeasured(pack)}` : sql``}
      and not exists (select 1 from signed_paper s
                       where s.county = ${county} and s.home = h.id and s.paper = ${id}) then ${id} end`
  })
  return sql`array_remove(array[${sql.join(papers)}]::text[], null)`
}

/**
 * Of homes `h`: where each act waits to be done (§3.3.1, §3.3.3, §3.3.4), and whose it is. What is built of measured parts
 * goes the same way but for its installation, and nothing of it runs (§1.2).
 */
const waitingFor = ({
  county,
  pack,
  today,
  actor,
}: QueryContext): Record<Work, [RawBuilder<unknown>, typeof supervisor | typeof inArea]> => ({
  'home.install': [sql`h.stage = 'assigned' and not ${isMeasured(pack)}`, contractor],
  'home.install-parts': [sql`h.stage = 'assigned' and ${isMeasured(pack)}`, contractor],
  'home.self-check': [sql`h.stage = 'installed'`, contractor],
  'home.inspect': [sql`h.stage = 'self-checked'`, supervisor],
  'home.commission': [
    sql`h.stage in ('self-checked', 'inspected') and ${withoutRun(county, pack, today)}`,
    contractor,
  ],
  'home.check-town': [toCheck(county, 'town', actor.id), inArea],
  'home.check-county': [toCheck(county, 'county', actor.id), inArea],
  // Before work begins, of those nobody has asked yet; the building line has no route to wish for (§3.1.3b).
  'wish.record': [
    sql`h.line = 'heating' and h.stage in ('applied', 'screened', 'noticed', 'confirmed')
        and not exists (select 1 from wish w where w.county = ${county} and w.home = h.id)`,
    inArea,
  ],
})

/** A home at which this person has something to do: the next act's kind as `kind`, what is to be signed as `papers`. */
function ownWork(context: QueryContext) {
  const { scopeFor, county } = context
  const waiting = waitingFor(context)
  const cases = fieldKinds.filter(isWork).map((kind) => {
    const [isWaiting, whose] = waiting[kind]
    return sql`when ${isWaiting} and ${inScope(scopeFor(permissionOf(kind)), whose)} then ${kind}`
  })
  return sql`(select w.*, coalesce(w.work, case when cardinality(w.papers) > 0 then 'paper.take' end) as kind
                from (select h.*, ${papersToSign(context)} as papers,
                             case when h.stage in ('accepted', 'settled', 'subsidised')
                                   and not exists (select 1 from sample_home s
                                                    where s.county = ${county} and s.home = h.id
                                                      and s.passed is not true) then null
                                  ${sql.join(cases, sql` `)} end as work
                        from home h where h.county = ${county} and h.ended is null) w) h`
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
  line: 'heating' | 'building'
  areaKind: 'urban' | 'rural'
  buildingAreaM2: number | null
  /** The same family's home of the other line of work (§2.3). */
  other: string | null
  contractor: string | null
  contractorName: string | null
  /** What is to be signed here, of the papers. */
  papers: string[]
  /** The household has signed the acceptance. */
  confirmed: boolean
  lot: string | null
  /** Of the village. */
  route: string | null
}

/** The homes of one village at which this person has something to do, with what a visit needs and no more. */
const fieldVillage = defineQuery({
  name: 'field.village',
  input: z.object({ village: z.string().regex(/^\d{12}$/) }),
  permission: 'handset.enrol',
  run: async (db, { village }, context) => {
    const { county, pack } = context
    const { rows } = await sql<HomeRow>`
      select h.id, h.sequence, h.householder, h.address, h.kind, h.wanted_equipment as "wantedEquipment",
             h.wanted_units as "wantedUnits", h.line, h.area_kind as "areaKind",
             h.building_area_m2::float8 as "buildingAreaM2", h.contractor, o.name as "contractorName",
             h.papers, case h.line when 'building' then v.building_lot else v.lot end as lot, v.route,
             (select o.id from home o
               where o.county = ${county} and o.village = h.village and o.line <> h.line and o.ended is null
                 and (o.account_number = h.account_number or o.id_number_index = h.id_number_index)
               order by o.id limit 1) as other,
             exists (select 1 from signed_paper s where s.county = ${county}
                        and s.home = h.id and s.paper = 'acceptance') as confirmed
        from ${ownWork(context)} left join village v on v.county = ${county} and v.code = h.village
        left join organisation o on o.county = ${county} and o.id = h.contractor
       where h.kind is not null and h.village = ${village}
       order by h.sequence limit 1000`.execute(db)
    const devices = await devicesOf(
      db,
      county,
      rows.map(({ id }) => id),
    )
    const runs = await commissioningsOf(
      db,
      county,
      rows.map(({ id }) => id),
    )
    const parts = await partsOf(
      db,
      county,
      rows.map(({ id }) => id),
    )
    const limits = limitsOf(pack, context.today)
    const places = limits && (await homePlaces(db, county, [village], limits)).get(village)
    return rows.map(({ line, areaKind, buildingAreaM2, ...row }) => {
      const of = { line, areaKind }
      const isByParts = measuredWorks(pack, of) !== undefined
      const counted = quantityOf(pack, of, buildingAreaM2 === null ? {} : { buildingAreaM2 })
      return {
        ...row,
        /** The line of work it counts for, of those in `field.papers`. */
        line: lineOfWork(pack, of)?.id ?? null,
        /** What it counts for there; null where that is not known yet. */
        amount: counted?.amount ?? null,
        serials: (devices.get(row.id) ?? []).map(({ serial }) => serial),
        /** Of a line that is built by measured parts; null of one of machines (§1.2). */
        parts: isByParts ? (parts.get(row.id) ?? []).map(({ part, areaM2 }) => ({ part, areaM2 })) : null,
        /** The run that stands is missing or did not pass, and there is a list for it. */
        wantsRun:
          !isByParts &&
          !runs.get(row.id)?.passed &&
          commissioningList(pack, row.route, context.today) !== undefined,
        /** Where it is, as far as its photographs tell. */
        place: places?.get(row.id) ?? null,
      }
    })
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
    sampleCheck: {
      checklist: getChecklist(pack, 'sample-check'),
      leastPhotos: amount(pack, 'acceptance.samplePhotos', today),
    },
    lines: pack.lines.map(({ id, label, unitLabel, measured }) => ({
      ...{ id, label, unitLabel },
      /** Of which parts it is built, and the list that takes the place of the general ones; null of one of machines. */
      built: measured
        ? {
            parts: measured.parts,
            leastParts: measured.leastParts,
            mostM2: measured.mostM2,
            checklist: getChecklist(pack, measured.checklist),
          }
        : null,
    })),
    commissioning: pack.checklists.flatMap(({ routes = [] }) =>
      routes.flatMap((route) => {
        const list = commissioningList(pack, route, today)
        return list ? [{ route, list }] : []
      }),
    ),
    /** A visit cannot pass before a run has. */
    commissioningAsked: isCommissioningAsked(pack, today),
    commissioningPhotos: amount(pack, 'commissioning.photos', today),
    models: await db
      .selectFrom('equipment_model')
      .select(['id', 'maker', 'model', 'serial_prefix as serialPrefix'])
      .where('county', '=', county)
      .orderBy('maker')
      .orderBy('model')
      .execute(),
    /** What households sign, by the words of homes with machines and of measured parts; the digest goes into what they sign. */
    toSign: [false, true].flatMap((isByParts) =>
      papersOf(pack)
        .flatMap((paper) => wordedFor(paper, isByParts))
        .map((paper) => ({ ...shownPaper(paper), isByParts })),
    ),
    wish: surveyOf(pack),
    people: await onSite(db, county, today, scopeFor('home.install').organisations),
  }),
})

export const takeQueries = [fieldVillages, fieldVillage, fieldPapers] as const
