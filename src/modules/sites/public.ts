import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import { inScope, type Scope } from '../../kernel/identity/authority.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { findLots } from '../suppliers/public.ts'
import { findVillages } from '../villages/public.ts'
import type { VillageOnSite } from './rules/matters.ts'
import type { Side } from './rules/safety.ts'
import { deadlineOf, paceDaysOf } from './pace.ts'
import { amount } from '../../kernel/pack/pack.ts'

/** A firm sees its own lots, a town those with a village of its own, the county all. Of `lot l`. */
const lotsSeen = (county: number, scope: Scope): RawBuilder<boolean> => sql<boolean>`(
  ${inScope(scope, { organisations: [sql.ref('l.contractor'), sql.ref('l.supervisor')] })}
  or exists (select 1 from village lv where lv.county = ${county} and lv.lot = l.id
              and ${inScope(scope, { town: sql.ref('lv.town'), village: sql.ref('lv.code') })}))`

type Asking = Pick<QueryContext, 'county' | 'scope' | 'pack' | 'today'>

/** Every awarded lot that is seen, with what is fitted, what is left, its pace and whether it is behind (§3.2.1). */
export function lotProgress({ county, scope, pack, today }: Asking): RawBuilder<unknown> {
  const paceDays = paceDaysOf(pack, today)
  return sql`
    select p.*, p.remaining > 0 and p.remaining > greatest(${deadlineOf(pack)}::date - ${today}::date, 0) *
             (case when p.recent > 0 then p.recent::numeric / ${paceDays}::int else p.capacity end) as behind
      from (select l.id, l.code, l.name, l.contractor, l.awarded_on as "awardedOn", c.crews, c.homes_per_day as "homesPerDay",
                   coalesce(c.crews * c.homes_per_day, 0) as capacity, count(h.id) as homes,
                   count(h.id) filter (where h.stage in ('confirmed', 'assigned')) as remaining,
                   count(i.home) filter (where i.installed_on > ${today}::date - ${paceDays}::int) as recent
              from lot l
              left join lateral (select crews, homes_per_day from lot_crews lc
                                  where lc.county = ${county} and lc.lot = l.id order by lc.id desc limit 1) c on true
              left join village v on v.county = ${county} and v.lot = l.id
              left join home h on h.county = ${county} and h.village = v.code and h.ended is null and h.line = 'heating'
                              and h.stage not in ('applied', 'screened', 'noticed')
              left join installation i on i.county = ${county} and i.home = h.id
             where l.county = ${county} and l.contractor is not null and ${lotsSeen(county, scope)}
             group by l.id, l.code, l.name, l.contractor, l.awarded_on, c.crews, c.homes_per_day) p`
}

/** Villages of lots that are seen, with homes handed over, and their newest plan. Of `village v`. */
export const villagesToPlan = ({
  county,
  scope,
}: Pick<Asking, 'county' | 'scope'>): RawBuilder<unknown> => sql`
  select v.id, v.code, v.town, v.lot, l.contractor, p.id as plan, case when n.remaining = 0 and p.state is distinct from 'proposed' then 'done'
              else coalesce(p.state, 'none') end as state,
         p.starts_on as "startsOn", p.crews, p.homes_per_day as "homesPerDay", p.remark, p.reason,
         p.proposed_on as "proposedOn", p.decided_on as "decidedOn", n.homes, n.remaining
    from village v
    join lot l on l.county = ${county} and l.id = v.lot and l.contractor is not null
    join lateral (select count(*) as homes, count(*) filter (where h.stage in ('confirmed', 'assigned')) as remaining
                    from home h where h.county = ${county} and h.village = v.code and h.ended is null
                     and h.line = 'heating' and h.contractor is not null) n on n.homes > 0
    left join lateral (select * from village_plan vp where vp.county = ${county} and vp.village = v.id
                        order by vp.id desc limit 1) p on true
   where v.county = ${county}
     and ${inScope(scope, { town: sql.ref('v.town'), village: sql.ref('v.code'), organisations: [sql.ref('l.contractor'), sql.ref('l.supervisor')] })}`

/** Damage, hazards and permits of villages that are seen, each with how it stands today. */
export const matters = ({
  county,
  scope,
  today,
}: Pick<Asking, 'county' | 'scope' | 'today'>): RawBuilder<unknown> => sql`
  select m.*, case when m.closed then 'done' when m.done_on is not null then 'to-recheck'
                   when m.due_on < ${today}::date then 'overdue' else 'open' end as state
    from (select id, 'damage' as kind, village, lot, contractor, what, null as authority, reported_on as opened_on, due_on,
                 repaired_on as done_on, null::boolean as granted, repair_note as note, repaired_on is not null as closed
            from damage where county = ${county}
          union all
          select id, 'hazard', village, lot, contractor, what, null, found_on, due_on, removed_on, null, removed_note,
                 closed_on is not null from hazard where county = ${county}
          union all
          select id, 'permit', village, lot, contractor, place, authority, applied_on, due_on, decided_on, granted, answer,
                 decided_on is not null from permit where county = ${county}) m
    join lot l on l.county = ${county} and l.id = m.lot
   where ${inScope(scope, {
     town: sql`(left(m.village, 9) || '000')`,
     village: sql.ref('m.village'),
     organisations: [sql.ref('m.contractor'), sql.ref('l.supervisor')],
   })}`

/** The village of each item, with who builds and who watches there. */
export async function loadVillages(
  db: ReadDb,
  county: number,
  items: readonly { subject: string }[],
): Promise<(VillageOnSite | undefined)[]> {
  const villages = await findVillages(
    db,
    county,
    items.map(({ subject }) => subject),
  )
  const lots = await findLots(
    db,
    county,
    [...villages.values()].flatMap(({ lot }) => lot ?? []),
  )
  return items.map(({ subject }) => {
    const village = villages.get(subject)
    const lot = village?.lot ? lots.get(village.lot) : undefined
    return (
      village && {
        code: village.code,
        lotId: village.lot,
        contractor: lot?.contractor ?? null,
        supervisor: lot?.supervisor ?? null,
      }
    )
  })
}

/**
 * Villages with homes handed over, with who watches over safety there, when each side patrolled last and when it is due
 * again, and the hazards that stand open (§5.3). A patrol is due while something is being built. `isOpen`: there is
 * something to watch over. Of `village v`.
 */
export function safetyOfVillages({ county, scope, pack, today }: Asking): RawBuilder<unknown> {
  const every = (side: 'firm' | 'village') => amount(pack, `safety.${side}PatrolDays`, today)
  const last = (side: 'firm' | 'village') => sql`
    (select max(day) from patrol p where p.county = ${county} and p.village = v.code and p.side = ${side})`
  return sql`
    select s.*, s."firmDue" < ${today}::date as "firmBehind", s."villageDue" < ${today}::date as "villageBehind",
           s.underway > 0 or s.hazards > 0 as "isOpen"
      from (select x.*, case when x."isBuilt" then greatest(x."firmLast", x.begun) + ${every('firm')}::int end as "firmDue",
                   case when x."isBuilt" then greatest(x."villageLast", x.begun) + ${every('village')}::int end as "villageDue"
              from (select v.id, v.code, v.town, v.lot, l.contractor, n.underway, b.begun,
                           coalesce(n.underway > 0 and b.begun <= ${today}::date, false) as "isBuilt",
                           fo.id as "firmOfficer", vo.id as "villageOfficer", ${last('firm')} as "firmLast",
                           ${last('village')} as "villageLast", z.hazards, z.overdue, z."toRecheck"
                      from village v
                      join lot l on l.county = ${county} and l.id = v.lot and l.contractor is not null
                      join lateral (select count(*) as homes, count(*) filter (where h.stage in ('assigned', 'installed')) as underway
                                      from home h where h.county = ${county} and h.village = v.code and h.ended is null
                                       and h.line = 'heating' and h.contractor is not null) n on n.homes > 0
                      left join lateral (
                        select least((select p.starts_on from village_plan p where p.county = ${county} and p.village = v.id
                                         and p.state = 'agreed' order by p.id desc limit 1),
                                     (select min(i.installed_on) from installation i
                                        join home h on h.county = ${county} and h.id = i.home and h.village = v.code
                                       where i.county = ${county})) as begun) b on true
                      left join safety_officer fo on fo.county = ${county} and fo.lot = v.lot and fo.ended_on is null
                      left join safety_officer vo on vo.county = ${county} and vo.village = v.code and vo.ended_on is null
                      join lateral (select count(*) filter (where g.closed_on is null) as hazards,
                                           count(*) filter (where g.removed_on is null and g.due_on < ${today}::date) as overdue,
                                           count(*) filter (where g.removed_on is not null and g.closed_on is null) as "toRecheck"
                                      from hazard g where g.county = ${county} and g.village = v.code) z on true
                     where v.county = ${county}
                       and ${inScope(scope, { town: sql.ref('v.town'), village: sql.ref('v.code'), organisations: [sql.ref('l.contractor'), sql.ref('l.supervisor')] })}) x) s`
}

/**
 * Villages in which homes were handed to the contractor of one of its lots, each with the service point its families call
 * (§3.3.3), null where none is named.
 */
export function afterSalesOf({ county, scope }: Pick<Asking, 'county' | 'scope'>): RawBuilder<unknown> {
  return sql`
    select v.id as village, v.code, v.town, l.id as lot, l.contractor, n.homes, p.id as point
      from village v
      join lot l on l.county = ${county} and l.id in (v.lot, v.building_lot) and l.contractor is not null
      join lateral (select count(*) as homes from home h
                     where h.county = ${county} and h.village = v.code and h.ended is null and h.line = l.line
                       and h.contractor = l.contractor) n on n.homes > 0
      left join after_sales p on p.county = ${county} and p.lot = l.id and p.village = v.code and p.ended_on is null
     where v.county = ${county}
       and ${inScope(scope, {
         town: sql.ref('v.town'),
         village: sql.ref('v.code'),
         organisations: [sql.ref('l.contractor'), sql.ref('l.supervisor')],
       })}`
}

/** Of `safetyOfVillages s`: villages to be built without this side's officer, or where its patrol is behind. */
export const officerMissing = (side: Side): RawBuilder<boolean> =>
  side === 'firm'
    ? sql<boolean>`(s.underway > 0 and s."firmOfficer" is null)`
    : sql<boolean>`(s.underway > 0 and s."villageOfficer" is null)`
export const patrolBehind = (side: Side): RawBuilder<boolean> =>
  side === 'firm' ? sql<boolean>`s."firmBehind"` : sql<boolean>`s."villageBehind"`
