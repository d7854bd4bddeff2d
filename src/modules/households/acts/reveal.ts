import { defineAct } from '../../../kernel/act/define.ts'
import { RevealField } from '../model/register.ts'
import { findHomes, homePlace } from '../public.ts'

/** Says who looks at a personal value and why; the value itself is asked for with `home.revealed`. */
export const revealField = defineAct({
  kind: 'home.reveal',
  version: 1,
  input: RevealField,
  permission: 'personal.reveal',
  quiet: true,
  clauses: ['§5.4'],
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, { county }) => {
    const homes = await findHomes(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => homes.get(item.subject))
  },
  place: homePlace,
  may: () => [],
  apply: (_tx, items) => Promise.resolve(items.map(({ input }) => ({ result: { field: input.field } }))),
})
