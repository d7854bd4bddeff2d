import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aBuildingRoad, type BuildingRoad, builtParts } from '../../../tests/support/building-road.ts'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { findHomes } from '../households/public.ts'
import { partsOf } from '../works/public.ts'
import { aVisit } from './samples.ts'

let county: TestCounty
let road: BuildingRoad
let people: TestCounty['actors']
let home: string
beforeAll(async () => {
  county = await aCounty()
  road = await aBuildingRoad(county)
  people = county.actors
})
afterAll(() => county.close())
beforeEach(async () => {
  const [assigned = ''] = await road.assigned(1)
  home = assigned
})

const stateOf = async () => {
  const [homes, parts] = await county.program.database.read(1, (db) =>
    Promise.all([findHomes(db, 1, [home]), partsOf(db, 1, [home])]),
  )
  return {
    stage: homes.get(home)?.stage,
    accepted: (parts.get(home) ?? []).map(({ acceptedM2 }) => acceptedM2),
  }
}
const measured = (wall: number, window: number) => [
  { part: 'wall', areaM2: wall },
  { part: 'window', areaM2: window },
]
/** A visit as it is sent, with its photographs. */
const visit = async (parts: readonly { part: string; areaM2: number }[], failed?: readonly string[]) => {
  const shown = await road.newPhotos(4)
  const input = aVisit({ home, items: road.filled(shown, failed), serials: [], parts: [...parts] })
  return [input, shown] as const
}

describe('the way of a home of measured parts to acceptance', () => {
  it('is the same road by the line’s own list, and what the supervisor measured is what counts', async () => {
    await road.install(home)
    expect(await county.refused(people.supervisor, 'home.inspect', ...(await visit(builtParts)))).toEqual([
      'home.not-self-checked',
    ])
    await road.selfCheck(home)
    expect((await road.visit(home, measured(60.25, 8.4))).result).toEqual({ passed: true, findings: [] })
    expect(await stateOf()).toEqual({ stage: 'inspected', accepted: [null, null] })
    await road.signOffVillage(home)
    expect(await county.refused(people.cadre, 'home.sign-off-village', road.signOff(home))).toEqual([
      'home.signed-off-already',
    ])
    expect((await stateOf()).accepted).toEqual([null, null])
    await road.signOffTown(home)
    expect(await stateOf()).toEqual({ stage: 'accepted', accepted: [60.25, 8.4] })
  })

  it('lets nobody accept more than the firm has recorded, nor with the list of machines', async () => {
    await road.install(home)
    await road.selfCheck(home)
    const refused = async (parts: readonly { part: string; areaM2: number }[]) =>
      county.refused(people.supervisor, 'home.inspect', ...(await visit(parts)))
    expect(await refused(measured(62.51, 8.4))).toEqual(['part.more-than-recorded'])
    expect(await refused([{ part: 'wall', areaM2: 62.5 }])).toEqual(['part.not-measured'])
    const [input, shown] = await visit(builtParts)
    expect(
      await county.refused(
        people.supervisor,
        'home.inspect',
        { ...input, items: [{ item: 'quantity', passed: true, reading: 1 }] },
        shown,
      ),
    ).toContain('checklist.no-such-item')
    // Passed items that ask for a photograph, and none came.
    expect(await county.refused(people.supervisor, 'home.inspect', input)).toContain('checklist.no-photo')
    for (const actor of [people.contractor, people.cadre, people.townOfficer])
      expect(await county.refused(actor, 'home.inspect', input, shown)).toEqual(['not-permitted'])
    expect(await county.refused(people.otherSupervisor, 'home.inspect', input, shown)).toEqual([
      'subject.not-found',
    ])
  })

  it('goes back to the firm where a part is not there, which corrects, checks and is visited again', async () => {
    await road.install(home)
    await road.selfCheck(home)
    expect((await road.visit(home, measured(62.5, 0))).result).toEqual({
      passed: false,
      findings: [{ kind: 'part-not-done', of: 'window' }],
    })
    expect((await stateOf()).stage).toBe('installed')
    const { rows } = await county.ask<{ rows: object[] }>(people.contractor, 'finding.list')
    expect(rows).toContainEqual(
      expect.objectContaining({ home, kind: 'part-not-done', item: { zh: '外窗', en: 'Windows' } }),
    )
    const correction = {
      home,
      reason: 'removed',
      parts: [
        { part: 'wall', areaM2: 62.5 },
        { part: 'roof', areaM2: 30 },
      ],
    }
    await county.done(people.contractor, 'home.correct-parts', correction, await road.newPhotos(1))
    await road.selfCheck(home)
    await road.visit(home, correction.parts)
    expect((await stateOf()).stage).toBe('inspected')
  })
})

describe('a sample of town', () => {
  it('measures again, and takes the acceptance where less is there than was accepted', async () => {
    await road.accept(home)
    // Nobody names a home: drawn until nothing is left to draw, this one is among them.
    for (let draws = 0, outcome = 'done'; outcome === 'done'; draws++)
      outcome = (
        await county.do(people.townOfficer, 'sample.draw-town', {
          village: road.village,
          line: 'building',
          ...(draws > 0 && { reason: '全村抽检（模拟）' }),
        })
      ).status
    const checker = county.colleague(people.townReviewer)
    const [input, shown] = await visit(measured(62.5, 8.1))
    // Whoever signed the home does not check it.
    expect(await county.refused(people.townReviewer, 'home.check-town', input, shown)).toEqual([
      'person.worked-here',
    ])
    const { result } = await county.done(checker, 'home.check-town', input, shown)
    expect(result).toMatchObject({ passed: false, findings: [{ kind: 'part-short', of: 'window' }] })
    expect(await stateOf()).toEqual({ stage: 'installed', accepted: [null, null] })
  })
})
