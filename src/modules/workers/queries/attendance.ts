import { type RawBuilder, sql } from 'kysely'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { FindAttendance, SiteOnDay } from '../model.ts'
import type { Trade } from '../rules/workers.ts'

const pageSize = 50

/** Who was where: one line per day, village and firm. */
const attendanceList = defineQuery({
  name: 'attendance.list',
  input: FindAttendance,
  permission: 'worker.read',
  run: async (db, { day, village, firm, page }, { county, scope }) => {
    const conditions: RawBuilder<unknown>[] = [
      inScope(scope, {
        town: sql`(left(a.village, 9) || '000')`,
        village: sql.ref('a.village'),
        organisations: [sql.ref('a.firm'), sql.ref('l.supervisor')],
      }),
    ]
    if (day) conditions.push(sql`a.day = ${day}`)
    if (village) conditions.push(sql`a.village = ${village}`)
    if (firm) conditions.push(sql`a.firm = ${firm}`)
    const grouped = sql`
      from attendance a
      join lot l on l.county = ${county} and l.id = a.lot
      join worker w on w.county = ${county} and w.id = a.worker
      join organisation o on o.county = ${county} and o.id = a.firm
      join area v on v.county = ${county} and v.code = a.village
     where a.county = ${county} and a.struck_on is null and ${sql.join(conditions, sql` and `)}
     group by a.day, a.village, v.name, a.firm, o.name, l.code`
    const counted = await sql<{ total: number }>`
      select count(*) as total from (select 1 ${grouped}) g`.execute(db)
    const { rows } = await sql<{
      day: Day
      village: string
      villageName: string
      firm: string
      firmName: string
      lotCode: string
      people: number
      names: string
    }>`select a.day, a.village, v.name as "villageName", a.firm, o.name as "firmName", l.code as "lotCode",
              count(*) as people, string_agg(w.name, '、' order by w.name) as names
         ${grouped} order by a.day desc, a.village, o.name limit ${pageSize} offset ${page * pageSize}`.execute(
      db,
    )
    return { total: counted.rows[0]?.total ?? 0, pageSize, rows }
  },
})

/** The roll of a lot on a day, with where each of them is recorded already: what attendance is taken by. */
const attendanceRoll = defineQuery({
  name: 'attendance.roll',
  input: SiteOnDay,
  permission: 'attendance.record',
  run: async (db, { lot, day }, { county, scope, pack, today }) => {
    const found = await sql<{ firm: string }>`
      select contractor as firm from lot where county = ${county} and id = ${lot}
         and ${inScope(scope, { organisations: [sql.ref('contractor')] })}`.execute(db)
    if (!found.rows[0]) throw new NotFound()
    const { rows } = await sql<{ worker: string; name: string; trade: Trade; village: string | null }>`
      select distinct w.id as worker, w.name, w.trade, a.village
        from posting p
        join worker w on w.county = ${county} and w.id = p.worker and w.firm = ${found.rows[0].firm}
        left join attendance a on a.county = ${county} and a.worker = w.id and a.day = ${day} and a.struck_on is null
       where p.county = ${county} and p.lot = ${lot} and p.from_day <= ${day} and (p.to_day is null or p.to_day >= ${day})
       order by w.name, w.id`.execute(db)
    return { people: rows, within: amount(pack, 'attendance.recordWithinDays', today) }
  },
})

export const queries = [attendanceList, attendanceRoll] as const
