import { sql } from 'kysely'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { loadHomesToChange } from '../acts/change-facts.ts'
import { whoseTurn } from '../free-places.ts'
import { applicationOrder, isWaitingHome } from '../locked.ts'
import { ListWaiting } from '../model/change.ts'
import { waitingListOf } from '../rules/change.ts'
import { visible } from './home-filter.ts'

interface Row {
  id: string
  /** Its place on the list of its village or town and line of work, by the pack. */
  place: number
  householder: string
  sequence: number
  appliedOn: Day
  line: 'heating' | 'building'
  areaKind: 'urban' | 'rural'
  townName: string
  villageName: string
  /** A change with it is asked for. */
  asked: boolean
  /** A place became free for it. */
  turn: boolean
}

/** Homes of locked villages that are screened yes and not taken in, in the order of application (§A.2). */
export const changeWaiting = defineQuery({
  name: 'change.waiting',
  input: ListWaiting,
  permission: 'register.read',
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
                and ${sql.ref(`w.${list}`)} = ${leaving[list]} and not w.asked`,
          ]
        : []),
    ]
    const { rows } = await sql<Row & { total: number }>`
      with w as (
        select h.*, row_number() over (partition by ${sql.ref(`h.${list}`)}, h.line order by ${applicationOrder}) as place,
               exists (select 1 from home_change c where c.county = ${county} and c.state = 'asked'
                          and c.enters = h.id) as asked
          from home h where h.county = ${county} and ${visible(context)} and ${isWaitingHome(context)})
      select w.id, w.place, w.householder, w.sequence, w.applied_on as "appliedOn", w.line, w.area_kind as "areaKind",
             town.name as "townName", village.name as "villageName", w.asked, t.id is not null as turn,
             count(*) over () as total
        from w
        left join (${whoseTurn(context)}) t on t.id = w.id
        join area town on town.county = ${county} and town.code = w.town
        join area village on village.county = ${county} and village.code = w.village
       where ${sql.join(narrowed, sql` and `)}
       order by ${sql.ref(`w.${list}`)}, w.line, w.place limit ${pageSize} offset ${page * pageSize}`.execute(
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
