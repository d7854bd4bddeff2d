import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import { findSeasons, type SeasonState } from '../../subsidies/public.ts'
import { type AnalysisReply, analyseInThread } from '../analysis-thread.ts'
import { AnalyseSeason } from '../model.ts'
import { mayAnalyse } from '../rules/may-take.ts'
import { dayOfNumber } from '../rules/read-in.ts'
import { type SeasonFiles, type SeasonMeters, seasonFiles, seasonReadings } from '../season-inputs.ts'

/** §4.3: what the readings say of every home; each analysis is kept with what it was run on. */
export const analyse = defineAct({
  kind: 'season.analyse',
  oneAtATime: true,
  adds: true,
  version: 1,
  input: AnalyseSeason,
  permission: 'season.analyse',
  clauses: ['§4.3'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county, today }) => {
    const area = await countyArea(db, county)
    const seasons = await findSeasons(
      db,
      county,
      items.map((item) => item.subject),
    )
    const facts = []
    for (const { subject } of items) {
      const season = seasons.get(subject)
      if (!season) {
        facts.push(undefined)
        continue
      }
      const files = await seasonFiles(db, county, season, today)
      const last = await db
        .selectFrom('season_analysis')
        .select(['number', 'files_digest'])
        .where('county', '=', county)
        .where('season', '=', season.id)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      facts.push({
        area,
        season,
        files,
        number: (last?.number ?? 0) + 1,
        isSame: last !== undefined && Buffer.compare(last.files_digest, files.digest) === 0,
      })
    }
    return facts
  },
  place: (facts) => ({ area: facts.area }),
  may: ({ files, isSame }) => mayAnalyse({ ...files, days: files.to - files.from, isSame }),
  apply: async (tx, items, context) => {
    const { county, progress } = context
    const effects = []
    for (const { id, facts } of items) {
      const { season, files, number } = facts
      progress(0.02, 'progress.reading-readings')
      const meters = await seasonReadings(tx, county, season.id, files.seasons, (done) =>
        progress(0.02 + 0.3 * done, 'progress.reading-readings'),
      )
      progress(0.35, 'progress.analysing')
      const reading = meters.readings.at.length
      const places = new Map(meters.homes.map(({ home }, at) => [home, at]))
      const reply = await analyseInThread({
        readings: meters.readings,
        temperatures: files.temperatures,
        season: { from: files.from, to: files.to },
        villages: meters.homes.map(({ village }) => village),
        findings: files.findings.flatMap(({ home, isCoal }) => {
          const place = places.get(home)
          return place === undefined ? [] : [{ home: place, isCoal }]
        }),
      })
      await recordAnalysis(tx, context, { act: id, season, files, number, reading }, meters, reply)
      effects.push({ result: { number, homes: meters.homes.length, readings: reading } })
    }
    return effects
  },
})

/** Homes written in one message. */
const atOnce = 2000

async function recordAnalysis(
  tx: WriteDb,
  { county, today, actor, progress }: ActContext,
  from: { act: string; season: SeasonState; files: SeasonFiles; number: number; reading: number },
  { homes }: SeasonMeters,
  { homes: results, weights }: AnalysisReply,
): Promise<void> {
  const { files } = from
  await tx
    .insertInto('season_analysis')
    .values({
      county,
      id: from.act,
      season: from.season.id,
      number: from.number,
      from_on: dayOfNumber(files.from),
      to_on: dayOfNumber(files.to),
      files_digest: files.digest,
      weights_digest: createHash('sha256').update(JSON.stringify(weights)).digest(),
      reading_files: files.readingFiles,
      temperature_files: files.temperatureFiles,
      reading_count: from.reading,
      home_count: homes.length,
      finding_count: files.findings.length,
      analysed_on: today,
      analysed_by: actor.id,
    })
    .execute()
  const rows = homes.flatMap((home, at) => {
    const result = results[at]
    return result ? [{ ...home, ...result }] : []
  })
  for (let at = 0; at < rows.length; at += atOnce) {
    progress(0.7 + (0.3 * at) / rows.length, 'progress.recording')
    const some = rows.slice(at, at + atOnce)
    await sql`
      insert into season_home (county, analysis, home, account_number, centi_kwh, lower_centi_kwh, upper_centi_kwh,
                               allocated, days_missing, days_there, flags, signs, score, probability, low, high, parts,
                               reasons, day_centi_kwh)
      select ${county}, ${from.act}, r.home, r.account, r.kwh, r.lower, r.upper, r.allocated, r.missing, r.there, r.flags,
             r.signs::text[], r.score, r.probability, r.low, r.high, r.parts::jsonb, r.reasons::jsonb, r.days::int[]
        from unnest(${some.map((row) => row.home)}::uuid[], ${some.map((row) => row.accountNumber)}::text[],
                    ${some.map((row) => row.centiKwh)}::bigint[], ${some.map((row) => row.lowerCentiKwh)}::bigint[],
                    ${some.map((row) => row.upperCentiKwh)}::bigint[], ${some.map((row) => row.allocated)}::float8[],
                    ${some.map((row) => row.daysMissing)}::int[], ${some.map((row) => row.daysThere)}::int[],
                    ${some.map((row) => row.flags)}::int[], ${some.map((row) => `{${row.signs.join(',')}}`)}::text[],
                    ${some.map((row) => row.score)}::float8[], ${some.map((row) => row.probability)}::float8[],
                    ${some.map((row) => row.low)}::float8[], ${some.map((row) => row.high)}::float8[],
                    ${some.map((row) => JSON.stringify(row.parts))}::text[],
                    ${some.map((row) => JSON.stringify(row.reasons))}::text[],
                    ${some.map((row) => `{${row.days.map((one) => one ?? 'NULL').join(',')}}`)}::text[])
             as r (home, account, kwh, lower, upper, allocated, missing, there, flags, signs, score, probability, low,
                   high, parts, reasons, days)`.execute(tx)
  }
}
