import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, county as countyId, type TestCounty } from '../../../tests/support/county.ts'
import { aSeasonRoad, type SeasonRoad } from '../../../tests/support/season-road.ts'
import { newId } from '../../kernel/identity/id.ts'

/** Counties that pay otherwise than the first one, on the same road (decision 0027). */

interface Split {
  split: { level: string; amountFen: number }[]
}
interface Line {
  home: string
  amountFen: number
  subsidyFen: number
  state: string
  formula: Split
  failedRules: { rule: string }[]
}

describe('a county that pays by the m², and of electricity valley hours alone', () => {
  let county: TestCounty
  let road: SeasonRoad
  beforeAll(async () => {
    county = await aCounty('miyun-2021')
    road = await aSeasonRoad(county)
  })
  afterAll(() => county.close())

  const heated = (home: string, areaM2: number | null) =>
    road.write((tx) =>
      sql`update home set heating_area_m2 = ${areaM2} where county = ${countyId} and id = ${home}`.execute(
        tx,
      ),
    )

  it('claims the area to its cap, split to the fen, and waits for an area nobody entered', async () => {
    const [some = '', much = '', unknown = ''] = await road.accepted(3)
    await heated(some, 80.76)
    await heated(much, 130)
    await heated(unknown, null)
    const preview = (which: string) =>
      county.ask<Split & { homes: number; totalFen: number; rows: Line[] }>(
        county.actors.contractor,
        'claim.preview',
        { lot: road.lot, which },
      )
    expect((await preview('left-out')).rows).toMatchObject([
      { home: unknown, failedRules: [{ rule: 'lacking-area' }] },
    ])
    expect(
      await county.refused(county.actors.contractor, 'claim.submit', {
        id: newId(),
        lot: road.lot,
        homes: [unknown],
      }),
    ).toEqual(['claim.home-not-payable'])
    const totalFen = 1_615_200 + 2_400_000
    const split = [
      { level: 'city', amountFen: totalFen / 2 },
      { level: 'county', amountFen: totalFen / 2 },
    ]
    expect(await preview('ready')).toMatchObject({ homes: 2, totalFen, split })
    const claim = await road.submit()
    expect(await county.ask(county.actors.contractor, 'claim.page', { claim })).toMatchObject({
      totalFen,
      split,
    })
    // An area taken out of the register afterwards changes nothing of what was claimed.
    await heated(some, null)
    await road.review(claim)
    expect(await county.ask(county.actors.contractor, 'claim.page', { claim })).toMatchObject({
      state: 'reviewed',
      totalFen,
      unpayable: 0,
    })
  })

  it('pays valley hours alone, and asks again where the grid company did not say them', async () => {
    const { season } = await road.season()
    const [told = '', untold = ''] = await road.accepted(2)
    const lines = [...(await road.linesOf([told], { valley: '1234.55' })), ...(await road.linesOf([untold]))]
    expect(await road.importLines(season, lines)).toMatchObject({ status: 'done' })
    expect((await road.drawUp(season)).result).toMatchObject({ payable: 1, blocked: 1, totalFen: 24_691 })
    const list = async () =>
      (await county.ask<{ rows: Line[] }>(county.actors.bureauOfficer, 'statement.list', { season })).rows
    const of = async (home: string) => (await list()).find((row) => row.home === home)
    expect(await of(told)).toMatchObject({
      amountFen: 24_691,
      formula: {
        parts: [{ of: 'valley-kWh', centi: 123_455 }],
        split: [
          { level: 'city', amountFen: 12_345 },
          { level: 'county', amountFen: 12_346 },
        ],
      },
    })
    expect(await of(untold)).toMatchObject({
      amountFen: 0,
      state: 'blocked',
      failedRules: [{ rule: 'lacking-valley-kWh' }],
    })
    // What was told once is not told again; what was missing is.
    expect(await road.importLines(season, await road.linesOf([told], { valley: '1.00' }))).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'usage.read-before' }],
    })
    const more = await road.importLines(season, await road.linesOf([untold], { valley: '2000.51' }))
    expect(more).toMatchObject({ status: 'refused', refusals: [{ code: 'workbook.faulty' }] })
    expect(await road.importLines(season, await road.linesOf([untold], { valley: '2000.50' }))).toMatchObject(
      { status: 'done' },
    )
    await road.drawUp(season)
    expect(await of(untold)).toMatchObject({ amountFen: 40_010, state: 'drawn-up', failedRules: [] })
    expect(await county.ask(county.actors.bureauOfficer, 'season.page', { season })).toMatchObject({
      split: [
        { level: 'city', amountFen: 12_345 + 20_005 },
        { level: 'county', amountFen: 12_346 + 20_005 },
      ],
    })
  })
})

describe('a county that pays so much a home, and operation until a certain winter', () => {
  let county: TestCounty
  let road: SeasonRoad
  beforeAll(async () => {
    county = await aCounty('changzhi-2018')
    road = await aSeasonRoad(county)
  })
  afterAll(() => county.close())

  it('claims the amount of the year whatever was installed, and opens no season after the last one', async () => {
    const homes = [...(await road.accepted(1)), ...(await road.accepted(1, { units: 2 }))]
    const claim = await road.submit(homes)
    const { rows } = await county.ask<{ rows: Line[] }>(county.actors.contractor, 'claim.lines', { claim })
    expect(rows.map(({ subsidyFen }) => subsidyFen)).toEqual([300_000, 300_000])
    await expect(road.season()).rejects.toThrow('season.no-parameters')
  })
})
