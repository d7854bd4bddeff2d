import { type RawBuilder, sql } from 'kysely'
import { literal } from '../../../kernel/database/literal.ts'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { covers, inScope } from '../../../kernel/identity/authority.ts'
import { FindLogs, FindSupervision } from '../model.ts'
import { supervisorsOf } from '../people.ts'
import { supervised } from '../public.ts'

const pageSize = 50

interface VillageRow {
  id: string
  village: string
  villageName: string
  townName: string
  firmName: string
  person: string | null
  personName: string | null
  since: Day | null
  homes: number
  installed: number
  toVisit: number
  visited: number
  passed: number
}

const villagesFound = (
  context: QueryContext,
  { named, search }: Omit<z.output<typeof FindSupervision>, 'page'>,
) => {
  const like = `%${literal(search ?? '')}%`
  const conditions: RawBuilder<unknown>[] = [
    sql`true`,
    ...(named ? [named === 'yes' ? sql`s.person is not null` : sql`s.person is null`] : []),
    ...(search ? [sql`(v.name like ${like} or t.name like ${like} or p.name like ${like})`] : []),
  ]
  return sql`
    from (${supervised(context)}) s
    join area v on v.county = ${context.county} and v.code = s.village
    join area t on t.county = ${context.county} and t.code = s.town
    join organisation o on o.county = ${context.county} and o.id = s.firm
    left join account p on p.county = ${context.county} and p.id = s.person
   where ${sql.join(conditions, sql` and `)}`
}

export async function listSupervised(
  db: ReadDb,
  context: QueryContext,
  wanted: Omit<z.output<typeof FindSupervision>, 'page'>,
  limit: number,
  offset: number,
) {
  const { rows } = await sql<VillageRow>`
    select s.id, s.village, v.name as "villageName", t.name as "townName", o.name as "firmName", s.person,
           p.name as "personName", s.since, s.homes::int, s.installed::int, s."toVisit"::int, s.visited::int, s.passed::int
      ${villagesFound(context, wanted)} order by s.village limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** 监理派驻与覆盖: villages with who watches them and how many of their installed homes were entered (§3.3.4). */
const coverage = defineQuery({
  name: 'supervision.villages',
  input: FindSupervision,
  permission: 'schedule.read',
  run: async (db, { page, ...wanted }, context) => {
    const counted = await sql<{
      total: number
    }>`select count(*)::int as total ${villagesFound(context, wanted)}`.execute(db)
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      rows: await listSupervised(db, context, wanted, pageSize, page * pageSize),
    }
  },
})

interface PersonRow {
  person: string
  name: string
  firmName: string | null
  villages: number
  visits: number
  homes: number
  failed: number
  lastVisitedOn: Day | null
}

/** The same by person: the villages that are theirs, and the homes they entered wherever that was. */
const people = defineQuery({
  name: 'supervision.people',
  input: z.object({ page: z.int().min(0).default(0) }),
  permission: 'schedule.read',
  run: async (db, { page }, context) => {
    const { county, scope } = context
    const found = sql`
      from account p
      left join organisation o on o.county = ${county} and o.id = p.organisation
      left join (select s.person, count(*)::int as villages from (${supervised(context)}) s group by 1) n on n.person = p.id
      left join (select a.inspector as person, count(*)::int as visits, count(distinct a.home)::int as homes,
                        count(*) filter (where not a.passed)::int as failed, max(a.visited_on) as last
                   from acceptance_visit a
                   join home h on h.county = ${county} and h.id = a.home
                  where a.county = ${county} and ${inScope(scope, {
                    town: sql.ref('h.town'),
                    village: sql.ref('h.village'),
                    organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
                  })} group by 1) x on x.person = p.id
     where p.county = ${county} and (n.person is not null or x.person is not null)`
    const counted = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db)
    const { rows } = await sql<PersonRow>`
      select p.id as person, p.name, o.name as "firmName", coalesce(n.villages, 0) as villages,
             coalesce(x.visits, 0) as visits, coalesce(x.homes, 0) as homes, coalesce(x.failed, 0) as failed,
             x.last as "lastVisitedOn"
        ${found} order by o.name, p.name, p.id limit ${pageSize} offset ${page * pageSize}`.execute(db)
    return { total: counted.rows[0]?.total ?? 0, pageSize, rows }
  },
})

/** One village, and of whom its firm may name one. */
const ofVillage = defineQuery({
  name: 'supervision.village',
  input: z.object({ village: z.uuid() }),
  permission: 'schedule.read',
  run: async (db, { village }, context) => {
    const { rows } = await sql<VillageRow & { firm: string }>`
      select s.id, s.village, v.name as "villageName", t.name as "townName", s.firm, o.name as "firmName", s.person,
             p.name as "personName", s.since, s.homes::int, s.installed::int, s."toVisit"::int, s.visited::int,
             s.passed::int
        ${villagesFound(context, {})} and s.id = ${village}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    const mine = covers(context.scopeFor('supervision.name'), { organisations: [row.firm] })
    return { ...row, people: mine ? await supervisorsOf(db, context.county, [row.firm]) : [] }
  },
})

interface LogRow {
  id: string
  /** The village's id. */
  place: string
  day: Day
  village: string
  villageName: string
  townName: string
  firmName: string
  author: string | null
  weather: string
  seen: string
  problems: string | null
  fitted: number
  visits: number
  failed: number
  found: number
  closed: number
}

export async function listLogs(
  db: ReadDb,
  context: QueryContext,
  { day, village, search }: Omit<z.output<typeof FindLogs>, 'page'>,
  limit: number,
  offset: number,
) {
  const { county, scope } = context
  const like = `%${literal(search ?? '')}%`
  const conditions: RawBuilder<unknown>[] = [
    inScope(scope, {
      town: sql`(left(r.village, 9) || '000')`,
      village: sql.ref('r.village'),
      organisations: [sql.ref('r.firm'), sql.ref('l.contractor')],
    }),
    ...(day ? [sql`r.day = ${day}`] : []),
    ...(village ? [sql`r.village = ${village}`] : []),
    ...(search ? [sql`(v.name like ${like} or r.seen like ${like} or r.problems like ${like})`] : []),
  ]
  const found = sql`
    from supervision_log r
    join village g on g.county = ${county} and g.code = r.village
    left join lot l on l.county = ${county} and l.id = g.lot
    join area v on v.county = ${county} and v.code = r.village
    join area t on t.county = ${county} and t.code = v.parent
    join organisation o on o.county = ${county} and o.id = r.firm
   where r.county = ${county} and ${sql.join(conditions, sql` and `)}`
  const counted = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db)
  const inVillage = (table: RawBuilder<unknown>) => sql`
    ${table} x join home h on h.county = ${county} and h.id = x.home and h.village = r.village where x.county = ${county}`
  const { rows } = await sql<LogRow>`
    select r.id, g.id as place, r.day, r.village, v.name as "villageName", t.name as "townName", o.name as "firmName",
           (select p.name from account p where p.county = ${county} and p.id = r.recorded_by) as author, r.weather,
           r.seen, r.problems,
           (select count(*)::int from ${inVillage(sql`installation`)} and x.installed_on = r.day) as fitted,
           (select count(*)::int from ${inVillage(sql`acceptance_visit`)} and x.visited_on = r.day
               and x.supervisor = r.firm) as visits,
           (select count(*)::int from ${inVillage(sql`acceptance_visit`)} and x.visited_on = r.day
               and x.supervisor = r.firm and not x.passed) as failed,
           (select count(*)::int from ${inVillage(sql`finding`)} and x.found_on = r.day and x.source = 'visit') as found,
           (select count(*)::int from ${inVillage(sql`finding`)} and x.closed_on = r.day and x.source = 'visit') as closed
      ${found} order by r.day desc, r.village limit ${limit} offset ${offset}`.execute(db)
  return { total: counted.rows[0]?.total ?? 0, rows }
}

/** 监理日志 beside what the acts of that day count. */
const logs = defineQuery({
  name: 'supervision.logs',
  input: FindLogs,
  permission: 'schedule.read',
  run: async (db, { page, ...wanted }, context) => ({
    ...(await listLogs(db, context, wanted, pageSize, page * pageSize)),
    pageSize,
  }),
})

export const supervisionQueries = [coverage, people, ofVillage, logs] as const
