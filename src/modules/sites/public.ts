import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import { inScope, type Scope } from '../../kernel/identity/authority.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { findLots } from '../suppliers/public.ts'
import { findVillages } from '../villages/public.ts'
import type { VillageOnSite } from './rules/matters.ts'
import { deadlineOf, paceDaysOf } from './pace.ts'

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
  select v.id, v.code, v.town, v.lot, l.contractor, p.id as plan, coalesce(p.state, 'none') as state,
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
