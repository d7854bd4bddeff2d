import { sql } from 'kysely'
import { defineQuery } from '../../../kernel/act/define.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { isToNotice, isWaitingHome } from '../locked.ts'
import { ListNotices, ListVillagesToNotice, type NoticePhase } from '../model/notice.ts'

/** Totals beyond this are told as "or more", so that counting never slows a page. */
const mostCounted = 10_000

interface NoticeLine {
  id: string
  village: string
  villageName: string
  townName: string
  number: number
  openedOn: Day
  /** Null before its board hangs: the period runs from that day. */
  closesOn: Day | null
  postedOn: Day | null
  phase: NoticePhase
  homes: number
  waiting: number
  confirmed: number
  openObjections: number
  /** Upheld objections whose follow-up is not recorded yet. */
  toFollow: number
}

const phaseOf = (today: Day) => sql<NoticePhase>`
  case when n.state = 'confirmed' then 'confirmed' when n.posted_on is null then 'to-post'
       when n.closes_on >= ${today}::date then 'running'
       else 'to-confirm' end`

/** The notices of one's area, what waits longest first. */
export const noticeList = defineQuery({
  name: 'notice.list',
  input: ListNotices,
  permission: 'selection.read',
  run: async (db, { phase, town, village, page, pageSize }, { county, scope, today }) => {
    const filters = [
      sql`n.county = ${county}`,
      inScope(scope, { town: sql.ref('n.town'), village: sql.ref('n.village') }),
      ...(phase ? [sql`${phaseOf(today)} = ${phase}`] : []),
      ...(town ? [sql`n.town = ${town}`] : []),
      ...(village ? [sql`n.village = ${village}`] : []),
    ]
    const where = sql.join(filters, sql` and `)
    const { rows } = await sql<NoticeLine>`
      with page as (
        select * from notice n where ${where}
         order by (n.state = 'confirmed'), n.closes_on, n.id limit ${pageSize} offset ${(page - 1) * pageSize})
      select n.id, n.village, village.name as "villageName", town.name as "townName", n.number,
             n.opened_on as "openedOn", case when n.posted_on is not null then n.closes_on end as "closesOn", n.posted_on as "postedOn",
             ${phaseOf(today)} as phase, homes.homes, homes.waiting, homes.confirmed,
             (select count(*) from objection o
               where o.county = ${county} and o.notice = n.id and o.state = 'open') as "openObjections",
             (select count(*) from objection o
               where o.county = ${county} and o.notice = n.id and o.follow_up is not null
                 and o.followed_on is null) as "toFollow"
        from page n
        join area village on village.county = ${county} and village.code = n.village
        join area town on town.county = ${county} and town.code = n.town
        cross join lateral (
          select count(*) as homes, count(*) filter (where outcome is null) as waiting,
                 count(*) filter (where outcome = 'confirmed') as confirmed
            from notice_home l where l.county = ${county} and l.notice = n.id) homes
       order by (n.state = 'confirmed'), n.closes_on, n.id`.execute(db)
    const counted = await sql<{ total: number }>`
      select count(*) as total from (select 1 from notice n where ${where} limit ${mostCounted}) found`.execute(
      db,
    )
    const total = counted.rows[0]?.total ?? 0
    return { rows, total, capped: total === mostCounted, pageSize }
  },
})

interface VillageLine {
  id: string
  code: string
  name: string
  townName: string
  ready: number
  waiting: number
  unscreened: number
  unknown: number
  no: number
}

/** Villages with homes that passed screening and stand on no notice yet: where the next notices are due. */
export const villagesToNotice = defineQuery({
  name: 'notice.villages',
  input: ListVillagesToNotice,
  permission: 'selection.read',
  run: async (db, { town, page, pageSize }, context) => {
    const { county, scope } = context
    const filters = [
      sql`h.county = ${county}`,
      sql`(h.stage in ('applied', 'screened') or h.change is not null)`,
      sql`h.ended is null`,
      inScope(scope, { town: sql.ref('h.town'), village: sql.ref('h.village') }),
      ...(town ? [sql`h.town = ${town}`] : []),
    ]
    const { rows } = await sql<VillageLine & { total: number }>`
      with counted as (
        select h.village, count(*) filter (where ${isToNotice(context)}) as ready,
               count(*) filter (where ${isWaitingHome(context)}) as waiting,
               count(*) filter (where h.stage = 'applied') as unscreened,
               count(*) filter (where h.stage = 'screened' and h.answer = 'unknown') as unknown,
               count(*) filter (where h.stage = 'screened' and h.answer = 'no') as no
          from home h where ${sql.join(filters, sql` and `)} group by h.village)
      select v.id, v.code, v.name, town.name as "townName", c.ready, c.waiting, c.unscreened, c.unknown, c.no,
             count(*) over () as total
        from counted c
        join village v on v.county = ${county} and v.code = c.village
        join area town on town.county = ${county} and town.code = v.town
       where c.ready > 0
       order by c.ready desc, v.code limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db)
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0, pageSize }
  },
})
