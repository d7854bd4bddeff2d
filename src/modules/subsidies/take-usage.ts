import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ActContext } from '../../kernel/act/define.ts'
import type { WriteDb } from '../../kernel/database/database.ts'

/** A home's electricity of a season as an analysis of its daily readings has it. */
export interface AnalysedUse {
  home: string
  accountNumber: string
  usedCentiKwh: number
  lowerCentiKwh: number
  upperCentiKwh: number
}

/** Counts a season's electricity from an analysis; the caller has locked the season and names the homes as touched. */
export async function takeUsage(
  tx: WriteDb,
  { county, today, actor }: ActContext,
  from: { act: string; season: string; analysis: string; number: number },
  homes: readonly AnalysedUse[],
): Promise<void> {
  await tx
    .insertInto('usage_import')
    .values({
      county,
      id: from.act,
      season: from.season,
      // No file: what identifies it is the act that took it.
      file_digest: createHash('sha256').update(from.act).digest(),
      file_name: '',
      row_count: homes.length,
      imported_on: today,
      imported_by: actor.id,
      analysis: from.analysis,
      analysis_number: from.number,
    })
    .execute()
  await sql`
    insert into usage_reading (county, season, home, account_number, used_centi_kwh, lower_centi_kwh, upper_centi_kwh,
                               import, import_row)
    select ${county}, ${from.season}, r.home, r.account, r.used, r.lower, r.upper, ${from.act}, 0
      from unnest(${homes.map((home) => home.home)}::uuid[], ${homes.map((home) => home.accountNumber)}::text[],
                  ${homes.map((home) => home.usedCentiKwh)}::bigint[], ${homes.map((home) => home.lowerCentiKwh)}::bigint[],
                  ${homes.map((home) => home.upperCentiKwh)}::bigint[])
           as r (home, account, used, lower, upper)`.execute(tx)
}
