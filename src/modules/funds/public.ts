import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'

export { balanceSql, book, findFunds, type FundState, type Journal, openHouseholdFunds } from './ledger.ts'
export { paymentDecisions, unpaidEquipment } from './claimable.ts'
export { type Paper, papersOf } from './evidence.ts'
export { failedRules, mayCharge, mayPay } from './rules.ts'
export { readFormula } from './rules/earlier-formulas.ts'

export interface EquipmentReceived {
  home: string
  claim: string
  /** The fund it was paid from. */
  fund: string
  amountFen: number
}

/** The equipment subsidy of every home that stands in a claim (§4.2), paid or on its way: its amount is settled there. */
export async function claimedEquipment(
  db: ReadDb,
  county: number,
): Promise<{ home: string; amountFen: number }[]> {
  const { rows } = await sql<{ home: string; amountFen: number }>`
    select home, subsidy_fen as "amountFen" from claim_line where county = ${county} and live`.execute(db)
  return rows
}

/** What homes have received through their contractors' paid claims (§4.2): what a recovery takes back (§3.3.2b). */
export async function equipmentReceived(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<EquipmentReceived[]> {
  const { rows } = await sql<EquipmentReceived>`
    select l.home, l.claim, c.fund, l.subsidy_fen as "amountFen"
      from claim_line l join claim c on c.county = ${county} and c.id = l.claim
     where l.county = ${county} and l.home = any(${[...homes]}::uuid[]) and l.live and c.state = 'paid'
       and l.subsidy_fen > 0
     order by l.claim`.execute(db)
  return rows
}
