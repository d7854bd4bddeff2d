import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { type Day, daysBetween } from '../../../kernel/dates/day.ts'
import { covers, inScope } from '../../../kernel/identity/authority.ts'
import { hasParameter, type Pack, parameter, periodOf } from '../../../kernel/pack/pack.ts'
import type { Borne } from '../../../kernel/pack/reckon.ts'
import { figuresOf, subsidiesOf } from '../../../kernel/pack/subsidies.ts'
import { countyArea } from '../../organisations/public.ts'
import type { StatementState } from '../model.ts'
import { findSeasons } from '../seasons.ts'
import { isSentBack } from './statements.ts'

/** The pack speaks of seasons that ended before it by what it says first. */
const ruledOn = (pack: Pack, endsOn: Day): Day => (endsOn < pack.validFrom ? pack.validFrom : endsOn)

/** §4.3: counted within so many days of the season's end. */
const deadlineOf = (pack: Pack, endsOn: Day): Day =>
  periodOf(pack, 'statement.deadlineDays', endsOn, ruledOn(pack, endsOn)).lastDay

const ofHome = { town: sql.ref('home.town'), village: sql.ref('home.village') }
const ofStatement = { town: sql.ref('statement.town'), village: sql.ref('statement.village') }

export const seasonList = defineQuery({
  name: 'season.list',
  input: z.object({}),
  permission: 'statement.read',
  run: async (db, _input, { county, pack, today, scope }) => {
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
    const states = await db
      .selectFrom('statement')
      .select((eb) => [
        'statement.season',
        'statement.state',
        eb.fn.countAll<number>().as('homes'),
        eb.fn.sum<number>('statement.amount_fen').as('amountFen'),
      ])
      .where('statement.county', '=', county)
      .where(inScope(scope, ofStatement))
      .groupBy(['statement.season', 'statement.state'])
      .execute()
    const sentBack = await db
      .selectFrom('statement as s')
      .select((eb) => ['s.season', eb.fn.countAll<number>().as('homes')])
      .where('s.county', '=', county)
      .where(isSentBack)
      .where(inScope(scope, { town: sql.ref('s.town'), village: sql.ref('s.village') }))
      .groupBy('s.season')
      .execute()
    return {
      rows: rows.map((row) => {
        const deadline = deadlineOf(pack, row.endsOn)
        return {
          ...row,
          over: today > row.endsOn,
          deadline,
          daysLeft: daysBetween(today, deadline),
          sentBack: sentBack.find(({ season }) => season === row.id)?.homes ?? 0,
          states: states.flatMap(({ season, ...of }) => (season === row.id ? [of] : [])),
        }
      }),
      total: rows.length,
    }
  },
})

/** Whether some of the statements at a state went through this person's hands before, so that another reviews them. */
const didEarlierStep = (person: string) =>
  sql<boolean>`coalesce(bool_or(case statement.state
    when 'drawn-up' then statement.drawn_up_by = ${person}
    when 'town-reviewed' then ${person} in (statement.drawn_up_by, statement.town_reviewed_by,
                                            statement.account_corrected_by) end), false)`

/** A season by town and state, within one's own area; who has read what in, and the parameters amounts come from. */
export const seasonPage = defineQuery({
  name: 'season.page',
  input: z.object({ season: z.uuid() }),
  permission: 'statement.read',
  run: async (db, { season: id }, { county, actor, scope, pack, today }) => {
    const season = (await findSeasons(db, county, [id])).get(id)
    if (!season) throw new NotFound()
    const fund = season.fund
      ? await db
          .selectFrom('fund')
          .select(['id', 'name'])
          .where('county', '=', county)
          .where('id', '=', season.fund)
          .executeTakeFirst()
      : undefined
    const counts = await db
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
        didEarlierStep(actor.id).as('own'),
      ])
      .where('statement.county', '=', county)
      .where('statement.season', '=', id)
      .where(inScope(scope, ofStatement))
      .groupBy(['statement.town', 'area.name', 'statement.state'])
      .orderBy('statement.town')
      .execute()
    const { readings, undrawn } = await db
      .selectFrom('usage_reading')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'usage_reading.county').onRef('home.id', '=', 'usage_reading.home'),
      )
      .leftJoin('statement', (join) =>
        join
          .onRef('statement.county', '=', 'usage_reading.county')
          .onRef('statement.season', '=', 'usage_reading.season')
          .onRef('statement.home', '=', 'usage_reading.home'),
      )
      .select((eb) => [
        eb.fn.countAll<number>().as('readings'),
        eb.fn.countAll<number>().filterWhere('statement.id', 'is', null).as('undrawn'),
      ])
      .where('usage_reading.county', '=', county)
      .where('usage_reading.season', '=', id)
      .where(inScope(scope, ofHome))
      .executeTakeFirstOrThrow()
    // A town sees its own homes' readings, not what the whole county's files hold.
    const ofCounty = covers(scope, { area: await countyArea(db, county) })
    const imports = await db
      .selectFrom('usage_import')
      .leftJoin('account', (join) =>
        join
          .onRef('account.county', '=', 'usage_import.county')
          .onRef('account.id', '=', 'usage_import.imported_by'),
      )
      .select([
        'usage_import.id',
        'usage_import.file_name as fileName',
        'usage_import.row_count as rows',
        'usage_import.analysis_number as analysis',
        'usage_import.imported_on as importedOn',
        'account.name as by',
      ])
      .where('usage_import.county', '=', county)
      .where('usage_import.season', '=', id)
      .where(sql<boolean>`${ofCounty}`)
      .orderBy('usage_import.id')
      .execute()
    const { rows: borne } = await sql<Borne>`
      select e->>'level' as level, sum((e->>'amountFen')::bigint)::bigint as "amountFen"
        from statement s, jsonb_array_elements(coalesce(s.formula->'split', '[]')) e
       where s.county = ${county} and s.season = ${id} and s.state not in ('blocked', 'revoked')
         and ${inScope(scope, { town: sql.ref('s.town'), village: sql.ref('s.village') })}
       group by 1 order by 1`.execute(db)
    const figures = [
      ...new Set(
        subsidiesOf(pack, 'operating', season.ends_on)
          .flatMap((each) => figuresOf(each))
          .map(({ name }) => name)
          .filter((name) => hasParameter(pack, name, ruledOn(pack, season.ends_on))),
      ),
    ]
    const deadline = deadlineOf(pack, season.ends_on)
    return {
      id,
      name: season.name,
      startsOn: season.starts_on,
      endsOn: season.ends_on,
      over: today > season.ends_on,
      deadline,
      daysLeft: daysBetween(today, deadline),
      deadlineDays: parameter(pack, 'statement.deadlineDays', ruledOn(pack, season.ends_on)),
      fund: fund ?? null,
      readings,
      undrawn,
      imports,
      towns: byTown(counts),
      parameters: figures.map((name) => parameter(pack, name, ruledOn(pack, season.ends_on))),
      /** Who bears what is or will be paid, where the pack says so. */
      split: borne,
    }
  },
})

interface TownCount {
  town: string
  name: string
  state: StatementState
  homes: number
  amountFen: number
  usedCentiKwh: number
  own: boolean
}

function byTown(counts: readonly TownCount[]) {
  const towns = new Map<
    string,
    {
      town: string
      name: string
      usedCentiKwh: number
      states: Pick<TownCount, 'state' | 'homes' | 'amountFen' | 'own'>[]
    }
  >()
  for (const { town, name, usedCentiKwh, ...count } of counts) {
    const row = towns.get(town) ?? { town, name, usedCentiKwh: 0, states: [] }
    row.usedCentiKwh += usedCentiKwh
    row.states.push(count)
    towns.set(town, row)
  }
  return [...towns.values()]
}
