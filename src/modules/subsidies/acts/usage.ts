import { sql } from 'kysely'
import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import { ImportUsage } from '../model.ts'
import { checkUsage, mayCount } from '../rules.ts'
import { findSeasons } from '../seasons.ts'
import { type MatchedReading, matchUsage } from '../usage-match.ts'
import { readUsageSheet } from '../usage-sheet.ts'

/** §4.3: the grid company's readings of the season, taken in whole or not at all. */
export const importUsage = defineAct({
  kind: 'usage.import',
  oneAtATime: true,
  version: 1,
  input: ImportUsage,
  permission: 'usage.import',
  clauses: ['§4.3', '§A.21'],
  evidence: ['workbook'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county, store, progress }) => {
    const area = await countyArea(db, county)
    const seasons = await findSeasons(
      db,
      county,
      items.map((item) => item.subject),
    )
    const facts = []
    for (const { subject, input, evidence } of items) {
      const season = seasons.get(subject)
      if (!season) {
        facts.push(undefined)
        continue
      }
      const cited = input && evidence.some((ref) => ref.digest === input.file)
      if (!input || !cited || !(await store.has(input.file))) {
        facts.push({ area, season, sameFile: false, usage: undefined })
        continue
      }
      const earlier = await db
        .selectFrom('usage_import')
        .select('id')
        .where('county', '=', county)
        .where('season', '=', season.id)
        .where('file_digest', '=', Buffer.from(input.file, 'hex'))
        .executeTakeFirst()
      if (earlier) {
        facts.push({ area, season, sameFile: true, usage: undefined })
        continue
      }
      progress(0.02, 'progress.reading')
      const reading = await readUsageSheet(await store.read(input.file))
      progress(0.4, 'progress.matching')
      facts.push({ area, season, sameFile: false, usage: await matchUsage(db, county, season.id, reading) })
    }
    return facts
  },
  place: (facts) => ({ area: facts.area }),
  may: ({ season }, { today }) => mayCount({ endsOn: season.ends_on }, today),
  check: ({ usage, sameFile }, { input }) => checkUsage(usage, sameFile, input.file),
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id, input, facts } of items) {
      const { usage } = facts
      if (!usage) throw new Error('A usage import was decided without its file.')
      context.progress(0.6, 'progress.recording')
      await recordUsage(tx, context, { act: id, ...input }, usage.matched)
      effects.push({
        touched: usage.matched.map((row) => ({ type: 'home', id: row.home })),
        result: {
          rows: usage.rows,
          matched: usage.matched.length,
          replaced: usage.matched.filter((row) => row.replaces).length,
          unmatched: usage.unmatched.length,
        },
      })
    }
    return effects
  },
})

async function recordUsage(
  tx: WriteDb,
  { county, today, actor }: ActContext,
  from: { act: string; season: string; file: string; fileName: string },
  rows: readonly MatchedReading[],
): Promise<void> {
  await tx
    .insertInto('usage_import')
    .values({
      county,
      id: from.act,
      season: from.season,
      file_digest: Buffer.from(from.file, 'hex'),
      file_name: from.fileName,
      row_count: rows.length,
      imported_on: today,
      imported_by: actor.id,
    })
    .execute()
  // A reading is only there already where its statement was sent back; the season is locked, so nobody else adds one.
  await sql`
    insert into usage_reading (county, season, home, account_number, start_centi_kwh, end_centi_kwh, used_centi_kwh,
                               valley_centi_kwh, import, import_row)
    select ${county}, ${from.season}, r.home, r.account, r.first, r.last, r.used, r.valley, ${from.act}, r.row
      from unnest(${rows.map((r) => r.home)}::uuid[], ${rows.map((r) => r.accountNumber)}::text[],
                  ${rows.map((r) => r.startCentiKwh)}::bigint[], ${rows.map((r) => r.endCentiKwh)}::bigint[],
                  ${rows.map((r) => r.usedCentiKwh)}::bigint[], ${rows.map((r) => r.valleyCentiKwh)}::bigint[],
                  ${rows.map((r) => r.place.row ?? 0)}::int[])
           as r (home, account, first, last, used, valley, row)
    on conflict (county, season, home) do update
      set account_number = excluded.account_number, start_centi_kwh = excluded.start_centi_kwh,
          end_centi_kwh = excluded.end_centi_kwh, used_centi_kwh = excluded.used_centi_kwh,
          lower_centi_kwh = null, upper_centi_kwh = null, valley_centi_kwh = excluded.valley_centi_kwh,
          import = excluded.import, import_row = excluded.import_row`.execute(tx)
}
