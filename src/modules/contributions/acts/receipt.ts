import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { book } from '../../funds/public.ts'
import { CancelReceipt, Collect, type Way } from '../model.ts'
import { checkCollected, mayCancel, mayCollect } from '../rules.ts'
import { findAccounts, moneyOfHomes } from '../standing.ts'

export interface NewReceipt {
  id: string
  account: string
  home: string
  number: number
  amountFen: number
  paidOn: Day
  way: Way
  act: string
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** Numbers of a town's series that are on receipts already, by `year number`. */
export async function usedNumbers(
  db: ReadDb,
  county: number,
  wanted: readonly { account: string; year: number; number: number }[],
): Promise<(account: string, year: number, number: number) => Day | undefined> {
  const rows =
    wanted.length === 0
      ? []
      : await db
          .selectFrom('contribution_receipt')
          .select(['account', 'year', 'number', 'paid_on as paidOn'])
          .where('county', '=', county)
          .where('account', 'in', [...new Set(wanted.map(({ account }) => account))])
          .where('number', 'in', [...new Set(wanted.map(({ number }) => number))])
          .execute()
  const found = new Map(rows.map((row) => [`${row.account} ${row.year} ${row.number}`, row.paidOn]))
  return (account, year, number) => found.get(`${account} ${year} ${number}`)
}

/** Writes receipts and books each; a number taken in the same moment fails the whole, which is then decided again. */
export async function takeReceipts(
  tx: WriteDb,
  context: Pick<ActContext, 'county' | 'today' | 'actor'>,
  receipts: readonly NewReceipt[],
): Promise<void> {
  const { county, actor } = context
  await tx
    .insertInto('contribution_receipt')
    .values(
      receipts.map((receipt) => ({
        county,
        id: receipt.id,
        account: receipt.account,
        home: receipt.home,
        year: yearOf(receipt.paidOn),
        number: receipt.number,
        amount_fen: receipt.amountFen,
        paid_on: receipt.paidOn,
        way: receipt.way,
        collected_by: actor.id,
        act: receipt.act,
      })),
    )
    .execute()
  await book(
    tx,
    context,
    receipts.map(({ id, account, number, amountFen, act }) => ({
      fund: account,
      kind: 'contribution-received',
      amountFen,
      reference: id,
      number,
      act,
    })),
  )
}

/** §A.2: what a household paid, against a numbered receipt; in instalments, never more than is due. */
export const collect = defineAct({
  kind: 'contribution.collect',
  version: 1,
  input: Collect,
  permission: 'contribution.collect',
  clauses: ['§A.2', '§5.2'],
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, { county }) => {
    const homes = await moneyOfHomes(
      db,
      county,
      items.map(({ subject }) => subject),
    )
    const accounts = await findAccounts(db, county, { towns: [...homes.values()].map(({ town }) => town) })
    const accountOf = (subject: string) =>
      accounts.find(({ town }) => town === homes.get(subject)?.town)?.id ?? null
    const wanted = items.map(({ subject, input }) => ({
      account: accountOf(subject) ?? '',
      year: input ? yearOf(input.paidOn) : 0,
      number: input?.number ?? 0,
    }))
    const used = await usedNumbers(
      db,
      county,
      wanted.filter(({ account, number }) => account !== '' && number > 0),
    )
    return items.map(({ subject, input }, at) => {
      const money = homes.get(subject)
      const own = wanted[at]
      if (!money || !own) return undefined
      // The same number twice in one batch is as bad as twice in the book.
      const isTwice = wanted
        .slice(0, at)
        .some(
          ({ account, year, number }) =>
            account === own.account && year === own.year && number === own.number,
        )
      return {
        village: money.village,
        money,
        account: accountOf(subject),
        usedOn: input && (isTwice ? input.paidOn : used(own.account, own.year, own.number)),
      }
    })
  },
  place: ({ village }) => ({ area: village }),
  may: mayCollect,
  check: (facts, { input }, context) => checkCollected(facts, input, context),
  apply: async (tx, items, context) => {
    await takeReceipts(
      tx,
      context,
      items.map(({ id, input, facts }) => ({ ...input, account: facts.account ?? '', act: id })),
    )
    return items.map(({ input }) => ({
      touched: [{ type: 'contribution-receipt', id: input.id }],
      result: { amountFen: input.amountFen },
    }))
  },
})

/** A receipt written wrongly: voided by somebody else, its number stays used (§5.2). */
export const cancelReceipt = defineAct({
  kind: 'contribution.cancel-receipt',
  version: 1,
  input: CancelReceipt,
  permission: 'contribution.cancel-receipt',
  clauses: ['§A.2', '§5.2'],
  subject: { type: 'contribution-receipt', of: (input) => input.receipt },
  load: async (db, items, { county }) => {
    const rows = await db
      .selectFrom('contribution_receipt as r')
      .innerJoin('home as h', (join) => join.onRef('h.county', '=', 'r.county').onRef('h.id', '=', 'r.home'))
      .innerJoin('ledger_journal as j', (join) =>
        join
          .onRef('j.county', '=', 'r.county')
          .onRef('j.reference', '=', 'r.id')
          .on('j.kind', '=', 'contribution-received'),
      )
      .select([
        'r.id',
        'r.account',
        'r.home',
        'r.number',
        'r.slip',
        'r.void_act as voidAct',
        'r.amount_fen as amountFen',
        'r.collected_by as collectedBy',
        'h.village',
        'j.id as journal',
      ])
      .where('r.county', '=', county)
      .where(
        'r.id',
        'in',
        items.map(({ subject }) => subject),
      )
      .execute()
    return items.map(({ subject }) => {
      const row = rows.find(({ id }) => id === subject)
      return row && { ...row, voided: row.voidAct !== null }
    })
  },
  place: ({ village }) => ({ area: village }),
  may: (facts, { actor }) => mayCancel(facts, actor.id),
  apply: async (tx, items, context) => {
    for (const { id, subject, input } of items) {
      const { numUpdatedRows } = await tx
        .updateTable('contribution_receipt')
        .set({ void_act: id, void_reason: input.reason })
        .where('county', '=', context.county)
        .where('id', '=', subject)
        .where('slip', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new Overtaken('The receipt was put on a slip in the same moment.')
    }
    await book(
      tx,
      context,
      items.map(({ id, subject, facts }) => ({
        fund: facts.account,
        kind: 'contribution-voided',
        amountFen: facts.amountFen,
        reference: subject,
        number: facts.number,
        reverses: facts.journal,
        act: id,
      })),
    )
    return items.map(({ facts }) => ({
      touched: [{ type: 'home', id: facts.home }],
      result: { amountFen: facts.amountFen },
    }))
  },
})
