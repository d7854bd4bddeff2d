import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'

export { book, type Charge, findFunds, type FundState } from './ledger.ts'
export { mayCharge, paymentFacts } from './rules.ts'

export interface EquipmentReceived {
  home: string
  claim: string
  subsidyFen: number
  paidOn: Day | null
}

/** What homes have received through their contractors' paid claims (§4.2): what a recovery takes back (§3.3.2b). */
export async function equipmentReceived(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<EquipmentReceived[]> {
  if (homes.length === 0) return []
  return db
    .selectFrom('claim_line')
    .innerJoin('claim', (join) =>
      join.onRef('claim.county', '=', 'claim_line.county').onRef('claim.id', '=', 'claim_line.claim'),
    )
    .select([
      'claim_line.home',
      'claim_line.claim',
      'claim_line.subsidy_fen as subsidyFen',
      'claim.paid_on as paidOn',
    ])
    .where('claim_line.county', '=', county)
    .where('claim_line.home', 'in', [...homes])
    .where('claim_line.live', '=', true)
    .where('claim.state', '=', 'paid')
    .execute()
}
