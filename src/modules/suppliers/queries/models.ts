import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { barsOf, papersOf } from '../firm-facts.ts'
import { FindModels } from '../model.ts'
import { accessStandard } from '../rules/models.ts'
import { isBarredOn } from '../rules/negative-list.ts'
import { runOut } from '../rules/papers.ts'
import { isRunningOut } from '../running-out.ts'
import { barEntries } from './bars.ts'
import { literal } from '../../../kernel/database/literal.ts'
import { papersShown } from './papers.ts'

const pageSize = 50

const columns = [
  'id',
  'firm',
  'maker',
  'model',
  'heating_watts as heatingWatts',
  'input_watts as inputWatts',
  'centi_cop_at_minus_12 as centiCopAtMinus12',
  'centi_cop_at_minus_20 as centiCopAtMinus20',
  'lowest_celsius as lowestCelsius',
  'serial_prefix as serialPrefix',
  'admitted_on as admittedOn',
] as const

const inHundredths = <R extends { centiCopAtMinus12: number; centiCopAtMinus20: number }>({
  centiCopAtMinus12,
  centiCopAtMinus20,
  ...model
}: R) => ({ ...model, copAtMinus12: centiCopAtMinus12 / 100, copAtMinus20: centiCopAtMinus20 / 100 })

/** Whether each may be newly built in today, and what stands against it: the negative list, a paper run out. */
async function standings(
  db: ReadDb,
  models: readonly { id: string; firm: string | null }[],
  { county, pack, today }: QueryContext,
) {
  const ids = models.map(({ id }) => id)
  const bars = await barsOf(db, county, 'model', ids)
  const ofMakers = await barsOf(
    db,
    county,
    'firm',
    models.flatMap(({ firm }) => firm ?? []),
  )
  const papers = await papersOf(db, county, 'model', ids)
  return new Map(
    models.map(({ id, firm }) => [
      id,
      {
        barred: [...(bars.get(id) ?? []), ...(firm ? (ofMakers.get(firm) ?? []) : [])].some((bar) =>
          isBarredOn(bar, today),
        ),
        runOut: runOut(pack, papers.get(id) ?? [], today).map(({ label, ranOut }) => ({ label, ranOut })),
      },
    ]),
  )
}

const modelList = defineQuery({
  name: 'model.list',
  input: FindModels,
  permission: 'policy.read',
  run: async (db, { search, papers, page }, context) => {
    const { county, pack, today } = context
    let found = db.selectFrom('equipment_model').where('county', '=', county)
    if (search)
      found = found.where((eb) =>
        eb.or([eb('maker', 'ilike', `%${literal(search)}%`), eb('model', 'ilike', `%${literal(search)}%`)]),
      )
    if (papers) found = found.where(isRunningOut(context))
    const { total } = await found
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const models = await found
      .select(columns)
      .orderBy('maker')
      .orderBy('model')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    const standing = await standings(db, models, context)
    const rows = models.map((model) => ({
      ...inHundredths(model),
      ...(standing.get(model.id) ?? { barred: false, runOut: [] }),
    }))
    return {
      total,
      pageSize,
      rows,
      standard: accessStandard(pack, today),
      papers: pack.access.papers.filter(({ of }) => of === 'model'),
    }
  },
})

const modelPage = defineQuery({
  name: 'model.page',
  input: z.object({ model: z.uuid() }),
  permission: 'policy.read',
  run: async (db, { model: id }, context) => {
    const { county, pack, today } = context
    const model = await db
      .selectFrom('equipment_model')
      .select(columns)
      .where('county', '=', county)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!model) throw new NotFound()
    const standing = (await standings(db, [model], context)).get(id)
    const kept = (await papersOf(db, county, 'model', [id])).get(id) ?? []
    return {
      ...inHundredths(model),
      ...(standing ?? { barred: false, runOut: [] }),
      papers: papersShown(pack, 'model', kept, today),
      bars: await barEntries(db, context, { model: id }),
      reasons: pack.access.reasons,
    }
  },
})

export const queries = [modelList, modelPage] as const
