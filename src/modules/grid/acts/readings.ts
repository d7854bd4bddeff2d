import { sql } from 'kysely'
import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import { findSeasons, type SeasonState } from '../../subsidies/public.ts'
import { ImportReadings } from '../model.ts'
import { type HomeReadings, matchReadings } from '../readings-match.ts'
import { readReadingsSheet } from '../readings-sheet.ts'
import { checkReadings, dayNumber, dayOfNumber, daysOfFile, howRead, minutesADay } from '../rules/read-in.ts'

/** §4.3: register readings of a day or of a season, taken in whole or not at all. */
export const importReadings = defineAct({
  kind: 'readings.import',
  oneAtATime: true,
  adds: true,
  version: 1,
  input: ImportReadings,
  permission: 'readings.import',
  clauses: ['§4.3', '§A.21'],
  evidence: ['workbook'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county, store, today, progress }) => {
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
        facts.push({ area, season, sameFile: false, read: undefined })
        continue
      }
      const earlier = await db
        .selectFrom('meter_import')
        .select('id')
        .where('county', '=', county)
        .where('season', '=', season.id)
        .where('file_digest', '=', Buffer.from(input.file, 'hex'))
        .executeTakeFirst()
      if (earlier) {
        facts.push({ area, season, sameFile: true, read: undefined })
        continue
      }
      progress(0.02, 'progress.reading')
      const days = daysOfFile({ startsOn: season.starts_on, endsOn: season.ends_on }, today)
      const file = await readReadingsSheet(await store.read(input.file), days)
      progress(0.5, 'progress.matching')
      facts.push({ area, season, sameFile: false, read: await matchReadings(db, county, file) })
    }
    return facts
  },
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: ({ read, sameFile }, { input }) =>
    checkReadings(read && { ...read, ...read.found }, sameFile, input.file),
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id, input, facts } of items) {
      const { read, season } = facts
      if (!read) throw new Error('Readings were decided without their file.')
      await recordReadings(
        tx,
        context,
        season,
        { act: id, ...input, unmatched: read.unmatched },
        read.matched,
      )
      // A season's files are many and every home is in each: the homes' own history is not told of them one by one.
      effects.push({
        result: {
          rows: read.rows,
          readings: read.matched.reduce((sum, { rows }) => sum + rows.length, 0),
          homes: read.matched.length,
          unmatched: read.unmatched,
        },
      })
    }
    return effects
  },
})

/** Homes written in one message. */
const atOnce = 2000

async function recordReadings(
  tx: WriteDb,
  { county, today, actor, progress }: ActContext,
  season: SeasonState,
  from: { act: string; file: string; fileName: string; unmatched: number },
  homes: readonly HomeReadings[],
): Promise<void> {
  let [first, last, count] = [Infinity, -Infinity, 0]
  for (const { rows } of homes) {
    first = Math.min(first, rows[0]?.minute ?? Infinity)
    last = Math.max(last, rows.at(-1)?.minute ?? -Infinity)
    count += rows.length
  }
  // The season is locked: nobody else takes the next number.
  const { number } = await tx
    .selectFrom('meter_import')
    .select((eb) => eb.fn.coalesce(eb.fn.max<number>('number'), sql<number>`0`).as('number'))
    .where('county', '=', county)
    .where('season', '=', season.id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('meter_import')
    .values({
      county,
      id: from.act,
      season: season.id,
      number: number + 1,
      file_digest: Buffer.from(from.file, 'hex'),
      file_name: from.fileName,
      reading_count: count,
      home_count: homes.length,
      unmatched_count: from.unmatched,
      first_on: dayOfNumber(Math.floor(first / minutesADay)),
      last_on: dayOfNumber(Math.floor(last / minutesADay)),
      imported_on: today,
      imported_by: actor.id,
    })
    .execute()
  const [firstDay, lastDay] = [dayNumber(season.starts_on), dayNumber(season.ends_on)]
  for (let at = 0; at < homes.length; at += atOnce) {
    progress(0.6 + (0.4 * at) / homes.length, 'progress.recording')
    const some = homes.slice(at, at + atOnce)
    const listed = (value: (row: HomeReadings['rows'][number]) => number) =>
      some.map(({ rows }) => `{${rows.map(value).join(',')}}`)
    await sql`
      insert into meter_reading (county, import, home, season, number, account_number, at_minutes, centi_kwh, kinds,
                                 first_day, last_day)
      select ${county}, ${from.act}, r.home, ${season.id}, ${number + 1}, r.account, r.at::int[], r.kwh::bigint[],
             r.kinds::smallint[], r.first, r.last
        from unnest(${some.map(({ home }) => home)}::uuid[], ${some.map(({ accountNumber }) => accountNumber)}::text[],
                    ${listed(({ minute }) => minute)}::text[], ${listed(({ centiKwh }) => centiKwh)}::text[],
                    ${listed(({ kind }) => kind)}::text[], ${some.map(({ rows }) => howRead(rows, firstDay))}::smallint[],
                    ${some.map(({ rows }) => howRead(rows, lastDay))}::smallint[])
             as r (home, account, at, kwh, kinds, first, last)`.execute(tx)
  }
}
