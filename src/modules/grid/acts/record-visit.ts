import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import { findHomes, homePlace } from '../../households/public.ts'
import { type Found, RecordVisit } from '../model.ts'
import { checkVisit, mayRecordVisit } from '../rules/visits.ts'

/** §4.3: what a visit found. Coal is reported by an act of its own: nothing follows from this one by itself. */
export const recordVisit = defineAct({
  kind: 'visits.record',
  version: 1,
  input: RecordVisit,
  permission: 'visits.record',
  clauses: ['§4.3', '§3.3.2b'],
  subject: { type: 'season-visit', of: (input) => input.visit },
  load: async (db, items, { county }) => {
    const { rows } = await sql<{ id: string; home: string; found: Found | null; drawnOn: string }>`
      select v.id, v.home, v.found, d.drawn_on as "drawnOn"
        from season_visit v join visit_draw d on d.county = ${county} and d.id = v.draw
       where v.county = ${county} and v.id = any(${items.map(({ subject }) => subject)}::uuid[])`.execute(db)
    const homes = await findHomes(
      db,
      county,
      rows.map(({ home }) => home),
    )
    return items.map(({ subject }) => {
      const visit = rows.find(({ id }) => id === subject)
      const home = visit && homes.get(visit.home)
      return home && { visit, home }
    })
  },
  // Firms and the household itself do not look at their own homes.
  place: ({ home }) => ({ area: homePlace(home).area }),
  may: ({ visit }) => mayRecordVisit(visit),
  check: ({ visit }, { input }, { today }) => checkVisit(visit, input, today),
  apply: async (tx, items, { county, keys, actor }) => {
    for (const { id, input } of items)
      await tx
        .updateTable('season_visit')
        .set({
          found: input.found,
          visited_on: input.visitedOn,
          visited_by: actor.id,
          note: input.note === undefined ? null : sealField(keys, county, 'season_visit.note', input.note),
          act: id,
        })
        .where('county', '=', county)
        .where('id', '=', input.visit)
        .execute()
    return items.map(({ facts }) => ({ touched: [{ type: 'home', id: facts.home.id }] }))
  },
})
