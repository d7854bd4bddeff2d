import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, county as countyId, type TestCounty } from '../../../tests/support/county.ts'
import { aReadSeason, heated } from '../../../tests/support/read-season.ts'
import { aSeasonRoad, type SeasonRoad, usageBook } from '../../../tests/support/season-road.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import type { UsageFormula } from '../subsidies/model.ts'

let county: TestCounty
let road: SeasonRoad
let people: TestCounty['actors']
beforeAll(async () => {
  county = await aCounty()
  road = await aSeasonRoad(county)
  people = county.actors
})
afterAll(() => county.close())

const codes = (outcome: Awaited<ReturnType<TestCounty['do']>>) =>
  outcome.status === 'refused' ? outcome.refusals.map(({ code }) => code) : [outcome.status]

const aSeason = () => aReadSeason(county, road)

interface Analysed {
  rows: {
    home: string
    centiKwh: number
    lowerCentiKwh: number
    upperCentiKwh: number
    flags: string[]
    leftOut: string[]
    taken: boolean
  }[]
  total: number
}
const listed = (season: string, more: object = {}, by = people.bureauOfficer) =>
  county.ask<Analysed>(by, 'season.homes', { season, pageSize: 200, ...more })

interface OfHome {
  seasons: {
    season: string
    centiKwh: number
    days: (number | null)[]
    suspicion: {
      score: number
      parts: { logOdds: number }[]
      low: number
      probability: number
      high: number
    } | null
  }[]
}

describe('an analysis of a season', () => {
  it('says of every home what it used, and keeps what it was run on', async () => {
    const season = await aSeason()
    const [plain = '', late = ''] = await road.accepted(2)
    await season.readings([{ home: plain }, { home: late, without: [season.days] }])
    expect(codes(await season.analyse())).toEqual(['season.no-temperature'])
    await season.temperatures()
    for (const actor of [people.gridOfficer, people.townOfficer, people.financeOfficer])
      expect(codes(await season.analyse(actor))).toEqual(['not-permitted'])
    const both = await Promise.all([season.analyse(), season.analyse()])
    expect(both.flatMap(codes).sort()).toEqual(['done', 'season.analysed-already'])
    const { rows, total } = await listed(season.season)
    expect(total).toBe(2)
    const of = (home: string) => rows.find((row) => row.home === home)
    expect(of(plain)).toMatchObject({ centiKwh: season.total(), flags: [], leftOut: [], taken: false })
    expect(of(late)?.flags).toContain('no-boundary-reading')
    expect(of(late)?.leftOut).toContain('no-boundary-reading')
    for (const row of rows) {
      expect(row.lowerCentiKwh).toBeLessThanOrEqual(row.centiKwh)
      expect(row.upperCentiKwh).toBeGreaterThanOrEqual(row.centiKwh)
    }
    expect(
      (await listed(season.season, { flag: 'no-boundary-reading' })).rows.map(({ home }) => home),
    ).toEqual([late])
    expect((await listed(season.season, { doubtful: false })).rows.map(({ home }) => home)).toEqual([plain])
    expect((await listed(season.season, {}, people.otherTownOfficer)).total).toBe(0)
    const page = await county.ask<{ analysis: { number: number; isOld: boolean; readings: number } }>(
      people.bureauOfficer,
      'season.analysis',
      { season: season.season },
    )
    expect(page.analysis).toMatchObject({ number: 1, isOld: false, readings: 2 * season.days + 1 })
  })

  it('stands beside the one before when a file corrects a reading', async () => {
    const season = await aSeason()
    const [home = ''] = await road.accepted(1)
    await season.temperatures()
    await season.readings([{ home }])
    expect(codes(await season.analyse())).toEqual(['done'])
    await season.correct(home, season.days, 1_000_00 + season.total() + 500)
    const page = await county.ask<{ analysis: { isOld: boolean } }>(people.bureauOfficer, 'season.analysis', {
      season: season.season,
    })
    expect(page.analysis.isOld).toBe(true)
    expect(codes(await season.analyse())).toEqual(['done'])
    expect((await listed(season.season)).rows[0]?.centiKwh).toBe(season.total() + 500)
    const kept = await road.read((db) =>
      db
        .selectFrom('season_analysis')
        .innerJoin('season_home', (join) =>
          join
            .onRef('season_home.county', '=', 'season_analysis.county')
            .onRef('season_home.analysis', '=', 'season_analysis.id'),
        )
        .select(['season_analysis.number', 'season_home.centi_kwh'])
        .where('season_analysis.county', '=', countyId)
        .where('season_analysis.season', '=', season.season)
        .orderBy('season_analysis.number')
        .execute(),
    )
    expect(kept.map(({ number, centi_kwh }) => [number, Number(centi_kwh)])).toEqual([
      [1, season.total()],
      [2, season.total() + 500],
    ])
  })

  it('shows its score to whoever plans visits and to nobody else', async () => {
    const season = await aSeason()
    const homes = await road.accepted(3)
    const [first = ''] = homes
    await season.temperatures()
    await season.readings(homes.map((home) => ({ home })))
    await season.analyse()
    const of = async (by: Actor) => {
      const { seasons } = await county.ask<OfHome>(by, 'season.of-home', { home: first })
      return seasons.find((one) => one.season === season.season)
    }
    const seen = await of(people.bureauOfficer)
    expect(seen?.days.length).toBe(season.days)
    expect(seen?.days[0]).toBe(heated(0))
    const { suspicion } = seen ?? {}
    const sum = suspicion?.parts.reduce((all, { logOdds }) => all + logOdds, 0)
    expect(sum).toBeCloseTo(suspicion?.score ?? NaN, 4)
    expect(suspicion?.low).toBeLessThanOrEqual(suspicion?.probability ?? NaN)
    expect(suspicion?.high).toBeGreaterThanOrEqual(suspicion?.probability ?? NaN)
    for (const actor of [people.townOfficer, people.townReviewer, people.financeOfficer, people.gridOfficer])
      expect(await of(actor)).toMatchObject({ centiKwh: season.total(), suspicion: null })
    for (const actor of [people.contractor, people.cadre, county.household(first), people.otherTownOfficer])
      expect((await county.program.ask(actor, 'season.of-home', { home: first })).status).not.toBe('ok')
  })
})

describe('electricity out of an analysis', () => {
  it('is counted once for homes whose readings vouch for it, and says in the statement where it comes from', async () => {
    const season = await aSeason()
    const homes = await road.accepted(4)
    const [plain = '', late = '', replaced = '', sent = ''] = homes
    await season.temperatures()
    expect(codes(await season.take())).toEqual(['usage.not-analysed'])
    await season.readings([
      { home: plain },
      { home: late, without: [season.days] },
      { home: replaced, replacedOn: 60, without: [58, 59] },
      { home: sent },
    ])
    await season.analyse()
    // One home's electricity has come as a sum already.
    const book = await county.evidence('workbook', await usageBook([{ account: await road.accountOf(sent) }]))
    await county.done(
      people.gridOfficer,
      'usage.import',
      { season: season.season, file: book.digest, fileName: 'x.xlsx' },
      [book],
    )
    for (const actor of [people.gridOfficer, people.townOfficer, people.bureauDirector])
      expect(codes(await season.take(actor))).toEqual(['not-permitted'])
    const both = await Promise.all([season.take(), season.take()])
    expect(both.flatMap(codes).sort()).toEqual(['done', 'usage.nothing-to-take'])
    const done = both.find((one) => one.status === 'done')
    expect(done).toMatchObject({ receipt: { result: { homes: 1, leftOut: 2 } } })
    const { rows } = await listed(season.season)
    expect(
      rows
        .filter(({ taken }) => taken)
        .map(({ home }) => home)
        .sort(),
    ).toEqual([plain, sent].sort())
    expect(rows.find(({ home }) => home === replaced)?.leftOut).toContain('replacement-without-final')
    await road.drawUp(season.season)
    const statements = await road.statements(season.season)
    const formulaOf = (home: string) =>
      statements.find((one) => one.home === home)?.formula as UsageFormula | undefined
    expect(formulaOf(plain)).toMatchObject({
      parts: [{ centi: season.total() }],
      // A register's last digit is its own doubt.
      analysed: { number: 1, lowerCentiKwh: season.total() - 1, upperCentiKwh: season.total() + 1 },
    })
    expect(formulaOf(sent)?.analysed).toBeUndefined()
    expect(statements.map(({ home }) => home).sort()).toEqual([plain, sent].sort())
    // What was missing is read after all: the next analysis has it, and only that home is taken.
    await season.correct(late, season.days, 1_000_00 + season.total())
    await season.analyse()
    expect(await season.take()).toMatchObject({
      status: 'done',
      receipt: { result: { homes: 1, leftOut: 1 } },
    })
  })

  it('is not counted while the season lasts, nor from an analysis made while it lasted', async () => {
    const season = await aSeason()
    const [home = ''] = await road.accepted(1)
    await season.temperatures()
    await season.readings([{ home }])
    const now = county.clock.now()
    road.on(season.endsOn.replace('-03-31', '-03-01'))
    expect(codes(await season.analyse())).toEqual(['done'])
    expect(codes(await season.take())).toEqual(['season.not-over', 'usage.not-analysed'])
    county.clock.set(now)
    expect(codes(await season.take())).toEqual(['usage.not-analysed'])
    expect(codes(await season.analyse())).toEqual(['done'])
    expect(codes(await season.take())).toEqual(['done'])
  })
})
