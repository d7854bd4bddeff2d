import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { addDays, daysBetween } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { amount, parameter } from '../../../kernel/pack/pack.ts'
import { findSeasons, matchUsage } from '../acts/season.ts'
import { statementStates } from '../model.ts'
import { readUsageSheet } from '../usage-sheet.ts'

const ofStatement = { town: sql.ref('statement.town'), village: sql.ref('statement.village') }

export const seasonList = defineQuery({
  name: 'season.list',
  input: z.object({}),
  permission: 'statement.read',
  run: async (db, _input, { county, pack, today }) => {
    const rows = await db
      .selectFrom('season')
      .leftJoin('fund', (join) =>
        join.onRef('fund.county', '=', 'season.county').onRef('fund.id', '=', 'season.fund'),
      )
      .select([
        'season.id',
        'season.name',
        'season.starts_on as startsOn',
        'season.ends_on as endsOn',
        'fund.name as fund',
      ])
      .where('season.county', '=', county)
      .orderBy('season.starts_on', 'desc')
      .execute()
    return rows.map((row) => {
      // §4.3: counted within so many days of the season's end.
      const deadline = addDays(row.endsOn, amount(pack, 'statement.deadlineDays', row.endsOn))
      return { ...row, deadline, daysLeft: daysBetween(today, deadline) }
    })
  },
})

export const seasonPage = defineQuery({
  name: 'season.page',
  input: z.object({ season: z.uuid() }),
  permission: 'statement.read',
  run: async (db, { season: id }, { county, scope, pack, today }) => {
    const season = (await findSeasons(db, county, [id])).get(id)
    if (!season) throw new NotFound()
    const towns = await db
      .selectFrom('statement')
      .innerJoin('area', (join) =>
        join.onRef('area.county', '=', 'statement.county').onRef('area.code', '=', 'statement.town'),
      )
      .select((eb) => [
        'statement.town',
        'area.name',
        'statement.state',
        eb.fn.countAll<number>().as('homes'),
        eb.fn.sum<number>('statement.amount_fen').as('amountFen'),
        eb.fn.sum<number>('statement.used_centi_kwh').as('usedCentiKwh'),
      ])
      .where('statement.county', '=', county)
      .where('statement.season', '=', id)
      .where(inScope(scope, ofStatement))
      .groupBy(['statement.town', 'area.name', 'statement.state'])
      .orderBy('statement.town')
      .execute()
    const { readings } = await db
      .selectFrom('usage_reading')
      .select((eb) => eb.fn.countAll<number>().as('readings'))
      .where('county', '=', county)
      .where('season', '=', id)
      .executeTakeFirstOrThrow()
    const imports = await db
      .selectFrom('usage_import')
      .select(['id', 'file_name as fileName', 'row_count as rows', 'imported_on as importedOn'])
      .where('county', '=', county)
      .where('season', '=', id)
      .orderBy('id')
      .execute()
    const deadline = addDays(season.ends_on, amount(pack, 'statement.deadlineDays', season.ends_on))
    return {
      id,
      name: season.name,
      startsOn: season.starts_on,
      endsOn: season.ends_on,
      deadline,
      daysLeft: daysBetween(today, deadline),
      readings,
      imports,
      towns,
      parameters: ['operating.rateFenPerKwh', 'operating.capKwh'].map((name) => parameter(pack, name, today)),
    }
  },
})

export const statementList = defineQuery({
  name: 'statement.list',
  input: z.object({
    season: z.uuid(),
    town: z.string().length(12).optional(),
    village: z.string().length(12).optional(),
    state: z.enum(statementStates).optional(),
    page: z.int().min(0).default(0),
    pageSize: z.int().min(1).max(200).default(50),
  }),
  permission: 'statement.read',
  run: async (db, input, { county, scope }) => {
    let of = db
      .selectFrom('statement')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'statement.county').onRef('home.id', '=', 'statement.home'),
      )
      .innerJoin('area', (join) =>
        join.onRef('area.county', '=', 'statement.county').onRef('area.code', '=', 'statement.village'),
      )
      .where('statement.county', '=', county)
      .where('statement.season', '=', input.season)
      .where(inScope(scope, ofStatement))
    if (input.town) of = of.where('statement.town', '=', input.town)
    if (input.village) of = of.where('statement.village', '=', input.village)
    if (input.state) of = of.where('statement.state', '=', input.state)
    const sums = await of
      .select((eb) => [
        eb.fn.countAll<number>().as('total'),
        eb.fn.coalesce(eb.fn.sum<number>('statement.amount_fen'), eb.lit(0)).as('totalFen'),
      ])
      .executeTakeFirstOrThrow()
    const rows = await of
      .select([
        'statement.id',
        'statement.home',
        'statement.state',
        'statement.answer',
        'statement.used_centi_kwh as usedCentiKwh',
        'statement.amount_fen as amountFen',
        'statement.formula',
        'home.householder',
        'home.sequence',
        'area.name as village',
        sql<
          string[]
        >`(select coalesce(jsonb_agg(r->>'rule'), '[]') from jsonb_array_elements(statement.decision->'rules') r
                        where r->>'answer' <> 'yes')`.as('failedRules'),
        sql<string | null>`(select p.failure from payment p where p.county = statement.county
                             and p.statement = statement.id order by p.id desc limit 1)`.as('failure'),
      ])
      .orderBy('statement.village')
      .orderBy('home.sequence')
      .limit(input.pageSize)
      .offset(input.page * input.pageSize)
      .execute()
    return { rows, ...sums }
  },
})

/** What an import of this workbook would do, row by row; nothing is changed. */
export const usageDryRun = defineQuery({
  name: 'usage.dry-run',
  input: z.object({ season: z.uuid(), file: z.string().regex(/^[0-9a-f]{64}$/) }),
  permission: 'usage.import',
  run: async (db, { season, file }, { county, store, actor }) => {
    const own = await db
      .selectFrom('evidence_file')
      .select('digest')
      .where('county', '=', county)
      .where('digest', '=', Buffer.from(file, 'hex'))
      .where('uploaded_by', '=', actor.id)
      .executeTakeFirst()
    if (!own) throw new NotFound()
    const reading = await readUsageSheet(await store.read(file))
    const { matched, unmatched, readBefore } = await matchUsage(db, county, season, reading)
    return {
      rows: reading.rows.length,
      matched: matched.length,
      readBefore: readBefore.length,
      unmatched: unmatched.slice(0, 200).map(({ row, accountNumber }) => ({ row, accountNumber })),
      unmatchedCount: unmatched.length,
      usedCentiKwh: matched.reduce((sum, row) => sum + row.usedCentiKwh, 0),
      problems: reading.problems.slice(0, 500),
      problemCount: reading.problems.length,
    }
  },
})
