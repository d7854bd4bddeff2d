import { defineAct } from '../../../kernel/act/define.ts'
import { RevealObjection } from '../model/notice.ts'
import { loadObjections } from './objection-decide.ts'

/** Says who reads an objection with the numbers in it and why; the text is asked for with `objection.revealed`. */
export const revealObjection = defineAct({
  kind: 'objection.reveal',
  version: 1,
  input: RevealObjection,
  permission: 'personal.reveal',
  quiet: true,
  clauses: ['§5.4'],
  subject: { type: 'objection', of: (input) => input.objection },
  load: async (db, items, { county }) => {
    const objections = await loadObjections(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => objections.get(item.subject))
  },
  place: ({ notice }) => ({ area: notice.village }),
  may: () => [],
  apply: (_tx, items) => Promise.resolve(items.map(() => ({}))),
})
