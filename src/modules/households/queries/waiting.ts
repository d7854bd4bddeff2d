import { sql } from 'kysely'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { loadHomesToChange } from '../acts/change-facts.ts'
import { freePlaces, whoseTurn } from '../free-places.ts'
import { applicationOrder, isWaitingHome, listColumns } from '../locked.ts'
import { ListPlaces, ListWaiting } from '../model/change.ts'
import { waitingListOf } from '../rules/change.ts'
import { visible } from './home-filter.ts'

interface Row {
  id: string
  /** Its place on the list of its village or town, line of work and kind of area, by the pack. */
  place: number
  householder: string
  sequence: number
  appliedOn: Day
  line: 'heating' | 'building'
  areaKind: 'urban' | 'rural'
  townName: string
  villageName: string
  /** The request that it comes in by, which is not decided yet. */
  asked: { change: string; number: number } | null
  /** A place became free for it. */
  turn: boolean
}

/** Homes of locked villages that are screened yes and not taken in, in the order of application (§A.2). */
export const changeWaiting = defineQuery({
  name: 'change.waiting',
  input: ListWaiting,
  permission: 'selection.read',
  run: async (db, { town, village, turn, instead, page, pageSize }, context) => {
    const { county, pack, today } = context
    const list = waitingListOf(pack, today)
    const leaving = instead ? (await loadHomesToChange(db, context, [instead])).get(instead) : undefined
    if (instead && !leaving) throw new NotFound()
    const narrowed = [
      sql`true`,
      ...(town ? [sql`w.town = ${town}`] : []),
      ...(village ? [sql`w.village = ${village}`] : []),
      ...(turn ? [sql`t.id is not null`] : []),
      ...(leaving
        ? [
            sql`w.line = ${leaving.line} and w.area_kind = ${leaving.areaKind}
                and ${sql.ref(`w.${list}`)} = ${leaving[list]}`,
          ]
        : []),
    ]
    const { rows } = await sql<Row & { total: number }>`
      with w as (
        select h.*, row_number() over (partition by ${sql.join(listColumns(context))} order by ${applicationOrder}) as place,
               (select json_build_object('change', c.id, 'number', c.number) from home_change c
                 where c.county = ${county} and c.state = 'asked' and c.enters = h.id limit 1) as asked
          from home h where h.county = ${county} and ${visible(context)} and ${isWaitingHome(context)})
      select w.id, w.place, w.householder, w.sequence, w.applied_on as "appliedOn", w.line, w.area_kind as "areaKind",
             town.name as "townName", village.name as "villageName", w.asked, t.id is not null as turn,
             count(*) over () as total
        from w
        left join (${whoseTurn(context)}) t on t.id = w.id
        join area town on town.county = ${county} and town.code = w.town
        join area village on village.county = ${county} and village.code = w.village
       where ${sql.join(narrowed, sql` and `)}
       order by ${sql.ref(`w.${list}`)}, w.line, w.area_kind, w.place limit ${pageSize} offset ${page * pageSize}`.execute(
      db,
    )
    return {
      rows: rows.map(({ total: _, ...row }) => row),
      total: rows[0]?.total ?? 0,
      pageSize,
      list,
    }
  },
})

interface ListOfPlaces {
  area: string
  areaName: string
  line: 'heating' | 'building'
  areaKind: 'urban' | 'rural'
  waiting: number
  /** Places of the locked register that became free and that nobody took. */
  places: number
}

/** Every waiting list on which somebody waits or a place is free, whose list it is by the pack (§A.2). */
export const changePlaces = defineQuery({
  name: 'change.places',
  input: ListPlaces,
  permission: 'selection.read',
  run: async (db, { town }, context) => {
    const { county, pack, today } = context
    const list = waitingListOf(pack, today)
    const townOf = sql`rpad(substr(l.area, 1, 9), 12, '0')`
    const { rows } = await sql<ListOfPlaces>`
      select l.area, a.name as "areaName", l.line, l.area_kind as "areaKind",
             sum(l.waiting)::int as waiting, sum(l.places)::int as places
        from (select ${sql.ref(`h.${list}`)} as area, h.line, h.area_kind, count(*)::int as waiting, 0 as places
                from home h where h.county = ${county} and ${isWaitingHome(context)} group by 1, 2, 3
              union all select area, line, area_kind, 0, places from (${freePlaces(context)}) f) l
        join area a on a.county = ${county} and a.code = l.area
       where ${inScope(context.scope, { town: townOf, village: sql`l.area` })}
         ${town ? sql`and ${townOf} = ${town}` : sql``}
       group by 1, 2, 3, 4 order by 1, 3, 4`.execute(db)
    return { list, rows }
  },
})
