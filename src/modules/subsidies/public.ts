import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'

export { findingsToDecide, findingsToHear } from './queries/findings.ts'
export { isReliefAsked, overdueFen } from './queries/recoveries.ts'

export interface SettledSeasons {
  home: string
  seasons: number
  amountFen: number
}

/** The seasons of each home whose amount went into a payment batch (§4.3): no later change of policy touches them. */
export async function settledSeasons(db: ReadDb, county: number): Promise<SettledSeasons[]> {
  const { rows } = await sql<SettledSeasons>`
    select home, count(*)::int as seasons, sum(amount_fen)::bigint as "amountFen"
      from statement where county = ${county} and state in ('batched', 'paid', 'failed') group by home`.execute(
    db,
  )
  return rows
}

export { findSeasons, type SeasonState } from './seasons.ts'
export { type AnalysedUse, takeUsage } from './take-usage.ts'
