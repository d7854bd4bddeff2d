import { type Expression, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { FindLots } from '../model.ts'
import { tenderStanding } from '../rules/lots.ts'
import { literal } from '../../../kernel/database/literal.ts'

const pageSize = 50

/** A firm sees its own lots; a town those with a village of its own; the county all. */
function visible({ scope, county }: QueryContext): Expression<SqlBool> {
  return sql<SqlBool>`(${inScope(scope, { organisations: [sql.ref('lot.contractor'), sql.ref('lot.supervisor')] })}
    or exists (select 1 from village where village.county = ${county} and lot.id in (village.lot, village.building_lot)
                and ${inScope(scope, { town: sql.ref('village.town'), village: sql.ref('village.code') })}))`
}

const lots = (db: ReadDb, { county }: QueryContext) =>
  db
    .selectFrom('lot')
    .leftJoin('organisation as contractor', (join) =>
      join.onRef('contractor.county', '=', 'lot.county').onRef('contractor.id', '=', 'lot.contractor'),
    )
    .leftJoin('organisation as supervisor', (join) =>
      join.onRef('supervisor.county', '=', 'lot.county').onRef('supervisor.id', '=', 'lot.supervisor'),
    )
    .where('lot.county', '=', county)

const columns = [
  'lot.id',
  'lot.code',
  'lot.name',
  'lot.line',
  'lot.opened_on as openedOn',
  'lot.awarded_on as awardedOn',
  'lot.unit_price_fen as unitPriceFen',
  'lot.contractor',
  'lot.supervisor',
  'contractor.name as contractorName',
  'supervisor.name as supervisorName',
] as const

/** Villages and homes of each lot as far as this person sees them, so that a count opens to just these homes. */
async function counted(db: ReadDb, lotIds: string[], { county, scope }: QueryContext) {
  if (lotIds.length === 0) return new Map<string, { villages: number; homes: number; accepted: number }>()
  const seen = inScope(scope, {
    town: sql.ref('h.town'),
    village: sql.ref('h.village'),
    organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
  })
  const { rows } = await sql<{ lot: string; villages: number; homes: number; accepted: number }>`
    select l.id as lot, count(distinct v.code)::int as villages, count(h.id)::int as homes,
           count(h.accepted_on)::int as accepted
      from lot l
      join village v on v.county = ${county} and l.id in (v.lot, v.building_lot)
      left join home h on h.county = ${county} and h.village = v.code and h.line = l.line and h.ended is null and ${seen}
     where l.county = ${county} and l.id = any(${lotIds}::uuid[])
     group by l.id`.execute(db)
  return new Map(rows.map(({ lot, ...counts }) => [lot, counts]))
}

const lotList = defineQuery({
  name: 'lot.list',
  input: FindLots,
  permission: 'register.read',
  run: async (db, { search, awarded, contracted, page }, context) => {
    let found = lots(db, context).where(visible(context))
    if (search)
      found = found.where((eb) =>
        eb.or([
          eb('lot.code', 'ilike', `%${literal(search)}%`),
          eb('lot.name', 'ilike', `%${literal(search)}%`),
          eb('contractor.name', 'ilike', `%${literal(search)}%`),
        ]),
      )
    if (awarded !== undefined) found = found.where('lot.awarded_on', awarded ? 'is not' : 'is', null)
    if (contracted !== undefined)
      found = found.where('lot.awarded_on', 'is not', null).where(
        sql<SqlBool>`${contracted} = exists (select 1 from lot_contract c
                                                where c.county = ${context.county} and c.lot = lot.id
                                                  and c.contractor = lot.contractor)`,
      )
    const { total } = await found
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await found
      .select([...columns])
      .orderBy('lot.code')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    const counts = await counted(
      db,
      rows.map((row) => row.id),
      context,
    )
    return {
      total,
      pageSize,
      rows: rows.map((row) => ({
        ...row,
        ...(counts.get(row.id) ?? { villages: 0, homes: 0, accepted: 0 }),
        tender: tenderStanding(context.pack, row.awardedOn, context.today),
      })),
    }
  },
})

const lotPage = defineQuery({
  name: 'lot.page',
  input: z.object({ lot: z.uuid() }),
  permission: 'register.read',
  run: async (db, { lot }, context) => {
    const row = await lots(db, context)
      .select([...columns])
      .where('lot.id', '=', lot)
      .where(visible(context))
      .executeTakeFirst()
    if (!row) throw new NotFound()
    const counts = (await counted(db, [row.id], context)).get(row.id)
    return {
      ...row,
      ...(counts ?? { villages: 0, homes: 0, accepted: 0 }),
      tender: tenderStanding(context.pack, row.awardedOn, context.today),
    }
  },
})

export const queries = [lotList, lotPage] as const
