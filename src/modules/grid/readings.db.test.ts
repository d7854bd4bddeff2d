import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, county as countyId, type TestCounty } from '../../../tests/support/county.ts'
import { aSeasonRoad, type SeasonRoad } from '../../../tests/support/season-road.ts'
import { newId } from '../../kernel/identity/id.ts'
import { dayNumber, minutesADay } from './rules/read-in.ts'

let county: TestCounty
let road: SeasonRoad
let people: TestCounty['actors']
beforeAll(async () => {
  county = await aCounty()
  road = await aSeasonRoad(county)
  people = county.actors
})
afterAll(() => county.close())

type Line = readonly [account: string, at: string, kwh: string, kind?: string]

const readingsText = (lines: readonly Line[]) =>
  Buffer.from(
    [
      '户号,抄表时间,示数,类型',
      ...lines.map(([account, at, kwh, kind = '实抄']) => [account, at, kwh, kind].join(',')),
    ].join('\n'),
  )

async function bring(season: string, lines: readonly Line[] | Buffer, by = people.gridOfficer) {
  const file = await county.evidence('workbook', Buffer.isBuffer(lines) ? lines : readingsText(lines))
  return county.do(by, 'readings.import', { season, file: file.digest, fileName: '示数.csv' }, [file])
}

const codes = (outcome: Awaited<ReturnType<TestCounty['do']>>) =>
  outcome.status === 'refused' ? outcome.refusals.map(({ code }) => code) : [outcome.status]

interface Page {
  asked: number
  over: boolean
  towns: {
    town: string
    homes: number
    read: number
    withoutFirst: number
    withoutLast: number
    readings: number
  }[]
  days: { day: string; homes: number; without: number; centiCelsius: number | null }[]
  imports: { readings: number; homes: number; unmatched: number }[]
}
const pageOf = (season: string, by = people.gridOfficer, more: object = {}) =>
  county.ask<Page>(by, 'readings.page', { season, ...more })
interface Homes {
  total: number
  rows: { home: string; accountNumber: string; firstDay: number; lastDay: number; readings: number }[]
}
const homesOf = (season: string, more: object = {}, by = people.gridOfficer) =>
  county.ask<Homes>(by, 'readings.homes', { season, ...more })

const stored = (season: string) =>
  road.read((db) =>
    db
      .selectFrom('meter_reading')
      .select(['home', 'number', 'at_minutes', 'centi_kwh', 'kinds', 'first_day', 'last_day'])
      .where('county', '=', countyId)
      .where('season', '=', season)
      .orderBy('number')
      .execute(),
  )

describe('a file of readings', () => {
  it('is kept as one row for each home, in the order of time, the same row twice once', async () => {
    const { season, endsOn } = await road.season()
    const starts = `${Number(endsOn.slice(0, 4)) - 1}-11-15`
    const [home = ''] = await road.accepted(1)
    const account = await road.accountOf(home)
    const outcome = await bring(season, [
      [account, `${endsOn} 00:00:30`, '1500.555'],
      [account, starts, '1000'],
      [account, starts, '1000'],
      [account, `${starts.replaceAll('-', '/')} 12:30`, '1001.5', '估抄'],
      ['0606999999990', starts, '7'],
    ])
    expect(outcome).toMatchObject({
      status: 'done',
      receipt: { result: { rows: 5, readings: 3, homes: 1, unmatched: 1 } },
    })
    const minute = dayNumber(starts) * minutesADay
    expect(await stored(season)).toMatchObject([
      {
        home,
        number: 1,
        at_minutes: [minute, minute + 750, dayNumber(endsOn) * minutesADay],
        kinds: [0, 1, 0],
        first_day: 2,
        last_day: 2,
      },
    ])
    const [row] = await stored(season)
    expect(row?.centi_kwh.map(Number)).toEqual([100_000, 100_150, 150_056])
  })

  it('is taken once for a season, whoever sends it how often, and at once', async () => {
    const { season } = await road.season()
    const [home = ''] = await road.accepted(1)
    const day = county.program.clock.today()
    const lines: Line[] = [[await road.accountOf(home), day, '1000']]
    const both = await Promise.all([bring(season, lines), bring(season, lines)])
    expect(both.flatMap(codes).sort()).toEqual(['done', 'readings.same-file'])
    expect(codes(await bring(season, lines, county.colleague(people.gridOfficer)))).toEqual([
      'readings.same-file',
    ])
    // Two files at once both come in, one after the other.
    const other = await Promise.all([
      bring(season, [[await road.accountOf(home), `${day} 01:00`, '1000.1']]),
      bring(season, [[await road.accountOf(home), `${day} 02:00`, '1000.2']]),
    ])
    expect(other.flatMap(codes)).toEqual(['done', 'done'])
    expect((await stored(season)).map(({ number }) => number)).toEqual([1, 2, 3])
  })

  it('is named fault by fault, and comes in whole or not at all', async () => {
    const { season } = await road.season()
    const [home = ''] = await road.accepted(1)
    const account = await road.accountOf(home)
    const day = county.program.clock.today()
    const lines: Line[] = [
      [account, day, '1000'],
      ['12345', day, '1'],
      [account, '昨天', '1'],
      [account, '2001-01-01', '1'],
      [account, day, '-5'],
      [account, day, '一千'],
      [account, day, '1001', '猜'],
    ]
    const file = await county.evidence('workbook', readingsText(lines), people.gridOfficer)
    const dry = await county.ask<{
      errorCount: number
      problems: { code: string; row: number; column: number }[]
    }>(people.gridOfficer, 'readings.dry-run', { season, file: file.digest })
    expect(dry.problems.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['readings.account', 3, 1],
      ['readings.time', 4, 2],
      ['readings.outside', 5, 2],
      ['readings.kwh', 6, 3],
      ['readings.kwh', 7, 3],
      ['readings.kind', 8, 4],
    ])
    expect(dry).toMatchObject({ errorCount: 6, readings: 1, homes: 1 })
    expect(codes(await bring(season, lines))).toEqual(['readings.faulty'])
    expect(await stored(season)).toEqual([])
  })

  it('is refused where it is no table, belongs to nobody or is another’s to bring', async () => {
    const { season } = await road.season()
    const day = county.program.clock.today()
    expect(codes(await bring(season, Buffer.from('%PDF-1.4 nothing of the kind')))).toEqual([
      'evidence.unfit',
      'readings.faulty',
    ])
    expect(codes(await bring(season, Buffer.from('姓名,电话\n甲,1\n')))).toEqual(['readings.faulty'])
    expect(codes(await bring(season, [['0606999999991', day, '1']]))).toEqual(['readings.nothing-matched'])
    expect(codes(await bring(newId(), [['0606999999991', day, '1']]))).toEqual(['subject.not-found'])
    for (const actor of [people.townOfficer, people.bureauOfficer, people.contractor])
      expect(codes(await bring(season, [['0606999999991', day, '1']], actor))).toEqual(['not-permitted'])
    expect(
      await county.refused(people.gridOfficer, 'readings.import', {
        season,
        file: '0'.repeat(64),
        fileName: 'x.csv',
      }),
    ).toContain('evidence.required')
  })
})

describe('what has come in', () => {
  it('is told by town and day, with the homes behind every gap; a later file has the last word', async () => {
    const { season, endsOn } = await road.season()
    const starts = `${Number(endsOn.slice(0, 4)) - 1}-11-15`
    const before = await pageOf(season)
    const [whole = '', late = '', silent = ''] = await road.accepted(3)
    const [a, b] = [await road.accountOf(whole), await road.accountOf(late)]
    await bring(season, [
      [a, starts, '1000'],
      [a, endsOn, '2000'],
      [b, starts, '500', '估抄'],
      [b, endsOn, '900'],
    ])
    const page = await pageOf(season)
    expect(page.asked).toBe(before.asked + 3)
    const town = page.towns.find((one) => one.town === area.town)
    expect(town).toMatchObject({
      read: 2,
      readings: 4,
      withoutFirst: page.asked - 1,
      withoutLast: page.asked - 2,
    })
    expect(page.days[0]).toEqual({ day: starts, homes: 2, without: page.asked - 2, centiCelsius: null })
    expect(page.days.at(-1)).toMatchObject({ day: endsOn, homes: 2 })
    expect(page.days[1]).toMatchObject({ homes: 0 })
    const without = await homesOf(season, { gap: 'first-day', pageSize: 200 })
    expect(without.total).toBe(town?.withoutFirst)
    expect(without.rows.find(({ home }) => home === late)).toMatchObject({
      firstDay: 1,
      lastDay: 2,
      readings: 2,
    })
    const none = await homesOf(season, { gap: 'none', pageSize: 200 })
    expect(none.total).toBe(page.asked - 2)
    expect(none.rows.map(({ home }) => home)).toContain(silent)
    expect((await homesOf(season, { gap: 'day', day: starts })).total).toBe(page.days[0]?.without)
    expect(without.rows[0]?.accountNumber).toContain('*')
    // The grid company reads it after all.
    await bring(season, [[b, starts, '503']])
    expect((await homesOf(season, { gap: 'first-day' })).total).toBe(without.total - 1)
  })

  it('is a town’s own to see, and nobody’s without a right to statements', async () => {
    const { season } = await road.season()
    const other = await pageOf(season, people.otherTownOfficer)
    expect(other.towns.filter(({ town }) => town !== area.otherTown)).toEqual([])
    expect(other.imports).toEqual([])
    expect((await homesOf(season, {}, people.otherTownOfficer)).total).toBe(other.asked)
    expect(await county.program.ask(people.contractor, 'readings.page', { season })).not.toMatchObject({
      status: 'ok',
    })
  })

  it('goes to the grid company as a list of accounts', async () => {
    const { season } = await road.season()
    const [home = ''] = await road.accepted(1)
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from home where accepted_on is not null`.execute(
      county.program.database.owner,
    )
    expect((await homesOf(season, { gap: 'none' })).total).toBe(rows[0]?.n)
    expect((await homesOf(season, { gap: 'none', pageSize: 200 })).rows.map((row) => row.home)).toContain(
      home,
    )
  })
})

describe('a file of temperatures', () => {
  const bringDays = async (season: string, text: string, by = people.bureauOfficer) => {
    const file = await county.evidence('workbook', Buffer.from(text))
    return county.do(by, 'temperature.import', { season, file: file.digest, fileName: '气温.csv' }, [file])
  }

  it('is taken once, in whole, by the bureau; a later one corrects it day by day', async () => {
    const { season, endsOn } = await road.season()
    const year = Number(endsOn.slice(0, 4)) - 1
    const text = `日期,平均气温\n${year}-11-15,3.25\n${year}/11/16,-2\n`
    expect(codes(await bringDays(season, text, people.gridOfficer))).toEqual(['not-permitted'])
    const both = await Promise.all([bringDays(season, text), bringDays(season, text)])
    expect(both.flatMap(codes).sort()).toEqual(['done', 'readings.same-file'])
    await bringDays(season, `日期,平均气温\n${year}-11-16,-3.5\n`)
    const { days } = await pageOf(season)
    expect(days.slice(0, 3).map(({ centiCelsius }) => centiCelsius)).toEqual([325, -350, null])
  })

  it('is refused for a day of another year, two figures for a day and what is no temperature', async () => {
    const { season, endsOn } = await road.season()
    for (const line of ['2001-01-01,3', `${endsOn},冷`, `${endsOn},75`, `${endsOn} 08:00,3`, '冬至,1'])
      expect(codes(await bringDays(season, `日期,平均气温\n${line}\n`))).toEqual(['readings.faulty'])
    expect(codes(await bringDays(season, `日期,平均气温\n${endsOn},3\n${endsOn},4\n`))).toEqual([
      'readings.faulty',
    ])
  })
})
