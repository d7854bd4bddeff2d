import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { aRun } from '../works/samples.ts'

let c: TestCounty
let road: BuildRoad
let homes: string[]
beforeAll(async () => {
  c = await aCounty()
  road = await aBuildRoad(c)
  homes = await road.assigned(2)
  for (const home of homes) await road.accept(home)
})
afterAll(() => c.close())

interface Taken {
  id: string
  kind: string
  serials: string[]
  wantsRun: boolean
}
/** What is to be signed besides is told where papers are. */
const taken = async (actor: Actor) =>
  (await c.ask<Taken[]>(actor, 'field.village', { village: area.village })).filter(
    ({ kind }) => kind !== 'paper.take',
  )
const work = async (actor: Actor) =>
  (await c.ask<{ code: string; work: object }[]>(actor, 'field.villages', {})).map((each) => each.work)

describe('drawn homes taken along (§3.3.2a, §A.1)', () => {
  it('are those of one’s level that one had no hand in, until a check passes', async () => {
    const { townOfficer, townReviewer, bureauOfficer, otherTownOfficer } = c.actors
    expect(await taken(townOfficer)).toEqual([])
    const draw = { village: road.village, reason: '扩大抽查' }
    for (let n = 0; n < 2; n++) await c.do(townOfficer, 'sample.draw-town', draw)
    await c.done(bureauOfficer, 'sample.draw-county', { village: road.village })
    expect((await taken(townOfficer)).map(({ id, kind }) => [id, kind])).toEqual(
      homes.map((home) => [home, 'home.check-town']),
    )
    expect(await work(townOfficer)).toEqual([{ 'home.check-town': 2 }])
    expect(await work(bureauOfficer)).toEqual([{ 'home.check-county': 1 }])
    // The reviewer has signed them, and the other town has no business here.
    expect(await taken(townReviewer)).toEqual([])
    expect(await taken(otherTownOfficer)).toEqual([])

    const [home = ''] = homes
    const shown = await Promise.all([1, 2, 3, 4].map(() => c.evidence('photo')))
    const serials = road.machines.get(home) ?? []
    const input = { items: road.filled('sample-check', undefined, 1, shown), serials }
    await c.done(townOfficer, 'home.check-town', { home, ...input }, shown)
    expect((await taken(townOfficer)).map(({ id }) => id)).toEqual(homes.slice(1))
    // For the other level it is somebody else's.
    expect((await taken(townOfficer)).every(({ kind }) => kind === 'home.check-town')).toBe(true)
    const papers = await c.ask<{ sampleCheck: { checklist: { id: string } } }>(
      townOfficer,
      'field.papers',
      {},
    )
    expect(papers.sampleCheck.checklist.id).toBe('sample-check')
  })
})

describe('the commissioning run on the telephone (§3.3.1)', () => {
  it('waits after the firm’s own check until one has passed', async () => {
    const { contractor } = c.actors
    const [home = ''] = await road.assigned(1)
    await road.install(home)
    expect(await taken(contractor)).toMatchObject([{ id: home, kind: 'home.self-check', wantsRun: true }])
    await road.selfCheck(home)
    expect(await taken(contractor)).toMatchObject([{ id: home, kind: 'home.commission', wantsRun: true }])
    const shown = await Promise.all([1, 2].map(() => c.evidence('photo')))
    const run = (given: Record<string, number[]>) => ({
      home,
      measured: aRun(
        shown.map(({ digest }) => digest),
        given,
      ),
    })
    await c.done(contractor, 'home.commission', run({ outlet: [12] }), shown)
    expect(await taken(contractor)).toMatchObject([{ id: home, kind: 'home.commission' }])
    await c.done(contractor, 'home.commission', run({}), shown)
    expect(await taken(contractor)).toEqual([])
  })
})
