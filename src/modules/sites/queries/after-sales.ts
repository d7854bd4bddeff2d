import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { FindAfterSales } from '../model.ts'
import { afterSalesOf } from '../public.ts'

const pageSize = 50

interface PointRow {
  id: string
  code: string
  villageName: string
  townName: string
  lot: string
  lotName: string
  contractorName: string
  homes: number
  name: string | null
  address: string | null
  person: string | null
  telephone: Buffer | null
  since: Day | null
}

const found = (
  context: QueryContext,
  { town, lot, search, missing }: Omit<z.output<typeof FindAfterSales>, 'page'>,
) => {
  const like = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const conditions: RawBuilder<unknown>[] = [
    sql`true`,
    ...(town ? [sql`s.town = ${town}`] : []),
    ...(lot ? [sql`s.lot = ${lot}`] : []),
    ...(missing === undefined ? [] : [sql`(s.point is null) = ${missing}`]),
    ...(search ? [sql`(a.name like ${like} or p.name like ${like} or p.person like ${like})`] : []),
  ]
  return sql`
    from (${afterSalesOf(context)}) s
    join area a on a.county = ${context.county} and a.code = s.code
    join area t on t.county = ${context.county} and t.code = s.town
    join lot l on l.county = ${context.county} and l.id = s.lot
    join organisation o on o.county = ${context.county} and o.id = s.contractor
    left join after_sales p on p.county = ${context.county} and p.id = s.point
   where ${sql.join(conditions, sql` and `)}`
}

/** A point is there to be called: whoever sees the village sees its number. */
export async function listAfterSales(
  db: ReadDb,
  context: QueryContext,
  wanted: Omit<z.output<typeof FindAfterSales>, 'page'>,
  limit: number,
  offset: number,
) {
  const { keys, county } = context
  const { rows } = await sql<PointRow>`
    select s.village as id, s.code, a.name as "villageName", t.name as "townName", s.lot,
           l.code || ' ' || l.name as "lotName", o.name as "contractorName", s.homes::int as homes,
           p.name, p.address, p.person, p.telephone, p.since
    ${found(context, wanted)} order by s.code, l.code limit ${limit} offset ${offset}`.execute(db)
  return rows.map(({ telephone, ...row }) => ({
    ...row,
    telephone: telephone && openField(keys, county, 'after_sales.telephone', telephone),
  }))
}

/** 售后服务点 by village and line of work: who is called when a machine fails, and where nobody was named yet (§3.3.3). */
const afterSalesVillages = defineQuery({
  name: 'after-sales.villages',
  input: FindAfterSales,
  permission: 'schedule.read',
  run: async (db, { page, ...wanted }, context) => {
    const { rows: counted } = await sql<{ total: number }>`
      select count(*) as total ${found(context, wanted)}`.execute(db)
    return {
      total: counted[0]?.total ?? 0,
      pageSize,
      rows: await listAfterSales(db, context, wanted, pageSize, page * pageSize),
    }
  },
})

/** Whom a household calls: the point of its village's contractor, once its home is handed over. */
const afterSalesOwn = defineQuery({
  name: 'after-sales.own',
  input: z.object({}),
  permission: 'home.own',
  run: async (db, _input, { county, keys, scope }) => {
    const [home] = scope.homes
    const { rows } = await sql<{
      name: string
      address: string
      person: string
      telephone: Buffer
      contractorName: string
    }>`
      select p.name, p.address, p.person, p.telephone, o.name as "contractorName"
        from home h
        join village v on v.county = ${county} and v.code = h.village
        join after_sales p on p.county = ${county} and p.village = h.village and p.ended_on is null
         and p.lot = case h.line when 'building' then v.building_lot else v.lot end
        join organisation o on o.county = ${county} and o.id = h.contractor
       where h.county = ${county} and h.id = ${home ?? null} and h.contractor is not null`.execute(db)
    const [point] = rows
    return {
      point: point
        ? { ...point, telephone: openField(keys, county, 'after_sales.telephone', point.telephone) }
        : null,
    }
  },
})

export const queries = [afterSalesVillages, afterSalesOwn] as const
