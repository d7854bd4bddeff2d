import { sql } from 'kysely'
import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { findFunds } from '../../funds/public.ts'
import { homesByAccount } from '../../households/public.ts'
import { countyArea } from '../../organisations/public.ts'
import { ImportUsage, OpenSeason } from '../model.ts'
import { mayCount, maySeason } from '../rules.ts'
import { readUsageSheet, type UsageReading, type UsageRow } from '../usage-sheet.ts'

export interface SeasonState {
  id: string
  name: string
  starts_on: string
  ends_on: string
  fund: string | null
}

export async function findSeasons(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, SeasonState>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('season')
    .select(['id', 'name', 'starts_on', 'ends_on', 'fund'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export const openSeason = defineAct({
  kind: 'season.open',
  version: 1,
  input: OpenSeason,
  permission: 'season.open',
  clauses: ['§4.3'],
  subject: { type: 'season', of: (input) => input.id },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const known = await findSeasons(
      db,
      county,
      items.map((item) => item.subject),
    )
    const funds = await findFunds(
      db,
      county,
      items.flatMap((item) => (item.input ? [item.input.fund] : [])),
    )
    return items.map((item) => ({
      area,
      exists: known.has(item.subject),
      fund: item.input && funds.get(item.input.fund),
    }))
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => (facts.exists ? [refuse('season.exists', ['§4.3'])] : []),
  check: (facts, { input }) => maySeason(input, facts.fund),
  apply: async (tx, items, { county }) => {
    await tx
      .insertInto('season')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.id,
          name: input.name,
          starts_on: input.startsOn,
          ends_on: input.endsOn,
          fund: input.fund,
          act: id,
        })),
      )
      .execute()
    return items.map(() => ({}))
  },
})

interface Matched extends UsageRow {
  home: string
}

/** Which homes the rows belong to: exactly one live home for an account, or nobody's row. */
export async function matchUsage(db: ReadDb, county: number, season: string, reading: UsageReading) {
  const homes = await homesByAccount(
    db,
    county,
    reading.rows.map((row) => row.accountNumber),
  )
  const matched: Matched[] = []
  const unmatched: UsageRow[] = []
  for (const row of reading.rows) {
    const [home, other] = homes.get(row.accountNumber) ?? []
    if (home && !other) matched.push({ ...row, home: home.id })
    else unmatched.push(row)
  }
  const { rows: there } = await sql<{ home: string }>`
    select home from usage_reading where county = ${county} and season = ${season}
       and home = any(${matched.map((row) => row.home)}::uuid[])`.execute(db)
  return { matched, unmatched, readBefore: there.map((row) => row.home) }
}

const faulty = (reading: UsageReading): Refusal[] => {
  const errors = reading.problems.filter((problem) => problem.severity === 'error')
  const [first] = errors
  return first
    ? [
        refuse('usage.faulty-sheet', ['§4.3'], {
          problems: errors.length,
          row: first.row ?? 0,
          first: first.words.zh,
          firstEn: first.words.en,
        }),
      ]
    : []
}

export const importUsage = defineAct({
  kind: 'usage.import',
  version: 1,
  input: ImportUsage,
  permission: 'usage.import',
  clauses: ['§4.3', '§A.21'],
  evidence: ['workbook'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county, store }) => {
    const area = await countyArea(db, county)
    const seasons = await findSeasons(
      db,
      county,
      items.map((item) => item.subject),
    )
    return Promise.all(
      items.map(async (item) => {
        const season = seasons.get(item.subject)
        if (!season) return undefined
        const { input } = item
        if (!input || !(await store.has(input.file)))
          return { area, season, usage: undefined, sameFile: false }
        const sameFile = await db
          .selectFrom('usage_import')
          .select('id')
          .where('county', '=', county)
          .where('season', '=', season.id)
          .where('file_digest', '=', Buffer.from(input.file, 'hex'))
          .executeTakeFirst()
        const reading = await readUsageSheet(await store.read(input.file))
        return {
          area,
          season,
          sameFile: sameFile !== undefined,
          usage: { reading, ...(await matchUsage(db, county, season.id, reading)) },
        }
      }),
    )
  },
  place: (facts) => ({ area: facts.area }),
  may: ({ season }, { today }) => mayCount({ endsOn: season.ends_on }, today),
  check: ({ usage, sameFile }, { input, evidence }) => {
    if (!usage || !evidence.some((ref) => ref.digest === input.file))
      return [refuse('evidence.not-uploaded', ['§4.3'], { kind: 'workbook', digest: input.file })]
    if (sameFile) return [refuse('usage.same-file', ['§4.3'])]
    return [
      ...faulty(usage.reading),
      ...(usage.readBefore.length > 0
        ? [refuse('usage.read-before', ['§4.3'], { homes: usage.readBefore.length })]
        : []),
      ...(usage.matched.length === 0 ? [refuse('usage.nothing-matched', ['§4.3'])] : []),
    ]
  },
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id, input, facts } of items) {
      const matched = facts.usage?.matched ?? []
      await recordUsage(
        tx,
        context,
        { act: id, season: input.season, file: input.file, fileName: input.fileName },
        matched,
      )
      effects.push({
        touched: matched.map((row) => ({ type: 'home', id: row.home })),
        result: {
          rows: facts.usage?.reading.rows.length ?? 0,
          matched: matched.length,
          unmatched: facts.usage?.unmatched.length ?? 0,
        },
      })
    }
    return effects
  },
})

async function recordUsage(
  tx: Parameters<typeof importUsage.apply>[0],
  { county, today, actor }: ActContext,
  from: { act: string; season: string; file: string; fileName: string },
  rows: readonly Matched[],
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
  await sql`
    insert into usage_reading (county, season, home, account_number, start_centi_kwh, end_centi_kwh, used_centi_kwh, import, import_row)
    select ${county}, ${from.season}, r.home, r.account, r.first, r.last, r.used, ${from.act}, r.row
      from unnest(${rows.map((r) => r.home)}::uuid[], ${rows.map((r) => r.accountNumber)}::text[],
                  ${rows.map((r) => r.startCentiKwh)}::bigint[], ${rows.map((r) => r.endCentiKwh)}::bigint[],
                  ${rows.map((r) => r.usedCentiKwh)}::bigint[], ${rows.map((r) => r.row)}::int[])
           as r (home, account, first, last, used, row)`.execute(tx)
}
