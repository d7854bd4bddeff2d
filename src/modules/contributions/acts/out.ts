import { defineAct } from '../../../kernel/act/define.ts'
import { book } from '../../funds/public.ts'
import { PassOn, Refund } from '../model.ts'
import { checkPassedOn, checkRefunded, heldInBankFen, mayRefund } from '../rules.ts'
import { findAccounts, moneyOfHomes } from '../standing.ts'

/** §A.2: the contributions of accepted homes to the contractor that fitted them, whole and once per home. */
export const passOn = defineAct({
  kind: 'contribution.pass-on',
  version: 1,
  input: PassOn,
  permission: 'contribution.pass-on',
  clauses: ['§A.2', '§3.3.4', '§5.2'],
  evidence: ['document'],
  subject: { type: 'contribution-account', of: (input) => input.account },
  alsoLock: (input) => input.homes.map((id) => ({ type: 'home', id })),
  load: async (db, items, { county }) => {
    const accounts = await findAccounts(db, county, { ids: items.map(({ subject }) => subject) })
    const all = await moneyOfHomes(
      db,
      county,
      items.flatMap(({ input }) => input?.homes ?? []),
    )
    const facts = []
    for (const { subject, input } of items) {
      const account = accounts.find(({ id }) => id === subject)
      const asked = [...new Set(input?.homes)]
      const homes = asked.flatMap((id) => {
        const home = all.get(id)
        return home ? [{ ...home, id }] : []
      })
      const used =
        input &&
        (await db
          .selectFrom('contribution_transfer')
          .select('passed_on as on')
          .where('county', '=', county)
          .where('account', '=', subject)
          .where('bank_reference', '=', input.bankReference)
          .executeTakeFirst())
      facts.push(
        account && {
          town: account.town,
          homes,
          missing: (input?.homes.length ?? 0) - homes.length,
          usedOn: used?.on,
        },
      )
    }
    return facts
  },
  place: ({ town }) => ({ area: town }),
  may: () => [],
  check: (facts, { input }, context) => checkPassedOn(facts, input, context),
  apply: async (tx, items, context) => {
    const { county } = context
    for (const { id, input, facts } of items) {
      await tx
        .insertInto('contribution_transfer')
        .values({
          county,
          id: input.id,
          account: input.account,
          contractor: input.contractor,
          amount_fen: input.amountFen,
          homes: facts.homes.length,
          passed_on: input.passedOn,
          bank_reference: input.bankReference,
          act: id,
        })
        .execute()
      await tx
        .insertInto('contribution_passed_on')
        .values(
          facts.homes.map((home) => ({
            county,
            home: home.id,
            transfer: input.id,
            amount_fen: heldInBankFen(home),
          })),
        )
        .execute()
    }
    await book(
      tx,
      context,
      items.map(({ id, input }) => ({
        fund: input.account,
        kind: 'contribution-passed-on',
        amountFen: input.amountFen,
        reference: input.id,
        party: input.contractor,
        act: id,
      })),
    )
    return items.map(({ input, facts }) => ({
      touched: facts.homes.map(({ id }) => ({ type: 'home', id })),
      result: { homes: facts.homes.length, amountFen: input.amountFen },
    }))
  },
})

/** §A.2: back to the household whose home left by an approved change (§3.1.3d). */
export const refund = defineAct({
  kind: 'contribution.refund',
  version: 1,
  input: Refund,
  permission: 'contribution.refund',
  clauses: ['§A.2', '§3.1.3d', '§5.2'],
  evidence: ['document'],
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, { county }) => {
    const homes = await moneyOfHomes(
      db,
      county,
      items.map(({ subject }) => subject),
    )
    const accounts = await findAccounts(db, county, { towns: [...homes.values()].map(({ town }) => town) })
    return items.map(({ subject }) => {
      const money = homes.get(subject)
      const account = accounts.find(({ town }) => town === money?.town)
      // Where nothing was ever paid there is nothing to offer.
      return money && account && money.receivedFen > 0
        ? { village: money.village, money, collectors: money.collectors, account: account.id }
        : undefined
    })
  },
  place: ({ village }) => ({ area: village }),
  may: (facts, { actor }) => mayRefund(facts, actor.id),
  check: (facts, { input }, { today }) => checkRefunded(facts, input, today),
  apply: async (tx, items, context) => {
    const { county } = context
    await tx
      .insertInto('contribution_refund')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: input.id,
          account: facts.account,
          home: input.home,
          amount_fen: input.amountFen,
          refunded_on: input.refundedOn,
          bank_reference: input.bankReference,
          act: id,
        })),
      )
      .execute()
    await book(
      tx,
      context,
      items.map(({ id, input, facts }) => ({
        fund: facts.account,
        kind: 'contribution-refunded',
        amountFen: input.amountFen,
        reference: input.id,
        act: id,
      })),
    )
    return items.map(({ input }) => ({ result: { amountFen: input.amountFen } }))
  },
})
