import { type RawBuilder, sql } from 'kysely'
import type { ActContext } from '../../kernel/act/define.ts'
import { applicationOrder, isWaitingHome, listColumns } from './locked.ts'
import { leavingKinds } from './model/change.ts'
import { waitingListOf } from './rules/change.ts'

/**
 * SQL for the places of locked registers that became free and that nobody took yet (§3.1.3d, §A.2): `area` (the village
 * or town whose list it is), `line`, `area_kind`, `places` above 0. A departure without a replacement frees one, a home
 * that came in by itself after it takes one.
 */
export function freePlaces({
  county,
  pack,
  today,
}: Pick<ActContext, 'county' | 'pack' | 'today'>): RawBuilder<unknown> {
  const area = sql.ref(`h.${waitingListOf(pack, today)}`)
  return sql`
    select area, line, area_kind, (sum(step) - least(0, min(standing)))::int as places
      from (select *, sum(step) over (partition by area, line, area_kind order by decide_act) as standing from (
        select ${area} as area, h.line, h.area_kind, c.decide_act, 1 as step
          from home h
          join lateral (
            select d.decide_act, d.enters from home_change d
             where d.county = ${county} and d.home = h.id and d.state = 'approved'
               and d.kind = any(${[...leavingKinds]}::text[])
             order by d.number desc limit 1) c on true
          left join home e on e.county = ${county} and e.id = c.enters
         where h.county = ${county} and h.ended in ('withdrawn', 'refused') and (e.id is null or e.ended is not null)
        union all
        select ${area}, h.line, h.area_kind, c.decide_act, -1
          from home_change c join home h on h.county = ${county} and h.id = c.home
         where c.county = ${county} and c.state = 'approved' and c.kind = 'add' and h.ended is null) s) r
     group by area, line, area_kind having sum(step) - least(0, min(standing)) > 0`
}

/**
 * SQL for the waiting homes (`id`) that come in next, since as many places are free on their list, and that nobody asked
 * for. Who is to come in for a home that leaves takes none of these places; whose late addition is asked for does.
 */
export function whoseTurn(context: Pick<ActContext, 'county' | 'pack' | 'today'>): RawBuilder<unknown> {
  const area = sql.ref(`h.${waitingListOf(context.pack, context.today)}`)
  const list = sql.join(listColumns(context))
  return sql`
    select w.id from (
      select h.id, f.places,
             row_number() over (partition by ${list} order by ${applicationOrder}) as turn
        from (${freePlaces(context)}) f
        join home h on h.county = ${context.county} and ${area} = f.area and h.line = f.line
                   and h.area_kind = f.area_kind and ${isWaitingHome(context)}
       where not exists (select 1 from home_change a where a.county = ${context.county} and a.state = 'asked'
                            and a.kind <> 'add' and (a.home = h.id or a.enters = h.id))) w
     where w.turn <= w.places
       and not exists (select 1 from home_change a where a.county = ${context.county} and a.state = 'asked'
                          and a.home = w.id)`
}
