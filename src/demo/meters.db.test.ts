import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCounty, county as countyId, type TestCounty } from '../../tests/support/county.ts'
import { aSeasonRoad, type SeasonRoad } from '../../tests/support/season-road.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import { newId } from '../kernel/identity/id.ts'
import { readMeters, readTown, visitHomes } from './meters.ts'

let county: TestCounty
let road: SeasonRoad
beforeAll(async () => {
  county = await aCounty()
  road = await aSeasonRoad(county)
})
afterAll(() => county.close())

it('the demo’s invented readings go the whole way: read in, analysed, counted, drawn for visits, visited', async () => {
  const { actors } = county
  const homes = await road.accepted(12)
  const [season, fund] = [newId(), await road.fund('operating', 1_000_000)]
  await county.done(actors.bureauOfficer, 'season.open', {
    id: season,
    name: '2023—2024 取暖季',
    startsOn: '2023-11-15',
    endsOn: '2024-03-31',
    fund,
  })
  road.on('2024-04-03')
  const meters = await Promise.all(
    homes.map(async (home, at) => ({
      town: readTown,
      account: await road.accountOf(home),
      holder: '',
      start: 100_000 + at,
      end: 400_000 + 10_000 * at,
    })),
  )
  const hand = {
    do: (actor: Actor, kind: string, input: object, evidence: Parameters<TestCounty['done']>[3] = []) =>
      county.done(actor, kind, input, evidence),
    upload: (kind: string, content: Uint8Array) => county.evidence(kind, content),
  }
  const staff = {
    by: (name: string) => (name === 'grid' ? actors.gridOfficer : actors.bureauOfficer),
    townOfficer: () => actors.townOfficer,
  }
  await readMeters(hand, staff, season, meters)
  road.on('2024-04-10')
  await visitHomes(county.program, hand, staff, countyId)
  const used = await road.read((db) =>
    db
      .selectFrom('usage_reading')
      .select(['home', 'used_centi_kwh'])
      .where('county', '=', countyId)
      .where('season', '=', season)
      .execute(),
  )
  // One home of the twelve has no reading of the last day, one no last figure of its old register.
  expect(used.length).toBe(10)
  expect(used.find(({ home }) => home === homes[0])?.used_centi_kwh).toBe(300_000)
  const found = await road.read((db) =>
    db
      .selectFrom('season_visit')
      .select('found')
      .where('county', '=', countyId)
      .where('season', '=', season)
      .execute(),
  )
  expect(found.length).toBe(12)
  expect(found.filter((one) => one.found !== null).length).toBe(5)
})
