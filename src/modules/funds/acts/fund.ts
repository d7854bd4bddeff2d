import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import { book, findFunds } from '../ledger.ts'
import { ChangeBudget, OpenFund, ReceiveMoney, ReverseReceipt } from '../model.ts'
import { checkReceived, mayReverse } from '../rules.ts'

export const openFund = defineAct({
  kind: 'fund.open',
  version: 1,
  input: OpenFund,
  permission: 'fund.open',
  clauses: ['§5.2', '§A.3'],
  subject: { type: 'fund', of: (input) => input.id },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const known = await findFunds(
      db,
      county,
      items.map((item) => item.subject),
    )
    // Nobody is offered to open what is open; whoever sends it all the same is told.
    return items.map(({ subject, input }) =>
      known.has(subject) && !input ? undefined : { area, exists: known.has(subject) },
    )
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => (facts.exists ? [refuse('fund.exists', ['§5.2'])] : []),
  apply: async (tx, items, context) => {
    const { county } = context
    await tx
      .insertInto('fund')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.id,
          name: input.name,
          source: input.source,
          purpose: input.purpose,
          act: id,
        })),
      )
      .execute()
    await book(
      tx,
      context,
      items.map(({ id, input }) => ({
        fund: input.id,
        kind: 'fund-opened',
        amountFen: input.budgetFen,
        reference: input.id,
        act: id,
      })),
    )
    return items.map(() => ({}))
  },
})

async function loadFunds(db: ReadDb, items: readonly { subject: string }[], county: number) {
  const area = await countyArea(db, county)
  const known = await findFunds(
    db,
    county,
    items.map((item) => item.subject),
  )
  return items.map((item) => {
    const fund = known.get(item.subject)
    // Households' own money comes in by receipts and has no budget (§A.2).
    return fund && fund.source !== 'household' ? { area, ...fund } : undefined
  })
}

export const changeBudget = defineAct({
  kind: 'fund.change-budget',
  version: 1,
  input: ChangeBudget,
  permission: 'fund.change-budget',
  clauses: ['§5.2'],
  subject: { type: 'fund', of: (input) => input.fund },
  load: (db, items, { county }) => loadFunds(db, items, county),
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: ({ budgetFen, availableFen }, { input }) =>
    input.budgetFen < budgetFen - availableFen
      ? [
          refuse('fund.budget-below-spent', ['§5.2'], {
            spentFen: budgetFen - availableFen,
            budgetFen: input.budgetFen,
          }),
        ]
      : [],
  apply: async (tx, items, context) => {
    await book(
      tx,
      context,
      items.map(({ id, input, facts }) => ({
        fund: input.fund,
        kind: input.budgetFen > facts.budgetFen ? 'budget-raised' : 'budget-lowered',
        amountFen: Math.abs(input.budgetFen - facts.budgetFen),
        reference: input.fund,
        act: id,
      })),
    )
    return items.map(({ facts }) => ({ result: { budgetBeforeFen: facts.budgetFen } }))
  },
})

/** Money that reached the fund's account, by the bank's slip: only what came in is paid out (§A.3). */
export const receiveMoney = defineAct({
  kind: 'fund.receive',
  version: 1,
  input: ReceiveMoney,
  permission: 'fund.receive',
  clauses: ['§A.3', '§5.2'],
  evidence: ['document'],
  subject: { type: 'fund', of: (input) => input.fund },
  load: async (db, items, { county }) => {
    const funds = await loadFunds(db, items, county)
    const references = items.flatMap(({ input }) => input?.bankReference ?? [])
    const used =
      references.length === 0
        ? []
        : await db
            .selectFrom('fund_receipt')
            .select(['bank_reference as reference', 'received_on as day', 'amount_fen as amountFen'])
            .where('county', '=', county)
            .where('bank_reference', 'in', references)
            .where('reversed_act', 'is', null)
            .execute()
    return funds.map((fund, at) => {
      const found = used.find(({ reference }) => reference === items[at]?.input?.bankReference)
      return fund && { ...fund, usedFor: found && { day: found.day, amountFen: found.amountFen } }
    })
  },
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: (facts, { input }, { today }) => checkReceived(facts, input, today),
  apply: async (tx, items, context) => {
    const { county } = context
    await tx
      .insertInto('fund_receipt')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.id,
          fund: input.fund,
          amount_fen: input.amountFen,
          received_on: input.creditedOn,
          bank_reference: input.bankReference,
          act: id,
        })),
      )
      .execute()
    await book(
      tx,
      context,
      items.map(({ id, input }) => ({
        fund: input.fund,
        kind: 'money-received',
        amountFen: input.amountFen,
        reference: input.id,
        act: id,
      })),
    )
    return items.map(({ input }) => ({
      touched: [{ type: 'fund-receipt', id: input.id }],
      result: { amountFen: input.amountFen },
    }))
  },
})

/** Counters a receipt that was entered wrongly: nothing in the ledger is edited (§5.2). */
export const reverseReceipt = defineAct({
  kind: 'fund.reverse-receipt',
  version: 1,
  input: ReverseReceipt,
  permission: 'fund.receive',
  clauses: ['§5.2'],
  subject: { type: 'fund-receipt', of: (input) => input.receipt },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const receipts = await db
      .selectFrom('fund_receipt as r')
      .innerJoin('ledger_journal as j', (join) =>
        join
          .onRef('j.county', '=', 'r.county')
          .onRef('j.reference', '=', 'r.id')
          .on('j.kind', '=', 'money-received'),
      )
      .select([
        'r.id',
        'r.fund',
        'r.amount_fen as amountFen',
        'r.reversed_act as reversedAct',
        'j.id as journal',
      ])
      .where('r.county', '=', county)
      .where(
        'r.id',
        'in',
        items.map((item) => item.subject),
      )
      .execute()
    const funds = await findFunds(
      db,
      county,
      receipts.map(({ fund }) => fund),
    )
    return items.map(({ subject }) => {
      const receipt = receipts.find(({ id }) => id === subject)
      return receipt && { area, ...receipt, bankFen: funds.get(receipt.fund)?.bankFen ?? 0 }
    })
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => mayReverse(facts),
  apply: async (tx, items, context) => {
    await book(
      tx,
      context,
      items.map(({ id, subject, facts }) => ({
        fund: facts.fund,
        kind: 'receipt-reversed',
        amountFen: facts.amountFen,
        reference: subject,
        reverses: facts.journal,
        act: id,
      })),
    )
    for (const { id, subject } of items)
      await tx
        .updateTable('fund_receipt')
        .set({ reversed_act: id })
        .where('county', '=', context.county)
        .where('id', '=', subject)
        .execute()
    return items.map(({ facts }) => ({
      touched: [{ type: 'fund', id: facts.fund }],
      result: { amountFen: facts.amountFen },
    }))
  },
})
