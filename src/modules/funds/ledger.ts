import { sql } from 'kysely'
import type { ActContext } from '../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import { newId } from '../../kernel/identity/id.ts'
import type { FundPurpose } from './model.ts'
import { type Account, type JournalKind, movesOf, transfersOf } from './rules/accounts.ts'

export interface FundState {
  id: string
  name: string
  source: string
  purpose: FundPurpose
  budgetFen: number
  /** Of the budget: neither reserved nor used. */
  availableFen: number
  /** Received and not paid out, nor in a batch on its way. */
  bankFen: number
}

/** What stands in one account of the fund `f`, on the side on which it grows. */
export const balanceSql = (county: number, account: Account) => sql<number>`
  coalesce((select abs(b.amount_fen) from ledger_balance b
             where b.county = ${county} and b.fund = f.id and b.account = ${account}), 0)`

export async function findFunds(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, FundState>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<FundState>`
    select f.id, f.name, f.source, f.purpose, ${balanceSql(county, 'appropriation')} as "budgetFen",
           ${balanceSql(county, 'available')} as "availableFen", ${balanceSql(county, 'bank')} as "bankFen"
      from fund f where f.county = ${county} and f.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** A fund that keeps households' own money (§A.2): without a budget, and apart from every subsidy. */
export async function openHouseholdFunds(
  tx: WriteDb,
  county: number,
  funds: readonly { id: string; name: string; act: string }[],
): Promise<void> {
  await tx
    .insertInto('fund')
    .values(funds.map((fund) => ({ county, ...fund, source: 'household', purpose: 'contribution' })))
    .execute()
}

export interface Journal {
  fund: string
  kind: JournalKind
  amountFen: number
  /** The claim, batch, receipt or recovery it belongs to, and the number people call it by where it has one. */
  reference: string
  number?: number
  /** The firm it is owed to. */
  party?: string
  /** The journal it takes back. */
  reverses?: string
  act: string
}

/**
 * Adds journals; those of nothing are left out. The balances' own check keeps every account on its side, also when two
 * people spend at once: the second fails and its act with it. Ask `mayCharge` and `mayPay` first, for the sentence.
 */
export async function book(
  tx: WriteDb,
  { county, today }: Pick<ActContext, 'county' | 'today'>,
  journals: readonly Journal[],
): Promise<void> {
  const rows = journals.filter(({ amountFen }) => amountFen !== 0).map((one) => ({ ...one, id: newId() }))
  if (rows.length === 0) return
  await tx
    .insertInto('ledger_journal')
    .values(
      rows.map((one) => ({
        county,
        id: one.id,
        fund: one.fund,
        kind: one.kind,
        amount_fen: one.amountFen,
        reference: one.reference,
        number: one.number ?? null,
        party: one.party ?? null,
        reverses: one.reverses ?? null,
        booked_on: today,
        act: one.act,
      })),
    )
    .execute()
  await tx
    .insertInto('ledger_transfer')
    .values(
      rows.flatMap(({ id, kind, amountFen }) =>
        transfersOf(kind).map(([debit, credit], at) => ({
          county,
          journal: id,
          position: at + 1,
          debit,
          credit,
          amount_fen: amountFen,
        })),
      ),
    )
    .execute()
  const sums = new Map<string, { fund: string; account: Account; amountFen: number }>()
  for (const { fund, kind, amountFen } of rows)
    for (const [account, moved] of movesOf(kind, amountFen)) {
      const key = `${fund} ${account}`
      sums.set(key, { fund, account, amountFen: (sums.get(key)?.amountFen ?? 0) + moved })
    }
  // In one order for everybody, so that two transactions never wait for each other; a new account begins at nothing,
  // since the check is asked of what is inserted too.
  for (const [, { fund, account, amountFen }] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (amountFen !== 0) {
      await sql`insert into ledger_balance (county, fund, account, amount_fen) values (${county}, ${fund}, ${account}, 0)
                on conflict do nothing`.execute(tx)
      await sql`update ledger_balance set amount_fen = amount_fen + ${amountFen}
                 where county = ${county} and fund = ${fund} and account = ${account}`.execute(tx)
    }
}
