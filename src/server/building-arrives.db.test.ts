import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aBuildingRoad, type BuildingRoad, builtParts } from '../../tests/support/building-road.ts'
import { aCounty, type TestCounty } from '../../tests/support/county.ts'
import type { EvidenceRef } from '../kernel/act/define.ts'
import { newestActs } from '../kernel/act/seen.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import { newId } from '../kernel/identity/id.ts'
import { aVisit } from '../modules/acceptance/samples.ts'
import { findHomes } from '../modules/households/public.ts'
import { installationsOf, partsOf } from '../modules/works/public.ts'
import { takeArrivals } from './arrivals.ts'

let c: TestCounty
let road: BuildingRoad
let home: string
let handedOver = ''
let number = 0
const handsets = new Map<string, string>()

beforeAll(async () => {
  c = await aCounty()
  road = await aBuildingRoad(c)
  const { contractor, otherContractor, supervisor, otherSupervisor } = c.actors
  for (const [i, by] of [contractor, otherContractor, supervisor, otherSupervisor].entries()) {
    await c.program.database.pool.query(
      `insert into account (county, id, sign_in, name, password_hash, act) values (1, $1, $2, $3, '-', $1)`,
      [by.id, `phone-${i}`, by.name],
    )
    const handset = newId()
    await c.done(by, 'handset.enrol', { handset, name: '测试手机' })
    handsets.set(by.id, handset)
  }
})
afterAll(() => c.close())
beforeEach(async () => {
  home = (await road.assigned(1))[0] ?? ''
  handedOver = await newest()
})

/** What a telephone has seen of the home that takes it along now. */
const newest = async () =>
  (await c.program.database.read(1, (db) => newestActs(db, c.program.registry, 1, 'home', [home]))).get(
    home,
  ) ?? ''

interface Made {
  id: string
  kind: string
  input: object
  evidence: EvidenceRef[]
  seen: string
}
const made = (kind: string, input: object, evidence: EvidenceRef[], seen = handedOver): Made => ({
  ...{ id: newId(), kind, input, evidence, seen },
})
/** Made at the home without a signal, and sent now. */
async function arrive(by: Actor, acts: readonly Made[]) {
  for (const { evidence } of acts) await c.bring(by, evidence)
  const sender = { id: handsets.get(by.id) ?? '', sentAt: c.clock.now(), emptiedAt: new Date(0) }
  const arrivals = acts.map((act) => ({
    ...{ ...act, version: 1, about: { type: 'home', id: home } },
    ...{ happenedAt: c.clock.now(), number: ++number },
  }))
  return takeArrivals(c.program, by, sender, arrivals)
}
const stateOf = async () => {
  const [homes, parts, installations] = await c.program.database.read(1, (db) =>
    Promise.all([findHomes(db, 1, [home]), partsOf(db, 1, [home]), installationsOf(db, 1, [home])]),
  )
  return {
    stage: homes.get(home)?.stage,
    parts: (parts.get(home) ?? []).map(({ part, areaM2 }) => ({ part, areaM2 })),
    checkedBy: installations.get(home)?.selfCheckedBy ?? null,
  }
}
/** What was built, as a telephone makes it: without a day of its own. */
const built = async () => {
  const { input, evidence } = await road.installation(home)
  const { installedOn: _day, ...plain } = input
  return made('home.install-parts', plain, evidence)
}
const checked = async (seen: string) => {
  const shown = await road.newPhotos(3)
  return made('home.self-check', { home, items: road.filled(shown) }, shown, seen)
}
const visited = async (parts = builtParts) => {
  const shown = await road.newPhotos(4)
  const { visitedOn: _day, ...input } = aVisit({
    home,
    items: road.filled(shown),
    serials: [],
    parts: [...parts],
  })
  return made('home.inspect', input, shown, await newest())
}

describe('what a telephone brings of a home of the building line (§1.2)', () => {
  it('is applied in its order: built, checked by the firm, and by another telephone measured and passed', async () => {
    const { contractor, supervisor } = c.actors
    const first = await built()
    const second = await checked(first.id)
    expect((await arrive(contractor, [first, second])).map(({ status }) => status)).toEqual(['done', 'done'])
    expect(await stateOf()).toEqual({
      stage: 'self-checked',
      parts: builtParts,
      checkedBy: contractor.id,
    })
    // Sent again it is what it was.
    expect((await arrive(contractor, [first, second])).map(({ status }) => status)).toEqual(['done', 'done'])
    expect(await arrive(supervisor, [await visited()])).toMatchObject([
      { status: 'done', receipt: { result: { passed: true, findings: [] } } },
    ])
    expect((await stateOf()).stage).toBe('inspected')
  })

  it('is corrected on the spot where parts were mismeasured, checked anew, and not after a visit has passed', async () => {
    const { contractor, supervisor } = c.actors
    const corrected = async (seen: string, areaM2: number) =>
      made(
        'home.correct-parts',
        {
          home,
          parts: [
            { part: 'wall', areaM2 },
            { part: 'window', areaM2: 8.4 },
          ],
          reason: 'mismeasured',
        },
        await road.newPhotos(1),
        seen,
      )
    const first = await built()
    const second = await checked(first.id)
    const third = await corrected(second.id, 60)
    expect((await arrive(contractor, [first, second, third])).map(({ status }) => status)).toEqual([
      'done',
      'done',
      'done',
    ])
    expect(await stateOf()).toMatchObject({
      stage: 'installed',
      parts: [{ part: 'wall', areaM2: 60 }, builtParts[1]],
      checkedBy: null,
    })
    await arrive(contractor, [await checked(third.id)])
    const late = await corrected(await newest(), 61)
    await arrive(supervisor, [await visited([{ part: 'wall', areaM2: 60 }, ...builtParts.slice(1)])])
    expect((await arrive(contractor, [late])).map(({ status }) => status)).toEqual(['held'])
    expect(await stateOf()).toMatchObject({ stage: 'inspected', parts: [{ areaM2: 60 }, { areaM2: 8.4 }] })
  })

  it('is held where another firm brings it, and changes nothing', async () => {
    const { otherContractor, otherSupervisor, contractor, supervisor } = c.actors
    expect(await arrive(otherContractor, [await built()])).toMatchObject([
      { status: 'held', reasons: [{ code: 'subject.not-found' }] },
    ])
    for (const by of [supervisor, otherSupervisor])
      expect(await arrive(by, [await built()])).toMatchObject([
        { status: 'held', reasons: [{ code: 'not-permitted' }] },
      ])
    expect(await stateOf()).toMatchObject({ stage: 'assigned', parts: [] })

    const first = await built()
    await arrive(contractor, [first, await checked(first.id)])
    expect(await arrive(otherSupervisor, [await visited()])).toMatchObject([
      { status: 'held', reasons: [{ code: 'subject.not-found' }] },
    ])
    expect((await stateOf()).stage).toBe('self-checked')
  })

  it('is held with the reasons of now where it lacks something, and what builds on it behind it', async () => {
    const { contractor, bureauOfficer } = c.actors
    const { evidence, ...whole } = await built()
    const first = { ...whole, evidence: evidence.filter(({ kind }) => kind !== 'document') }
    const answers = await arrive(contractor, [first, await checked(first.id)])
    expect(answers).toMatchObject([
      { status: 'held', reasons: [{ code: 'evidence.required' }, { code: 'material.no-certificate' }] },
      { status: 'held', reasons: [{ code: 'act.seen-missing' }, { code: 'home.not-installed' }] },
    ])
    const page = await c.ask<{ items: Record<string, object> }>(bureauOfficer, 'held.page', {
      held: first.id,
    })
    // Both sides are told by the names of the line's own parts and list.
    expect(page.items).toMatchObject({
      'part.roof': { zh: '屋面（吊顶）' },
      roof: { zh: '屋面（吊顶）保温完整，不漏雨' },
    })
    expect(await stateOf()).toMatchObject({ stage: 'assigned', parts: [] })
  })

  it('of machines is held at a home that has none', async () => {
    const shown = await road.newPhotos(1)
    const machines = { home, devices: [{ serial: 'SB209998', model: newId() }] }
    const [answer] = await arrive(c.actors.contractor, [made('home.install', machines, shown)])
    expect(answer).toMatchObject({ status: 'held' })
    expect(answer?.status === 'held' && answer.reasons.map(({ code }) => code)).toContain(
      'home.made-of-parts',
    )
  })

  it('measures more than was recorded in vain: the firm corrects its record first', async () => {
    const { contractor, supervisor } = c.actors
    const first = await built()
    await arrive(contractor, [first, await checked(first.id)])
    const more = [{ part: 'wall', areaM2: 62.51 }, ...builtParts.slice(1)]
    expect(await arrive(supervisor, [await visited(more)])).toMatchObject([
      { status: 'held', reasons: [{ code: 'part.more-than-recorded' }] },
    ])
    expect((await stateOf()).stage).toBe('self-checked')
  })

  it('with one picture cited twice is taken once', async () => {
    const whole = await built()
    const [answer] = await arrive(c.actors.contractor, [
      { ...whole, evidence: [...whole.evidence, ...whole.evidence] },
    ])
    expect(answer).toMatchObject({ status: 'done' })
  })
})
