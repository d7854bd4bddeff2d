import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { openHouseholdFunds } from '../../funds/public.ts'
import { countyArea } from '../../organisations/public.ts'
import { OpenAccount } from '../model.ts'
import { findAccounts } from '../standing.ts'

/** A bank account of the town's own for what households pay, and the fund it is kept in (§A.2). */
export const openAccount = defineAct({
  kind: 'contribution.open-account',
  version: 1,
  input: OpenAccount,
  permission: 'contribution.open-account',
  clauses: ['§A.2', '§5.2'],
  subject: { type: 'contribution-account', of: (input) => input.id },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const towns = items.flatMap(({ input }) => input?.town ?? [])
    const known = await findAccounts(db, county, { ids: items.map(({ subject }) => subject), towns })
    const named = await db
      .selectFrom('area')
      .select(['code', 'name'])
      .where('county', '=', county)
      .where('level', '=', 'town')
      .where('code', 'in', ['', ...towns])
      .execute()
    return items.map(({ subject, input }) => {
      const exists = known.some(({ id }) => id === subject)
      // Nobody is offered to open what is open; whoever sends it all the same is told.
      if (exists && !input) return undefined
      return {
        area,
        exists,
        isTaken: known.some(({ town }) => town === input?.town),
        name: named.find(({ code }) => code === input?.town)?.name,
      }
    })
  },
  place: ({ area }) => ({ area }),
  may: ({ exists }) => (exists ? [refuse('contribution.account-exists', ['§A.2'])] : []),
  check: ({ exists, isTaken, name }) => [
    ...(isTaken && !exists ? [refuse('contribution.account-exists', ['§A.2'])] : []),
    ...(name === undefined ? [refuse('contribution.no-such-town', ['§A.2'])] : []),
  ],
  apply: async (tx, items, { county, today }) => {
    await openHouseholdFunds(
      tx,
      county,
      items.map(({ id, input, facts }) => ({ id: input.id, name: `${facts.name ?? ''}自筹款`, act: id })),
    )
    await tx
      .insertInto('contribution_account')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.id,
          town: input.town,
          bank: input.bank,
          account_number: input.accountNumber,
          opened_on: today,
          act: id,
        })),
      )
      .execute()
    return items.map(({ input }) => ({ touched: [{ type: 'fund', id: input.id }] }))
  },
})
