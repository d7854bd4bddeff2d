import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { countyArea } from '../../organisations/public.ts'
import { UndoSource } from '../model.ts'
import { broughtByOwnSide, kindsOf } from '../own-kinds.ts'

/** Takes a list back: its rows are gone, the homes it spoke of are screened without it; that it was there stays told. */
export const undoSource = defineAct({
  kind: 'source.undo-import',
  version: 1,
  input: UndoSource,
  permission: 'source.import',
  clauses: ['§3.1.3d', '§5.4'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, { county, actor }) => {
    const wanted = items.flatMap((item) => (item.input ? [item.input.source] : []))
    const { rows } = await sql<{ id: string; kind: string; area: string; undone: boolean; mine: boolean }>`
      select id, kind, area, undone_act is not null as undone, ${broughtByOwnSide(actor)} as mine from source
       where county = ${county} and id = any(${wanted}::uuid[]) and kind = any(${[...kindsOf(actor)]}::text[])`.execute(
      db,
    )
    const wide = await countyArea(db, county)
    return items.map(({ input }) =>
      input
        ? rows.find(({ id }) => id === input.source)
        : { id: '', kind: '', area: wide, undone: false, mine: true },
    )
  },
  place: ({ area }) => ({ area }),
  may: ({ undone, mine }) => {
    if (undone) return [refuse('source.undone-already', ['§3.1.3d'])]
    return mine ? [] : [refuse('source.brought-by-others', ['§3.1.3d'])]
  },
  apply: async (tx, items, { county, actor, today }) => {
    const effects = []
    for (const { id: act, input, facts } of items) {
      await sql`delete from source_row where county = ${county} and source = ${input.source}`.execute(tx)
      await sql`
        update source set undone_act = ${act}::uuid, undone_on = ${today}::date, undone_by = ${actor.id}::uuid
         where county = ${county} and id = ${input.source}`.execute(tx)
      effects.push({
        result: { source: input.source, kind: facts.kind, area: facts.area },
      })
    }
    return effects
  },
})
