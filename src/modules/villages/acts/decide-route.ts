import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { DecideRoute } from '../model.ts'
import { checkRoute, mayDecideRoute, routeChoices } from '../rules.ts'
import { loadVillages } from './village-facts.ts'

/** Follows a meeting of the representatives that decided on a route (§3.1.3b): there is no other way to one. */
export const decideRoute = defineAct({
  kind: 'village.decide-route',
  version: 1,
  internal: true,
  input: DecideRoute,
  permission: 'meeting.record',
  clauses: ['§4.1a', '§3.1.3b'],
  subject: { type: 'village', of: (input) => input.village },
  load: async (db, items, { county }) => {
    const villages = await loadVillages(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => villages.get(item.subject))
  },
  place: (facts) => ({ area: facts.code }),
  may: mayDecideRoute,
  check: (facts, { input }, { pack, today }) => checkRoute(facts, input, routeChoices(pack), today),
  apply: async (tx, items, { county }) => {
    await sql`
      update village set route = w.route, route_decided_on = w.day
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.route)}::text[],
                    ${items.map((i) => i.input.decidedOn)}::date[]) as w (village, route, day)
       where village.county = ${county} and village.id = w.village`.execute(tx)
    return items.map(({ input }) => ({ result: { route: input.route } }))
  },
})
