import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { countyArea } from '../../organisations/public.ts'
import { TakeDemolitionList } from '../model.ts'

/** Follows the import of a list of villages to be demolished, or its undoing: every village of its area is marked anew. */
export const takeDemolitionList = defineAct({
  kind: 'village.take-demolition-list',
  version: 1,
  internal: true,
  input: TakeDemolitionList,
  permission: 'village.mark-demolition',
  clauses: ['§4.1b'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    return items.map(() => ({ area }))
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  apply: async (tx, items, { county }) => {
    const effects = []
    for (const { input } of items) {
      let planned = 0
      for (const { town, list } of input.towns) {
        // A mark made by hand since the date the list is of knows better.
        const { rows } = await sql<{ planned: boolean | null }>`
          update village v
             set demolition_planned = case when l.id is null or v.demolition_marked_on >= l.as_of
                                           then v.demolition_marked else v.code = any(l.villages) end,
                 demolition_source = case when v.demolition_marked_on >= l.as_of then null else l.id end,
                 demolition_as_of = case when v.demolition_marked_on >= l.as_of then null else l.as_of end
            from (values (${list?.id ?? null}::uuid, ${list?.asOf ?? null}::date, ${list?.villages ?? []}::text[]))
                 as l (id, as_of, villages)
           where v.county = ${county} and v.town = ${town} returning v.demolition_planned as planned`.execute(
          tx,
        )
        planned += rows.filter((row) => row.planned).length
      }
      effects.push({ result: { area: input.area, planned } })
    }
    return effects
  },
})
