import { defineAct } from '../../../kernel/act/define.ts'
import { keepColumns } from '../../../kernel/columns/kept-columns.ts'
import { villagesOfArea } from '../../villages/public.ts'
import { KeepRegisterMapping } from '../model/register.ts'
import { ownArea } from './own-area.ts'

/** Keeps what a user said of a layout: the next register of this area with these headers is read so. */
export const keepRegisterMapping = defineAct({
  kind: 'register.keep-mapping',
  version: 1,
  input: KeepRegisterMapping,
  permission: 'register.import',
  clauses: ['§3.1.3d'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, { county, actor }) => {
    const facts: ({ area: string } | undefined)[] = []
    for (const { input } of items) {
      const area = input?.area ?? ownArea(actor)
      const isKnown = area !== undefined && (!input || (await villagesOfArea(db, county, area)))
      facts.push(isKnown ? { area } : undefined)
    }
    return facts
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  check: () => [],
  apply: async (tx, items, { county, actor, today }) => {
    const results = []
    for (const { id: act, input } of items) {
      const keptFor = { county, form: 'register', area: input.area }
      const columns = await keepColumns(tx, keptFor, input.columns, { act, today, by: actor.id })
      results.push({ result: { columns } })
    }
    return results
  },
})
