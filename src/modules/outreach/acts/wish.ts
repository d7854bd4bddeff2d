import { defineAct } from '../../../kernel/act/define.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { findHomes } from '../../households/public.ts'
import { routeChoices } from '../../villages/rules.ts'
import { RecordWish } from '../model.ts'
import { checkWish, mayAsk } from '../rules/wish.ts'

/** 入户意愿摸底 (§3.1.3b) */
export const recordWish = defineAct({
  kind: 'wish.record',
  version: 1,
  input: RecordWish,
  permission: 'wish.record',
  clauses: ['§3.1.3b', '§A.2'],
  subject: { type: 'home', of: (input) => input.home },
  // What a household wishes decides nothing about it.
  quiet: true,
  load: async (db, items, { county }) => {
    const ids = items.map(({ subject }) => subject)
    const homes = await findHomes(db, county, ids)
    return ids.map((id) => homes.get(id))
  },
  place: ({ village }) => ({ area: village }),
  may: mayAsk,
  check: (_facts, { input }, { pack }) => checkWish(input, pack, routeChoices(pack)),
  apply: async (tx, items, { county, actor }) => {
    await tx
      .insertInto('wish')
      .values(
        items.map(({ id, input, happenedAt }) => ({
          county,
          id: newId(),
          home: input.home,
          wish: input.wish,
          route: input.route ?? null,
          reason: input.reason ?? null,
          said_at: happenedAt,
          asked_by: actor.id,
          act: id,
        })),
      )
      .execute()
    return items.map(({ input }) => ({ result: { wish: input.wish } }))
  },
})
