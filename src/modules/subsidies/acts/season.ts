import { defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { findFunds } from '../../funds/public.ts'
import { countyArea } from '../../organisations/public.ts'
import { OpenSeason } from '../model.ts'
import { maySeason } from '../rules.ts'

export const openSeason = defineAct({
  kind: 'season.open',
  version: 1,
  input: OpenSeason,
  permission: 'season.open',
  clauses: ['§4.3'],
  subject: { type: 'season', of: (input) => input.id },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    // A county has a season a year: few enough to look at all.
    const seasons = await db
      .selectFrom('season')
      .select(['id', 'name', 'starts_on as startsOn', 'ends_on as endsOn'])
      .where('county', '=', county)
      .execute()
    const funds = await findFunds(
      db,
      county,
      items.flatMap((item) => (item.input ? [item.input.fund] : [])),
    )
    return items.map(({ subject, input }) => {
      const exists = seasons.some((season) => season.id === subject)
      // Nobody is offered to open what is open; whoever sends it all the same is told.
      if (exists && !input) return undefined
      return { area, exists, seasons, fund: input && funds.get(input.fund) }
    })
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => (facts.exists ? [refuse('season.exists', ['§4.3'])] : []),
  check: (facts, { input }, { pack }) => maySeason(pack, input, facts.fund, facts.seasons),
  apply: async (tx, items, { county }) => {
    for (const { id, input } of items) {
      const written = await tx
        .insertInto('season')
        .values({
          county,
          id: input.id,
          name: input.name,
          starts_on: input.startsOn,
          ends_on: input.endsOn,
          fund: input.fund,
          act: id,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!written) throw new Overtaken('A season with this first day was opened in the same moment.')
    }
    return items.map(() => ({}))
  },
})
