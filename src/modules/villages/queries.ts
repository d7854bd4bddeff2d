import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { inScope } from '../../kernel/identity/authority.ts'
import { FindVillages, type RoadStage, type StageCounts, type VillageState } from './model.ts'
import { routeChoices, villageState } from './rules.ts'

const pageSize = 50

interface VillageRow {
  id: string
  code: string
  name: string
  town: string
  townName: string
  kind: 'urban' | 'rural'
  demolitionPlanned: boolean | null
  route: string | null
  routeDecidedOn: string | null
  lot: string | null
  lotCode: string | null
  lotName: string | null
  buildingLot: string | null
  buildingLotCode: string | null
  buildingLotName: string | null
  contractorName: string | null
  supervisorName: string | null
  synthetic: boolean
}

/** The village is in one's area, or one's firm works its lot. */
const visible = ({ scope }: QueryContext) =>
  inScope(scope, {
    town: sql.ref('v.town'),
    village: sql.ref('v.code'),
    organisations: [
      sql.ref('lot.contractor'),
      sql.ref('lot.supervisor'),
      sql.ref('building.contractor'),
      sql.ref('building.supervisor'),
    ],
  })

/** The homes of `v` this person sees and that have not left the programme. */
const itsHomes = ({ county, scope }: QueryContext) => sql`
  from home h
 where h.county = ${county} and h.village = v.code and h.ended is null
   and ${inScope(scope, {
     town: sql.ref('h.town'),
     village: sql.ref('h.village'),
     organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
   })}`

const from = ({ county }: QueryContext) => sql`
  from village v
  join area town on town.county = ${county} and town.code = v.town
  left join lot on lot.county = ${county} and lot.id = v.lot
  left join lot building on building.county = ${county} and building.id = v.building_lot
  left join organisation contractor on contractor.county = ${county} and contractor.id = lot.contractor
  left join organisation supervisor on supervisor.county = ${county} and supervisor.id = lot.supervisor`

const columns = sql`
  v.id, v.code, v.name, v.town, town.name as "townName", v.kind, v.demolition_planned as "demolitionPlanned",
  v.route, v.route_decided_on as "routeDecidedOn", v.lot, lot.code as "lotCode", lot.name as "lotName",
  v.building_lot as "buildingLot", building.code as "buildingLotCode", building.name as "buildingLotName",
  contractor.name as "contractorName", supervisor.name as "supervisorName", v.synthetic`

/** The states of `villageState` as conditions, so that they page in the database. */
function inState(state: VillageState, context: QueryContext): RawBuilder<unknown> {
  const homes = itsHomes(context)
  const begun = sql`exists (select 1 ${homes} and h.contractor is not null)`
  const open = sql`exists (select 1 ${homes} and h.stage in ('confirmed', 'assigned', 'installed', 'self-checked', 'inspected'))`
  switch (state) {
    case 'no-route':
      return sql`v.route is null`
    case 'no-lot':
      return sql`v.route is not null and v.lot is null`
    case 'not-assigned':
      return sql`v.route is not null and v.lot is not null and not ${begun}`
    case 'under-way':
      return sql`v.route is not null and v.lot is not null and ${begun} and ${open}`
    case 'accepted':
      return sql`v.route is not null and v.lot is not null and ${begun} and not ${open}`
  }
}

async function countStages(
  db: ReadDb,
  codes: readonly string[],
  context: QueryContext,
): Promise<Map<string, StageCounts>> {
  const { rows } = await sql<{ village: string; stage: RoadStage; homes: number }>`
    select v.code as village, h.stage, count(*) as homes
      from unnest(${[...codes]}::text[]) as v (code) cross join lateral (select h.stage ${itsHomes(context)}) h
     group by v.code, h.stage`.execute(db)
  const counts = new Map<string, StageCounts>(codes.map((code) => [code, {}]))
  for (const { village, stage, homes } of rows) {
    const of = counts.get(village)
    if (of) of[stage] = homes
  }
  return counts
}

const villageList = defineQuery({
  name: 'village.list',
  input: FindVillages,
  permission: 'register.read',
  run: async (db, { search, town, route, lot, state, stage, page }, context) => {
    const { county } = context
    const conditions = [sql`v.county = ${county}`, visible(context)]
    if (search) {
      const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
      conditions.push(sql`(v.name like ${pattern} or v.code like ${pattern})`)
    }
    if (town) conditions.push(sql`v.town = ${town}`)
    if (route) conditions.push(sql`v.route = ${route}`)
    if (lot) conditions.push(sql`${lot} in (v.lot, v.building_lot)`)
    if (state) conditions.push(sql`(${inState(state, context)})`)
    if (stage) conditions.push(sql`exists (select 1 ${itsHomes(context)} and h.stage = ${stage})`)
    const where = sql`where ${sql.join(conditions, sql` and `)}`
    const counted = await sql<{ total: number }>`select count(*) as total ${from(context)} ${where}`.execute(
      db,
    )
    const { rows } = await sql<VillageRow>`
      select ${columns} ${from(context)} ${where}
       order by v.code limit ${pageSize} offset ${page * pageSize}`.execute(db)
    const counts = await countStages(
      db,
      rows.map((row) => row.code),
      context,
    )
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      routes: routesOf(context),
      rows: rows.map((row) => withProgress(row, counts.get(row.code) ?? {})),
    }
  },
})

const villagePage = defineQuery({
  name: 'village.page',
  input: z.object({ village: z.string().max(40) }),
  permission: 'register.read',
  run: async (db, { village }, context) => {
    const key = /^\d{12}$/.test(village) ? sql`v.code = ${village}` : sql`v.id::text = ${village}`
    const { rows } = await sql<VillageRow>`
      select ${columns} ${from(context)}
       where v.county = ${context.county} and ${key} and ${visible(context)}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    const counts = await countStages(db, [row.code], context)
    return {
      ...withProgress(row, counts.get(row.code) ?? {}),
      routes: routesOf(context),
      lines: await linesOf(db, row.code, context),
    }
  },
})

/** The lines of work of a village's homes (§1.1, §1.2), with those that wait to be handed over. */
async function linesOf(db: ReadDb, code: string, context: QueryContext) {
  const { rows } = await sql<{ line: 'heating' | 'building'; homes: number; confirmed: number }>`
    select l.line, count(*)::int as homes, count(*) filter (where l.stage = 'confirmed')::int as confirmed
      from village v cross join lateral (select h.line, h.stage ${itsHomes(context)}) l
     where v.county = ${context.county} and v.code = ${code} group by l.line order by l.line desc`.execute(db)
  return rows
}

export const queries = [villageList, villagePage] as const

const withProgress = (row: VillageRow, counts: StageCounts) => ({
  ...row,
  counts,
  homes: Object.values(counts).reduce<number>((total, homes) => total + (homes ?? 0), 0),
  state: villageState(row, counts),
})

/** What may be chosen, with the pack's own names. */
const routesOf = ({ pack }: QueryContext) =>
  routeChoices(pack).map((id) => ({
    id,
    label: pack.facts['village.route']?.values?.[id] ?? { zh: id, en: id },
  }))
