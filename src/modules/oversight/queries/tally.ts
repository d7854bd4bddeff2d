import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { DailyCount } from '../rules/daily.ts'
import type { HomeCount } from '../rules/funnel.ts'
import { type Extent, homesOf, isWholeCounty } from './extent.ts'

export interface Tally {
  /** By place and where they stand. */
  counts: HomeCount[]
  /** What became confirmed, installed and accepted on each day, of homes still on the road. */
  daily: DailyCount[]
  /** Homes accepted for heating, and those whose electricity was read in the newest season (§4.3). */
  accepted: number
  read: number
}

type Row = HomeCount & {
  of: 'place' | DailyCount['stage'] | 'read'
  day: DailyCount['day'] | null
  isRead: boolean | null
  accepted: number
}

/** Everything an overview counts of its homes, in one walk over them: the rows are wide, the answers few. */
export async function tallyOf(db: ReadDb, extent: Extent): Promise<Tally> {
  const { county } = extent.context
  const place = sql.ref(isWholeCounty(extent) ? 'h.town' : 'h.village')
  const { rows } = await sql<Row>`
    select case when grouping(h.place) = 0 then 'place' when grouping(h.confirmed_on) = 0 then 'confirmed'
                when grouping(h.accepted_on) = 0 then 'accepted' when grouping(h.installed_on) = 0 then 'installed'
                else 'read' end as of,
           h.place, h.line, h.area_kind as "areaKind", h.stage, h.answer, h.ended, h.is_read as "isRead",
           coalesce(h.confirmed_on, h.accepted_on, h.installed_on) as day, count(*) as homes,
           count(h.accepted_on) as accepted, coalesce(sum(h.area), 0) as "squareMetres",
           count(*) filter (where h.area is null) as unmeasured
      from (select ${place} as place, h.line, h.area_kind, h.stage, h.answer, h.ended, h.confirmed_on, h.accepted_on,
                   h.building_area_m2 as area, i.installed_on, u.home is not null as is_read
              from home h
              left join installation i on i.county = ${county} and i.home = h.id
              left join usage_reading u on u.county = ${county} and u.home = h.id
               and u.season = (select id from season where county = ${county} order by starts_on desc limit 1)
             where ${homesOf(extent)}) h
     group by grouping sets ((h.place, h.line, h.area_kind, h.stage, h.answer, h.ended),
                             (h.line, h.area_kind, h.ended, h.confirmed_on),
                             (h.line, h.area_kind, h.ended, h.accepted_on),
                             (h.line, h.area_kind, h.ended, h.installed_on),
                             (h.line, h.ended, h.is_read))`.execute(db)
  const onRoad = rows.filter(({ ended }) => ended === null)
  const heating = onRoad.filter(({ of, line }) => of === 'read' && line === 'heating')
  const acceptedOf = (some: readonly Row[]) => some.reduce((sum, { accepted }) => sum + accepted, 0)
  return {
    counts: rows.filter(({ of }) => of === 'place'),
    daily: onRoad.flatMap(({ of, line, areaKind, day, homes }): DailyCount[] =>
      of === 'place' || of === 'read' || day === null ? [] : [{ line, areaKind, stage: of, day, homes }],
    ),
    accepted: acceptedOf(heating),
    read: acceptedOf(heating.filter(({ isRead }) => isRead)),
  }
}
