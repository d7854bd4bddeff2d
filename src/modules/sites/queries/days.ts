import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { ownStanding } from '../../households/public.ts'
import { whoTakesBack } from '../../works/public.ts'
import { FindReports } from '../model.ts'
import type { Half } from '../rules/days.ts'

const pageSize = 50

interface ReportRow {
  id: string
  day: Day
  village: string
  villageName: string
  townName: string
  contractorName: string
  weather: string
  done: string
  problems: string | null
  fitted: number
  checked: number
  people: number
}

type Wanted = Omit<z.output<typeof FindReports>, 'page'>

const reportsFound = ({ county, scope }: QueryContext, { day, village }: Wanted) => {
  const conditions: RawBuilder<unknown>[] = [
    inScope(scope, {
      town: sql`(left(r.village, 9) || '000')`,
      village: sql.ref('r.village'),
      organisations: [sql.ref('r.contractor'), sql.ref('l.supervisor')],
    }),
  ]
  if (day) conditions.push(sql`r.day = ${day}`)
  if (village) conditions.push(sql`r.village = ${village}`)
  return sql`
      from site_report r
      join lot l on l.county = ${county} and l.id = r.lot
      join area v on v.county = ${county} and v.code = r.village
      join area t on t.county = ${county} and t.code = v.parent
      join organisation o on o.county = ${county} and o.id = r.contractor
     where r.county = ${county} and ${sql.join(conditions, sql` and `)}`
}

export async function listReports(
  db: ReadDb,
  context: QueryContext,
  wanted: Wanted,
  limit: number,
  offset: number,
) {
  const { county } = context
  const { rows } = await sql<ReportRow>`
    select r.id, r.day, r.village, v.name as "villageName", t.name as "townName", o.name as "contractorName",
           r.weather, r.done, r.problems,
           (select count(*) from installation i join home h on h.county = ${county} and h.id = i.home
             where i.county = ${county} and h.village = r.village and i.installed_on = r.day) as fitted,
           (select count(*) from installation i join home h on h.county = ${county} and h.id = i.home
             where i.county = ${county} and h.village = r.village and i.self_checked_on = r.day) as checked,
           (select count(*) from attendance a
             where a.county = ${county} and a.village = r.village and a.day = r.day and a.struck_on is null) as people
      ${reportsFound(context, wanted)} order by r.day desc, r.village limit ${limit} offset ${offset}`.execute(
    db,
  )
  return rows
}

/** 施工日报: the firm's words beside what the acts of that day count (§3.2.1). */
const reportList = defineQuery({
  name: 'report.list',
  input: FindReports,
  permission: 'schedule.read',
  run: async (db, { page, ...wanted }, context) => {
    const counted = await sql<{
      total: number
    }>`select count(*) as total ${reportsFound(context, wanted)}`.execute(db)
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      rows: await listReports(db, context, wanted, pageSize, page * pageSize),
    }
  },
})

async function appointmentsOf(db: ReadDb, home: string, { county, keys }: QueryContext) {
  const { rows } = await sql<{
    id: string
    day: Day
    half: Half
    movedOn: Day | null
    reason: Buffer | null
  }>`
    select id, day, half, moved_on as "movedOn", moved_reason as reason from appointment
     where county = ${county} and home = ${home} order by id desc`.execute(db)
  return rows.map(({ reason, ...row }) => ({
    ...row,
    reason: reason && openField(keys, county, 'appointment.moved_reason', reason),
  }))
}

/** When the crew comes to a home, and what was moved. */
const homeAppointments = defineQuery({
  name: 'home.appointments',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const seen = await sql`
      select 1 from home h where h.county = ${context.county} and h.id = ${home}
         and ${inScope(context.scope, {
           town: sql.ref('h.town'),
           village: sql.ref('h.village'),
           organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
         })}`.execute(db)
    if (seen.rows.length === 0) throw new NotFound()
    return { appointments: await appointmentsOf(db, home, context) }
  },
})

const ownAppointments = defineQuery({
  name: 'appointment.own',
  input: z.object({}),
  permission: 'home.own',
  run: async (db, _input, context) => {
    const [home] = context.scope.homes
    if (!home) throw new NotFound()
    const { standing } = await ownStanding(db, context, home)
    return {
      standing,
      appointments: await appointmentsOf(db, home, context),
      /** The firm that comes for what it built, once the home has left. */
      takesBack: (await whoTakesBack(db, context.county, home)) ?? null,
    }
  },
})

export const queries = [reportList, homeAppointments, ownAppointments] as const
