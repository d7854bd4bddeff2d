import { sql } from 'kysely'
import type { ActContext } from '../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import { newId } from '../../kernel/identity/id.ts'

export interface FundState {
  id: string
  name: string
  source: string
  purpose: 'equipment' | 'operating'
  budgetFen: number
  spentFen: number
}

export async function findFunds(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, FundState>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('fund')
    .select(['id', 'name', 'source', 'purpose', 'budget_fen as budgetFen', 'spent_fen as spentFen'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export interface Charge {
  fund: string
  /** Positive: money leaves the fund's budget; negative: it comes back. */
  amountFen: number
  kind: 'claim' | 'batch' | 'failed-payment' | 'recovery'
  /** The claim, batch or recovery, and the number people call it by where it has one. */
  reference: string
  number?: number
  act: string
}

/**
 * Books charges against funds. The fund's own check keeps what is spent between nothing and the budget, also when
 * two people spend at once: the second fails and its act with it. Ask `mayCharge` first, for the sentence.
 */
export async function book(
  tx: WriteDb,
  { county, today }: Pick<ActContext, 'county' | 'today'>,
  charges: readonly Charge[],
): Promise<void> {
  const moving = charges.filter((charge) => charge.amountFen !== 0)
  if (moving.length === 0) return
  await tx
    .insertInto('fund_entry')
    .values(
      moving.map((charge) => ({
        county,
        id: newId(),
        fund: charge.fund,
        amount_fen: charge.amountFen,
        kind: charge.kind,
        reference: charge.reference,
        number: charge.number ?? null,
        booked_on: today,
        act: charge.act,
      })),
    )
    .execute()
  const sums = new Map<string, number>()
  for (const { fund, amountFen } of moving) sums.set(fund, (sums.get(fund) ?? 0) + amountFen)
  for (const [fund, amountFen] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
    await sql`update fund set spent_fen = spent_fen + ${amountFen}
               where county = ${county} and id = ${fund}`.execute(tx)
}
