import { sql } from 'kysely'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { FindSchedules, LotSchedule } from '../model.ts'
import { deadlineOf, paceDaysOf } from '../pace.ts'
import { lotProgress } from '../public.ts'
import { curveOf, type Job, projectedFinish, scheduleBackward } from '../rules/schedule.ts'

const pageSize = 50

interface ProgressRow {
  id: string
  code: string
  name: string
  contractor: string
  contractorName: string
  awardedOn: Day
  crews: number | null
  homesPerDay: number | null
  capacity: number
  homes: number
  remaining: number
  recent: number
  behind: boolean
}

const told = (row: ProgressRow, { pack, today }: QueryContext) => ({
  ...row,
  fitted: row.homes - row.remaining,
  finish: projectedFinish({ ...row, paceDays: paceDaysOf(pack, today) }, today),
})

const rowsOf = async (db: ReadDb, context: QueryContext, where = sql``) => {
  const { rows } = await sql<ProgressRow>`
    select p.*, o.name as "contractorName" from (${lotProgress(context)}) p
      join organisation o on o.county = ${context.county} and o.id = p.contractor
     ${where} order by p.behind desc, p.code`.execute(db)
  return rows
}

export const listSchedules = async (db: ReadDb, context: QueryContext, behind?: boolean) =>
  (await rowsOf(db, context, behind === undefined ? sql`` : sql`where p.behind = ${behind}`)).map((row) =>
    told(row, context),
  )

/** 倒排工期 by lot: what is fitted, what is left, and whether the deadline holds at this pace (§3.2.1). */
const scheduleLots = defineQuery({
  name: 'schedule.lots',
  input: FindSchedules,
  permission: 'schedule.read',
  run: async (db, { behind, page }, context) => {
    const rows = await listSchedules(db, context, behind)
    return {
      total: rows.length,
      pageSize,
      deadline: deadlineOf(context.pack),
      rows: rows.slice(page * pageSize, (page + 1) * pageSize),
    }
  },
})

interface VillageRow {
  code: string
  name: string
  townName: string
  homes: number
  remaining: number
  startsOn: Day | null
  crews: number | null
  homesPerDay: number | null
}

/** One lot, or one of its villages: planned against actual day by day, and which villages cannot be done in time. */
const scheduleLot = defineQuery({
  name: 'schedule.lot',
  input: LotSchedule,
  permission: 'schedule.read',
  run: async (db, { lot, village }, context) => {
    const { county, pack, today } = context
    const [row] = await rowsOf(db, context, sql`where p.id = ${lot}`)
    if (!row) throw new NotFound()
    const all = await villagesOf(db, county, lot)
    const deadline = deadlineOf(pack)
    const usual = row.homesPerDay ?? amount(pack, 'schedule.homesPerCrewDay', today)
    const crews = row.crews ?? 1
    const jobOf = (each: VillageRow, homes: number): Job => ({
      village: each.code,
      homes,
      crews: each.crews ?? 1,
      homesPerDay: each.homesPerDay ?? usual,
      from: each.startsOn ?? row.awardedOn,
    })
    // The curve is of the whole lot from its award; what is left is placed from today on.
    const planned = scheduleBackward(
      all.map((each) => jobOf(each, each.homes)),
      crews,
      { today: row.awardedOn, deadline },
    )
    const left = scheduleBackward(
      all.map((each) => jobOf(each, each.remaining)),
      crews,
      { today, deadline },
    )
    const isShown = (code: string) => village === undefined || code === village
    const fitted = await sql<{ day: Day; homes: number }>`
      select i.installed_on as day, count(*) as homes
        from installation i
        join home h on h.county = ${county} and h.id = i.home and h.ended is null and h.line = 'heating'
        join village v on v.county = ${county} and v.code = h.village and v.lot = ${lot}
       where i.county = ${county} ${village ? sql`and h.village = ${village}` : sql``} group by 1`.execute(db)
    return {
      ...told(row, context),
      today,
      deadline,
      isCrewsAssumed: row.crews === null,
      planned: curveOf(planned.shifts.filter((shift) => isShown(shift.village))),
      actual: curveOf(fitted.rows),
      villages: all.map((each) => {
        const days = left.shifts.filter((shift) => shift.village === each.code).map(({ day }) => day)
        return {
          ...each,
          firstDay: days.sort()[0] ?? null,
          lastDay: days.at(-1) ?? null,
          isLate: left.late.includes(each.code),
        }
      }),
    }
  },
})

async function villagesOf(db: ReadDb, county: number, lot: string): Promise<VillageRow[]> {
  const { rows } = await sql<VillageRow>`
    select v.code, a.name, t.name as "townName", n.homes, n.remaining, p.starts_on as "startsOn", p.crews,
           p.homes_per_day as "homesPerDay"
      from village v
      join area a on a.county = ${county} and a.code = v.code
      join area t on t.county = ${county} and t.code = v.town
      join lateral (select count(*) as homes, count(*) filter (where h.stage in ('confirmed', 'assigned')) as remaining
                      from home h where h.county = ${county} and h.village = v.code and h.ended is null
                       and h.line = 'heating' and h.stage not in ('applied', 'screened', 'noticed')) n on n.homes > 0
      left join lateral (select * from village_plan vp where vp.county = ${county} and vp.village = v.id
                          and vp.state = 'agreed' order by vp.id desc limit 1) p on true
     where v.county = ${county} and v.lot = ${lot} order by n.remaining desc, v.code`.execute(db)
  return rows
}

export const queries = [scheduleLots, scheduleLot] as const
