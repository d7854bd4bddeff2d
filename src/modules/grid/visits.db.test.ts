import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, county as countyId, type TestCounty } from '../../../tests/support/county.ts'
import { aReadSeason } from '../../../tests/support/read-season.ts'
import { aSeasonRoad, type SeasonRoad } from '../../../tests/support/season-road.ts'
import { newId } from '../../kernel/identity/id.ts'
import { listOfVisits } from './rules/visits.ts'

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

interface Visits {
  total: number
  rows: {
    id: string
    home: string
    found: string | null
    note: string | null
    isOpen: boolean
    suspicion: { way: string; probability: number; reasons: unknown[] } | null
  }[]
}
const visitsOf = (season: string, by = people.bureauOfficer, more: object = {}) =>
  county.ask<Visits>(by, 'visits.list', { season, pageSize: 200, ...more })

async function analysed(count: number) {
  const season = await aReadSeason(county, road)
  const homes = await road.accepted(count)
  await season.temperatures()
  await season.readings(homes.map((home, at) => ({ home, ...(at === 0 && { used: () => 150 }) })))
  const draw = (size: number, by = people.bureauOfficer) =>
    county.do(by, 'visits.draw', { season: season.season, count: size })
  const record = (visit: string, found: string, by = people.townOfficer, more: object = {}) =>
    county.do(by, 'visits.record', { visit, found, visitedOn: county.program.clock.today(), ...more })
  return { ...season, homes, draw, record }
}

describe('a list of visits', () => {
  it('is drawn from an analysis, half by lot, by a seed with which anybody can draw it again', async () => {
    const season = await analysed(6)
    expect(codes(await season.draw(4))).toEqual(['visits.not-analysed'])
    await season.analyse()
    for (const actor of [people.townOfficer, people.bureauDirector, people.gridOfficer])
      expect(codes(await season.draw(4, actor))).toEqual(['not-permitted'])
    expect(await season.draw(4)).toMatchObject({
      status: 'done',
      receipt: { result: { visits: 4, byLot: 2, byScore: 2 } },
    })
    const drawn = await road.read((db) =>
      db
        .selectFrom('visit_draw')
        .select(['seed', 'analysis', 'by_lot_percent', 'frame_size'])
        .where('county', '=', countyId)
        .where('season', '=', season.season)
        .executeTakeFirstOrThrow(),
    )
    expect(drawn).toMatchObject({ by_lot_percent: 50, frame_size: 6 })
    const scores = await road.read((db) =>
      db
        .selectFrom('season_home')
        .select(['home', 'score'])
        .where('county', '=', countyId)
        .where('analysis', '=', drawn.analysis)
        .execute(),
    )
    const { rows } = await visitsOf(season.season)
    const again = listOfVisits(scores, 4, 50, drawn.seed)
    expect(rows.map(({ home, suspicion }) => [home, suspicion?.way]).sort()).toEqual(
      again.map(({ home, way }) => [home, way]).sort(),
    )
    // Two at once share what is left, and no home is on two lists.
    const both = await Promise.all([season.draw(2), season.draw(2)])
    expect(both.flatMap(codes).sort()).toEqual(['done', 'visits.nobody-left'])
    const all = await visitsOf(season.season)
    expect(all.rows.map(({ home }) => home).sort()).toEqual([...season.homes].sort())
  })

  it('tells scores to whoever plans visits; whoever goes there sees only where to', async () => {
    const season = await analysed(3)
    await season.analyse()
    await season.draw(3)
    const seen = await visitsOf(season.season)
    expect(seen.rows.every(({ suspicion }) => suspicion !== null)).toBe(true)
    for (const actor of [people.townOfficer, people.townReviewer]) {
      const { rows, total } = await visitsOf(season.season, actor)
      expect(total).toBe(3)
      expect(rows.map(({ suspicion }) => suspicion)).toEqual([null, null, null])
    }
    expect((await visitsOf(season.season, people.otherTownOfficer)).total).toBe(0)
    const [first] = season.homes
    for (const actor of [
      people.contractor,
      people.gridOfficer,
      people.financeOfficer,
      county.household(first ?? ''),
    ])
      expect((await county.program.ask(actor, 'visits.list', {})).status).not.toBe('ok')
  })
})

describe('a visit', () => {
  it('is recorded once in its own area, and again where nobody was met', async () => {
    const season = await analysed(2)
    await season.analyse()
    await season.draw(2)
    const [one, other] = (await visitsOf(season.season)).rows
    if (!one || !other) throw new Error('Two homes were drawn.')
    expect(codes(await season.record(newId(), 'heated'))).toEqual(['subject.not-found'])
    expect(codes(await season.record(one.id, 'heated', people.otherTownOfficer))).toEqual([
      'subject.not-found',
    ])
    for (const actor of [people.bureauOfficer, people.townReviewer, people.contractor])
      expect(codes(await season.record(one.id, 'heated', actor))).toEqual(['not-permitted'])
    expect(
      codes(await season.record(one.id, 'heated', people.townOfficer, { visitedOn: '2020-01-01' })),
    ).toEqual(['visits.before-draw'])
    expect(
      codes(await season.record(one.id, 'heated', people.townOfficer, { visitedOn: '2099-01-01' })),
    ).toEqual(['visits.in-future'])
    expect((await season.record(one.id, 'asleep')).status).not.toBe('done')
    const met = await season.record(one.id, 'not-met', people.townOfficer, {
      note: '门锁着，邻居说去了女儿家',
    })
    expect(codes(met)).toEqual(['done'])
    expect((await visitsOf(season.season, people.townOfficer, { state: 'open' })).total).toBe(2)
    const both = await Promise.all([season.record(one.id, 'heated'), season.record(one.id, 'empty')])
    expect(both.flatMap(codes).sort()).toEqual(['done', 'visits.recorded-already'])
    const { rows, total } = await visitsOf(season.season, people.townOfficer, { state: 'open' })
    expect([total, rows[0]?.id]).toEqual([1, other.id])
  })

  it('keeps its note sealed, for those who may read it', async () => {
    const season = await analysed(1)
    await season.analyse()
    await season.draw(1)
    const [visit] = (await visitsOf(season.season)).rows
    const note = '老人独居，烧炕'
    await season.record(visit?.id ?? '', 'otherwise', people.townOfficer, { note })
    expect((await visitsOf(season.season, people.townOfficer)).rows[0]).toMatchObject({
      found: 'otherwise',
      note,
    })
    const kept = await road.read((db) =>
      db
        .selectFrom('season_visit')
        .select('note')
        .where('county', '=', countyId)
        .where('id', '=', visit?.id ?? '')
        .executeTakeFirstOrThrow(),
    )
    expect(kept.note?.toString('utf8')).not.toContain('老人')
  })

  it('re-weighs the next analysis, and coal is reported by nobody but a person', async () => {
    const season = await analysed(3)
    await season.analyse()
    await season.draw(3)
    const before = await visitsOf(season.season)
    const [coal, ...others] = before.rows
    await season.record(coal?.id ?? '', 'coal')
    for (const { id } of others) await season.record(id, 'heated')
    // Nothing happened to the home by itself.
    const home = await road.read((db) =>
      db
        .selectFrom('home')
        .select('ended')
        .where('county', '=', countyId)
        .where('id', '=', coal?.home ?? '')
        .executeTakeFirstOrThrow(),
    )
    expect(home.ended).toBeNull()
    expect(codes(await season.analyse())).toEqual(['done'])
    expect(codes(await season.analyse())).toEqual(['season.analysed-already'])
    const after = await visitsOf(season.season)
    const chance = ({ rows }: Visits, of: string | undefined) =>
      rows.find(({ home: one }) => one === of)?.suspicion?.probability ?? NaN
    expect(chance(after, coal?.home)).toBeGreaterThan(chance(before, coal?.home))
    for (const { home: other } of others) expect(chance(after, other)).toBeLessThan(chance(before, other))
    expect(
      await county.ask(people.bureauOfficer, 'season.analysis', { season: season.season }),
    ).toMatchObject({ analysis: { number: 2, findings: 3, isOld: false } })
  })
})
