import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { ownUpload } from '../../../kernel/evidence/own-upload.ts'
import { findSeasons } from '../../subsidies/public.ts'
import { Digest } from '../../subsidies/model.ts'
import { matchReadings } from '../readings-match.ts'
import { readReadingsSheet } from '../readings-sheet.ts'
import { dayOfNumber, daysOfFile, minutesADay } from '../rules/read-in.ts'
import { readTemperatureSheet } from '../temperature-sheet.ts'

const input = z.object({ season: z.uuid(), file: Digest })

async function openFile(
  db: ReadDb,
  context: QueryContext,
  { season: id, file }: z.output<typeof input>,
  table: 'meter_import' | 'temperature_import',
) {
  const { county, today } = context
  const season = (await findSeasons(db, county, [id])).get(id)
  if (!season) throw new NotFound()
  const bytes = await ownUpload(db, context, file)
  const same = await db
    .selectFrom(table)
    .select('imported_on as on')
    .where('county', '=', county)
    .where('season', '=', id)
    .where('file_digest', '=', Buffer.from(file, 'hex'))
    .executeTakeFirst()
  const days = daysOfFile({ startsOn: season.starts_on, endsOn: season.ends_on }, today)
  return { bytes, days, importedOn: same?.on ?? null }
}

/** What an import of this file would do, row by row; nothing is changed. */
export const readingsDryRun = defineQuery({
  name: 'readings.dry-run',
  input,
  permission: 'readings.import',
  oneAtATime: true,
  run: async (db, asked, context) => {
    const { bytes, days, importedOn } = await openFile(db, context, asked, 'meter_import')
    const match = await matchReadings(db, context.county, await readReadingsSheet(bytes, days))
    let [first, last, readings] = [Infinity, -Infinity, 0]
    for (const { rows } of match.matched) {
      first = Math.min(first, rows[0]?.minute ?? Infinity)
      last = Math.max(last, rows.at(-1)?.minute ?? -Infinity)
      readings += rows.length
    }
    const { problems, problemCount, errorCount } = match.found
    return {
      importedOn,
      rows: match.rows,
      readings,
      homes: match.matched.length,
      unmatched: match.unmatched,
      firstOn: readings > 0 ? dayOfNumber(Math.floor(first / minutesADay)) : null,
      lastOn: readings > 0 ? dayOfNumber(Math.floor(last / minutesADay)) : null,
      problems,
      problemCount,
      errorCount,
    }
  },
})

export const temperatureDryRun = defineQuery({
  name: 'temperature.dry-run',
  input,
  permission: 'temperature.import',
  oneAtATime: true,
  run: async (db, asked, context) => {
    const { bytes, days, importedOn } = await openFile(db, context, asked, 'temperature_import')
    const read = await readTemperatureSheet(bytes, days)
    const { problems, problemCount, errorCount } = read.found
    const [first, last] = [read.days[0], read.days.at(-1)]
    return {
      importedOn,
      rows: read.rows,
      days: read.days.length,
      firstOn: first ? dayOfNumber(first.day) : null,
      lastOn: last ? dayOfNumber(last.day) : null,
      problems,
      problemCount,
      errorCount,
    }
  },
})
