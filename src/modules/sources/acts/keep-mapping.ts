import { defineAct } from '../../../kernel/act/define.ts'
import { keepColumns } from '../../../kernel/columns/kept-columns.ts'
import { countyArea } from '../../organisations/public.ts'
import { KeepMapping } from '../model.ts'
import { kindsOf } from '../own-kinds.ts'
import { otherKind } from '../rules/import.ts'

/** Keeps what a user said of a layout: the next list with these headers is read so. */
export const keepMapping = defineAct({
  kind: 'source.keep-mapping',
  version: 1,
  input: KeepMapping,
  permission: 'source.import',
  clauses: ['§3.1.3d'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    return items.map(() => ({ area }))
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  check: (_facts, { input }, { actor }) => (kindsOf(actor).includes(input.kind) ? [] : otherKind()),
  apply: async (tx, items, { county, actor, today }) => {
    const results = []
    for (const { id: act, input, facts } of items) {
      const keptFor = { county, form: input.kind, area: facts.area }
      const columns = await keepColumns(tx, keptFor, input.columns, { act, today, by: actor.id })
      results.push({ result: { columns } })
    }
    return results
  },
})
