import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { FindPlans, PlanOfVillage } from '../model.ts'
import { villagesToPlan } from '../public.ts'
import type { PlanStanding, PlanState } from '../rules/plans.ts'

const pageSize = 50

interface PlanRow {
  id: string
  code: string
  name: string
  townName: string
  lot: string
  lotCode: string
  contractorName: string
  plan: string | null
  state: PlanStanding
  startsOn: Day | null
  crews: number | null
  homesPerDay: number | null
  remark: string | null
  reason: string | null
  proposedOn: Day | null
  decidedOn: Day | null
  homes: number
  remaining: number
}

const named = (plans: RawBuilder<unknown>, county: number) => sql`
  from (${plans}) p
  join area a on a.county = ${county} and a.code = p.code
  join area t on t.county = ${county} and t.code = p.town
  join lot l on l.county = ${county} and l.id = p.lot
  join organisation o on o.county = ${county} and o.id = p.contractor`
const selected = sql`select p.*, a.name, t.name as "townName", l.code as "lotCode", o.name as "contractorName"`

type Wanted = Omit<z.output<typeof FindPlans>, 'page'>

const plansFound = (context: QueryContext, { state, lot, search }: Wanted) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (state) conditions.push(sql`p.state = ${state}`)
  if (lot) conditions.push(sql`p.lot = ${lot}`)
  if (search) conditions.push(sql`a.name like ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}`)
  return sql`${named(villagesToPlan(context), context.county)} where ${sql.join(conditions, sql` and `)}`
}

export async function listPlans(
  db: ReadDb,
  context: QueryContext,
  wanted: Wanted,
  limit: number,
  offset: number,
) {
  const { rows } = await sql<PlanRow>`${selected} ${plansFound(context, wanted)}
    order by p.code limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** 村施工方案: every village with homes handed over, and how its plan stands (§3.2.2). */
const planList = defineQuery({
  name: 'plan.list',
  input: FindPlans,
  permission: 'schedule.read',
  run: async (db, { page, ...wanted }, context) => {
    const counted = await sql<{
      total: number
    }>`select count(*) as total ${plansFound(context, wanted)}`.execute(db)
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      rows: await listPlans(db, context, wanted, pageSize, page * pageSize),
    }
  },
})

const planPage = defineQuery({
  name: 'plan.page',
  input: PlanOfVillage,
  permission: 'schedule.read',
  run: async (db, { village }, context) => {
    const { rows } = await sql<PlanRow>`${selected} ${named(villagesToPlan(context), context.county)}
      where p.code = ${village}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    const earlier = await sql<{
      id: string
      state: PlanState
      startsOn: Day
      crews: number
      homesPerDay: number
      reason: string | null
      decidedOn: Day | null
    }>`select id, state, starts_on as "startsOn", crews, homes_per_day as "homesPerDay", reason,
              decided_on as "decidedOn"
         from village_plan where county = ${context.county} and village = ${row.id} and id <> ${row.plan}::uuid
        order by id desc`.execute(db)
    return { ...row, earlier: earlier.rows }
  },
})

export const queries = [planList, planPage] as const
