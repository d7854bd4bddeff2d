import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { countyArea } from '../../organisations/public.ts'
import { findSeasons } from '../../subsidies/public.ts'
import { ImportTemperature } from '../model.ts'
import { checkTemperature, dayOfNumber, daysOfFile } from '../rules/read-in.ts'
import { readTemperatureSheet } from '../temperature-sheet.ts'

/** §4.3: how cold each day was, without which no home's heating can be told from its other use. */
export const importTemperature = defineAct({
  kind: 'temperature.import',
  oneAtATime: true,
  adds: true,
  version: 1,
  input: ImportTemperature,
  permission: 'temperature.import',
  clauses: ['§4.3'],
  evidence: ['workbook'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county, store, today }) => {
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
        .selectFrom('temperature_import')
        .select('id')
        .where('county', '=', county)
        .where('season', '=', season.id)
        .where('file_digest', '=', Buffer.from(input.file, 'hex'))
        .executeTakeFirst()
      const days = daysOfFile({ startsOn: season.starts_on, endsOn: season.ends_on }, today)
      const read = earlier ? undefined : await readTemperatureSheet(await store.read(input.file), days)
      facts.push({ area, season, sameFile: earlier !== undefined, read })
    }
    return facts
  },
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: ({ read, sameFile }, { input }) =>
    checkTemperature(read && { ...read.found, rows: read.rows }, sameFile, input.file),
  apply: async (tx, items, { county, today, actor }) => {
    const effects = []
    for (const { id, input, facts } of items) {
      const { read, season } = facts
      const [first, last] = [read?.days[0], read?.days.at(-1)]
      if (!read || !first || !last) throw new Error('Temperatures were decided without their file.')
      const { number } = await tx
        .selectFrom('temperature_import')
        .select((eb) => eb.fn.coalesce(eb.fn.max<number>('number'), sql<number>`0`).as('number'))
        .where('county', '=', county)
        .where('season', '=', season.id)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('temperature_import')
        .values({
          county,
          id,
          season: season.id,
          number: number + 1,
          file_digest: Buffer.from(input.file, 'hex'),
          file_name: input.fileName,
          days: read.days.map(({ day }) => day),
          centi_celsius: read.days.map(({ centiCelsius }) => centiCelsius),
          first_on: dayOfNumber(first.day),
          last_on: dayOfNumber(last.day),
          imported_on: today,
          imported_by: actor.id,
        })
        .execute()
      effects.push({ result: { days: read.days.length } })
    }
    return effects
  },
})
