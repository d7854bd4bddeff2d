import { defineAct } from '../../../kernel/act/define.ts'
import { findHomes } from '../../households/public.ts'
import { PutRight } from '../model.ts'
import { checkPutRight, mayPutRight } from '../rules/findings.ts'

/** 整改: by the contractor, with a photograph. Only the next visit or check of whoever found it closes it. */
export const putRight = defineAct({
  kind: 'finding.put-right',
  version: 1,
  input: PutRight,
  permission: 'finding.put-right',
  clauses: ['§3.3.2c', '§3.3.4'],
  evidence: ['photo'],
  subject: { type: 'finding', of: (input) => input.finding },
  load: async (db, items, { county }) => {
    const rows = await db
      .selectFrom('finding')
      .select(['id', 'home', 'found_on as foundOn', 'fixed_on as fixedOn', 'closed_on as closedOn'])
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map(({ subject }) => subject),
      )
      .execute()
    const homes = await findHomes(
      db,
      county,
      rows.map(({ home }) => home),
    )
    return items.map(({ subject }) => {
      const row = rows.find(({ id }) => id === subject)
      const home = row && homes.get(row.home)
      return home && { ...row, home }
    })
  },
  place: ({ home }) => ({ organisations: [home.contractor] }),
  may: mayPutRight,
  check: (facts, { input }, { today }) => checkPutRight(facts, input.fixedOn, today),
  apply: async (tx, items, { county, actor }) => {
    for (const { id, input } of items)
      await tx
        .updateTable('finding')
        .set({ fixed_on: input.fixedOn, fixed_by: actor.id, fixed_note: input.note, fix_act: id })
        .where('county', '=', county)
        .where('id', '=', input.finding)
        .execute()
    return items.map(({ facts }) => ({ touched: [{ type: 'home', id: facts.home.id }] }))
  },
})
