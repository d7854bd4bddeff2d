import { type SqlBool, sql } from 'kysely'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { FindBars } from '../model.ts'
import { isBarredOn } from '../rules/negative-list.ts'
import { literal } from '../../../kernel/database/literal.ts'

const pageSize = 50

const barsFrom = (db: ReadDb, county: number) =>
  db
    .selectFrom('bar')
    .leftJoin('organisation', (join) =>
      join.onRef('organisation.county', '=', 'bar.county').onRef('organisation.id', '=', 'bar.firm'),
    )
    .leftJoin('equipment_model', (join) =>
      join.onRef('equipment_model.county', '=', 'bar.county').onRef('equipment_model.id', '=', 'bar.model'),
    )
    .where('bar.county', '=', county)

const columns = [
  'bar.id',
  'bar.number',
  'bar.firm',
  'bar.model',
  'bar.reason',
  'bar.remark',
  'bar.from_day as from',
  'bar.to_day as to',
  'bar.barred_on as barredOn',
  'bar.lifted_on as liftedOn',
  'bar.lifted_reason as liftedReason',
  'organisation.name as firmName',
  'equipment_model.maker',
  'equipment_model.model as modelName',
] as const

/** The particulars of an entry are for those who may read about the firm; others are told its class alone. */
const mayReadParticulars = (context: QueryContext) =>
  inScope(context.scopeFor('firm.read'), { organisations: [sql.ref('bar.firm')] })

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const rowsOf = (bars: ReturnType<typeof barsFrom>, context: QueryContext) =>
  bars.select(columns).select(mayReadParticulars(context).as('open')).orderBy('bar.number', 'desc').execute()

const told = (
  { open, remark, liftedReason, maker, modelName, ...bar }: Row,
  { pack, today }: QueryContext,
) => ({
  ...bar,
  name: bar.firmName ?? `${maker ?? ''} ${modelName ?? ''}`,
  reason: pack.access.reasons.find(({ id }) => id === bar.reason)?.label ?? {
    zh: bar.reason,
    en: bar.reason,
  },
  remark: open ? remark : null,
  liftedReason: open ? liftedReason : null,
  /** A firm's page is for those who may read about it; models are everybody's. */
  opens: bar.model !== null || Boolean(open),
  inForce: isBarredOn(bar, today),
  ahead: bar.liftedOn === null && bar.from > today,
})

/** The entries of one firm or model, over ones too. */
export async function barEntries(
  db: ReadDb,
  context: QueryContext,
  of: { firm: string } | { model: string },
) {
  const bars = barsFrom(db, context.county)
  const rows = await rowsOf(
    'firm' in of ? bars.where('bar.firm', '=', of.firm) : bars.where('bar.model', '=', of.model),
    context,
  )
  return rows.map((row) => told(row, context))
}

const barList = defineQuery({
  name: 'bar.list',
  input: FindBars,
  permission: 'policy.read',
  run: async (db, { search, over, page }, context) => {
    const { county, today } = context
    let found = barsFrom(db, county)
    if (search)
      found = found.where((eb) =>
        eb.or(
          (['organisation.name', 'equipment_model.maker', 'equipment_model.model'] as const).map((column) =>
            eb(column, 'ilike', `%${literal(search)}%`),
          ),
        ),
      )
    if (over !== undefined) {
      const isOver = sql<SqlBool>`(bar.lifted_on <= ${today} or bar.to_day < ${today})`
      found = found.where(over ? isOver : sql<SqlBool>`${isOver} is not true`)
    }
    const { total } = await found
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await rowsOf(found.limit(pageSize).offset(page * pageSize), context)
    return { total, pageSize, rows: rows.map((row) => told(row, context)) }
  },
})

export const queries = [barList] as const
