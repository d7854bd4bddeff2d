import { z } from 'zod'
import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { maskName } from '../../../kernel/standards/mask.ts'
import { openHouseholdAccounts } from '../../organisations/public.ts'

/**
 * A household that signs in for the first time gets an account for its home alone. The program performs it, after
 * the letter's code and the householder's last four digits were right.
 */
export const openHouseholdAccount = defineAct({
  kind: 'household.open-account',
  version: 1,
  input: z.object({ home: z.uuid() }),
  permission: 'household.open-account',
  clauses: ['§5.5'],
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, { county }) => {
    const rows = await db
      .selectFrom('home')
      .innerJoin('home_letter', (join) =>
        join.onRef('home_letter.county', '=', 'home.county').onRef('home_letter.home', '=', 'home.id'),
      )
      .leftJoin('account', (join) =>
        join.onRef('account.county', '=', 'home.county').onRef('account.home', '=', 'home.id'),
      )
      .select(['home.id', 'home.village', 'home.householder', 'account.id as account'])
      .where('home.county', '=', county)
      .where(
        'home.id',
        'in',
        items.map((item) => item.subject),
      )
      .execute()
    const homes = new Map(rows.map((row) => [row.id, row]))
    return items.map((item) => homes.get(item.subject))
  },
  place: (facts) => ({ area: facts.village }),
  may: (facts) => (facts.account ? [refuse('household.account-open', ['§5.5'])] : []),
  apply: async (tx, items, { county }) => {
    await openHouseholdAccounts(
      tx,
      county,
      items.map(({ id, facts }) => ({ home: facts.id, name: maskName(facts.householder), act: id })),
    )
    return items.map(() => ({}))
  },
})
