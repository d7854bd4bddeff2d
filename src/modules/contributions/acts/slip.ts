import { sql } from 'kysely'
import { type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { book } from '../../funds/public.ts'
import { Bank, ConfirmSlip, ReturnSlip } from '../model.ts'
import { checkBanked, maySettleSlip } from '../rules.ts'
import { findAccounts } from '../standing.ts'

/** §A.2: money taken to the bank, by its slip and the receipts it holds. It counts once somebody else has confirmed it. */
export const bankReceipts = defineAct({
  kind: 'contribution.bank',
  version: 1,
  input: Bank,
  permission: 'contribution.bank',
  clauses: ['§A.2', '§5.2'],
  evidence: ['document'],
  subject: { type: 'contribution-account', of: (input) => input.account },
  alsoLock: (input) => input.receipts.map((id) => ({ type: 'contribution-receipt', id })),
  load: async (db, items, { county }) => {
    const accounts = await findAccounts(db, county, { ids: items.map(({ subject }) => subject) })
    const wanted = [...new Set(items.flatMap(({ input }) => input?.receipts ?? []))]
    const { rows } = await sql<{
      id: string
      account: string
      home: string
      voided: boolean
      slip: string | null
      amountFen: number
      paidOn: string
    }>`select id, account, home, void_act is not null as voided, slip, amount_fen as "amountFen", paid_on as "paidOn"
         from contribution_receipt where county = ${county} and id = any(${wanted}::uuid[])`.execute(db)
    const facts = []
    for (const { subject, input } of items) {
      const account = accounts.find(({ id }) => id === subject)
      const asked = new Set(input?.receipts)
      const receipts = rows.filter(({ id }) => asked.has(id))
      const used =
        input &&
        (await db
          .selectFrom('contribution_slip')
          .select('banked_on as on')
          .where('county', '=', county)
          .where('account', '=', subject)
          .where('number', '=', input.number)
          .where('state', '<>', 'returned')
          .executeTakeFirst())
      facts.push(
        account && {
          town: account.town,
          receipts,
          missing: (input?.receipts.length ?? 0) - receipts.length,
          usedOn: used?.on,
        },
      )
    }
    return facts
  },
  place: ({ town }) => ({ area: town }),
  may: () => [],
  check: (facts, { input }, { today }) => checkBanked(facts, input, today),
  apply: async (tx, items, { county, today, actor }) => {
    for (const { id, input } of items) {
      await tx
        .insertInto('contribution_slip')
        .values({
          county,
          id: input.id,
          account: input.account,
          number: input.number,
          amount_fen: input.amountFen,
          banked_on: input.bankedOn,
          entered_on: today,
          entered_by: actor.id,
          state: 'entered',
          act: id,
        })
        .execute()
      const { numUpdatedRows } = await tx
        .updateTable('contribution_receipt')
        .set({ slip: input.id })
        .where('county', '=', county)
        .where('id', 'in', input.receipts)
        .where('slip', 'is', null)
        .where('void_act', 'is', null)
        .executeTakeFirst()
      if (Number(numUpdatedRows) < input.receipts.length)
        throw new Overtaken('A receipt was voided or put on another slip in the same moment.')
    }
    return items.map(({ input, facts }) => ({
      touched: [
        { type: 'contribution-slip', id: input.id },
        ...homesOf(facts.receipts).map((id) => ({ type: 'home', id })),
      ],
      result: { receipts: input.receipts.length, amountFen: input.amountFen },
    }))
  },
})

const homesOf = (receipts: readonly { home: string }[]): string[] => [
  ...new Set(receipts.map(({ home }) => home)),
]

async function loadSlips(db: ReadDb, items: readonly ActItem<{ slip: string }>[], county: number) {
  const { rows } = await sql<{
    id: string
    account: string
    town: string
    number: string
    amountFen: number
    state: 'entered' | 'confirmed' | 'returned'
    enteredBy: string
    collectors: string[]
    homes: string[]
  }>`
    select s.id, s.account, a.town, s.number, s.amount_fen as "amountFen", s.state, s.entered_by as "enteredBy",
           array(select distinct r.collected_by from contribution_receipt r
                  where r.county = ${county} and r.slip = s.id) as collectors,
           array(select distinct r.home from contribution_receipt r
                  where r.county = ${county} and r.slip = s.id) as homes
      from contribution_slip s join contribution_account a on a.county = ${county} and a.id = s.account
     where s.county = ${county} and s.id = any(${items.map(({ subject }) => subject)}::uuid[])`.execute(db)
  return items.map(({ subject }) => rows.find(({ id }) => id === subject))
}

const subject = { type: 'contribution-slip', of: (input: { slip: string }) => input.slip }

/** The money is in the bank, as somebody has seen who neither took it nor brought it there (§5.2). */
export const confirmSlip = defineAct({
  kind: 'contribution.confirm-slip',
  version: 1,
  input: ConfirmSlip,
  permission: 'contribution.confirm-slip',
  clauses: ['§A.2', '§5.2'],
  subject,
  load: (db, items, { county }) => loadSlips(db, items, county),
  place: ({ town }) => ({ area: town }),
  may: (facts, { actor }) => maySettleSlip(facts, actor.id),
  apply: async (tx, items, context) => {
    const { county, today, actor } = context
    await tx
      .updateTable('contribution_slip')
      .set({ state: 'confirmed', settled_on: today, settled_by: actor.id })
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map((item) => item.subject),
      )
      .execute()
    await book(
      tx,
      context,
      items.map((item) => ({
        fund: item.facts.account,
        kind: 'contribution-banked',
        amountFen: item.facts.amountFen,
        reference: item.subject,
        act: item.id,
      })),
    )
    return items.map(({ facts }) => ({
      touched: facts.homes.map((id) => ({ type: 'home', id })),
      result: { amountFen: facts.amountFen },
    }))
  },
})

/** The bank has not that money: the receipts are free again for the right slip. */
export const returnSlip = defineAct({
  kind: 'contribution.return-slip',
  version: 1,
  input: ReturnSlip,
  permission: 'contribution.confirm-slip',
  clauses: ['§A.2', '§5.2'],
  subject,
  load: (db, items, { county }) => loadSlips(db, items, county),
  place: ({ town }) => ({ area: town }),
  may: (facts, { actor }) => maySettleSlip(facts, actor.id),
  apply: async (tx, items, { county, today, actor }) => {
    for (const item of items) {
      await tx
        .updateTable('contribution_receipt')
        .set({ slip: null })
        .where('county', '=', county)
        .where('slip', '=', item.subject)
        .execute()
      await tx
        .updateTable('contribution_slip')
        .set({ state: 'returned', settled_on: today, settled_by: actor.id, reason: item.input.reason })
        .where('county', '=', county)
        .where('id', '=', item.subject)
        .execute()
    }
    return items.map(({ facts }) => ({ touched: facts.homes.map((id) => ({ type: 'home', id })) }))
  },
})
