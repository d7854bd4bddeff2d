import type { EvidenceRef } from '../../kernel/act/define.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { examine } from '../../server/examiner.ts'
import { findHomes } from '../households/public.ts'
import { devicesOf } from '../works/public.ts'
import { samplesOf } from './public.ts'
import { drawnFrom, frameDigest } from './rules/draw.ts'
import { aVisit } from './samples.ts'

interface SamplePage {
  lines: { town: { standing: string; drawn: number; wanted: number; failures: number } }[]
  draws: { id: string; level: string; cause: string; number: number; reason: string | null; size: number }[]
  homes: { home: string; level: string; passed: boolean | null; stage: string }[]
}

let county: TestCounty
let road: BuildRoad
let homes: string[]
beforeEach(async () => {
  county = await aCounty()
  road = await aBuildRoad(county)
  homes = await road.assigned(10)
  for (const home of homes) await road.accept(home)
}, 120_000)
afterEach(() => county.close())

const page = () =>
  county.ask<SamplePage>(county.actors.bureauOfficer, 'sample.page', { village: road.village })
const drawn = async (level: string) =>
  (await page()).homes.filter((row) => row.level === level).map(({ home }) => home)
const check = (home: string, failed?: string[], shown?: EvidenceRef[]) => ({
  ...aVisit({
    home,
    items: road.filled('sample-check', failed, road.machines.get(home)?.length, shown),
    serials: road.machines.get(home) ?? [],
  }),
  visitedOn: '2023-08-15',
})
const stateOf = async (home: string) => {
  const [states, devices] = await county.program.database.read(1, (db) =>
    Promise.all([findHomes(db, 1, [home]), devicesOf(db, 1, [home])]),
  )
  return { ...states.get(home), devices: devices.get(home) ?? [] }
}
const standing = async () => {
  const pack = await county.program.packs.inForce(1)
  const of = await county.program.database.read(1, (db) =>
    samplesOf(db, { county: 1, pack, today: '2023-08-15' }, [area.village]),
  )
  return of(area.village, 'heating')
}
const commit = async (home: string) =>
  county.done(
    county.actors.townOfficer,
    'paper.record',
    { home, paper: 'commitment', signedOn: '2023-08-10', witness: '见证人' },
    [await county.evidence('photo')],
  )
const again = async (home: string) => {
  await road.selfCheck(home)
  await road.visit(home)
  await road.signOffVillage(home)
  await road.signOffTown(home)
}

describe('town and county samples (§3.3.2a, §A.1)', () => {
  it('are drawn by the program, and the draw can be repeated from what was kept', async () => {
    const { townOfficer, bureauOfficer } = county.actors
    const { result } = await county.done(townOfficer, 'sample.draw-town', { village: road.village })
    const kept = await county.program.database.owner
      .selectFrom('sample_draw')
      .selectAll()
      .where('county', '=', 1)
      .executeTakeFirstOrThrow()
    expect(result).toMatchObject({ number: 1, frame: 10, drawn: 3, seed: kept.seed })
    expect([...kept.frame].sort()).toEqual([...homes].sort())
    expect(kept.frame_digest).toBe(frameDigest(homes))
    expect(drawnFrom(kept.seed, homes, kept.size)).toEqual(await drawn('town'))
    const frame = await county.ask<{ rows: { home: string; place: number | null }[] }>(
      bureauOfficer,
      'sample.frame',
      { draw: kept.id },
    )
    expect(frame.rows.slice(0, 3).map(({ home }) => home)).toEqual(await drawn('town'))
    expect(frame.rows.map(({ home }) => home).sort()).toEqual([...homes].sort())
    await county.done(bureauOfficer, 'sample.draw-county', { village: road.village })
    expect(await drawn('county')).toHaveLength(1)
    expect(await standing()).toEqual({ town: 'open', county: 'open' })
  })

  it('another draw needs a reason, keeps the first and only adds', async () => {
    const { townOfficer } = county.actors
    await county.done(townOfficer, 'sample.draw-town', { village: road.village })
    const first = await drawn('town')
    expect(await county.refused(townOfficer, 'sample.draw-town', { village: road.village })).toEqual([
      'sample.reason-needed',
    ])
    await county.done(townOfficer, 'sample.draw-town', {
      village: road.village,
      reason: '群众反映有未装的户',
    })
    expect((await drawn('town')).slice(0, 3)).toEqual(first)
    expect(await drawn('town')).toHaveLength(4)
    expect((await page()).draws.map(({ cause, reason }) => [cause, reason])).toEqual([
      ['first', null],
      ['again', '群众反映有未装的户'],
    ])
  })

  it('take nothing the supervisor has not passed', async () => {
    const [assigned = ''] = await road.assigned(1)
    await road.install(assigned)
    await county.done(county.actors.townOfficer, 'sample.draw-town', { village: road.village })
    for (let i = 0; i < 12; i++)
      await county.do(county.actors.townOfficer, 'sample.draw-town', {
        village: road.village,
        reason: '再抽一次',
      })
    expect((await drawn('town')).sort()).toEqual([...homes].sort())
    expect(
      await county.refused(county.actors.townOfficer, 'sample.draw-town', {
        village: road.village,
        reason: '再抽一次',
      }),
    ).toEqual(['sample.nothing-to-draw'])
  })

  it('are checked only in homes drawn, by people who had no hand in them', async () => {
    const { townOfficer, townReviewer, bureauOfficer, contractor } = county.actors
    await county.done(townOfficer, 'sample.draw-town', { village: road.village })
    const [home = ''] = await drawn('town')
    const inSample = await drawn('town')
    const outside = homes.find((each) => !inSample.includes(each)) ?? ''
    expect(await county.refused(townOfficer, 'home.check-town', check(outside), road.photos)).toEqual([
      'home.not-drawn',
    ])
    expect(await county.refused(townReviewer, 'home.check-town', check(home), road.photos)).toEqual([
      'person.worked-here',
    ])
    const fitter = { ...townOfficer, organisation: contractor.organisation ?? '' }
    expect(await county.refused(fitter, 'home.check-town', check(home), road.photos)).toEqual([
      'person.of-the-firm',
    ])
    expect(await county.refused(townOfficer, 'home.check-town', check(home), [])).toContain(
      'checklist.too-few-photos',
    )
    await county.done(townOfficer, 'home.check-town', check(home), road.photos)
    expect(await county.refused(townOfficer, 'home.check-town', check(home), road.photos)).toEqual([
      'home.checked-already',
    ])
    for (let i = 0; i < 12; i++)
      await county.do(bureauOfficer, 'sample.draw-county', { village: road.village, reason: '群众反映多' })
    const both = { ...townOfficer, grants: [...townOfficer.grants, ...bureauOfficer.grants] }
    expect(await county.refused(both, 'home.check-county', check(home), road.photos)).toEqual([
      'person.worked-here',
    ])
  })
})

describe('a serious failure', () => {
  it('sends the home back, takes its acceptance, doubles the sample and then takes the whole village', async () => {
    const { townOfficer } = county.actors
    await county.done(townOfficer, 'sample.draw-town', { village: road.village })
    const [first = '', second = ''] = await drawn('town')
    const failed = await county.done(townOfficer, 'home.check-town', check(first, ['heating']), road.photos)
    expect(failed.result).toMatchObject({
      passed: false,
      findings: [{ kind: 'item', of: 'heating' }],
      drawn: 3,
    })
    const after = await stateOf(first)
    expect([after.stage, after.acceptedOn]).toEqual(['installed', null])
    expect(after.devices.map(({ accepted }) => accepted)).toEqual([false])
    expect(await drawn('town')).toHaveLength(6)
    expect(await standing()).toMatchObject({ town: 'failed' })
    expect(await county.refused(townOfficer, 'home.check-town', check(first), road.photos)).toEqual([
      'home.not-to-check',
    ])

    await county.done(
      townOfficer,
      'home.check-town',
      { ...check(second), serials: ['SB20STRANGE'] },
      road.photos,
    )
    expect((await drawn('town')).sort()).toEqual([...homes].sort())

    for (const home of [first, second]) await again(home)
    for (const home of homes) await county.done(townOfficer, 'home.check-town', check(home), road.photos)
    expect(await standing()).toMatchObject({ town: 'passed' })
    expect((await page()).lines[0]?.town).toMatchObject({ failures: 2, drawn: 10, wanted: 10 })
  })

  it('is not one where only an item failed that does not block', async () => {
    const { townOfficer } = county.actors
    await county.done(townOfficer, 'sample.draw-town', { village: road.village })
    const [home = ''] = await drawn('town')
    const { result } = await county.done(
      townOfficer,
      'home.check-town',
      check(home, ['coal-stove-gone']),
      road.photos,
    )
    expect(result).toEqual({ passed: true, findings: [], drawn: 0 })
    expect((await stateOf(home)).stage).toBe('accepted')
  })

  it('keeps who found it from signing for the home afterwards', async () => {
    const { townOfficer, townReviewer } = county.actors
    await county.done(townOfficer, 'sample.draw-town', { village: road.village })
    const [home = ''] = await drawn('town')
    const finder = { ...townOfficer, grants: [...townOfficer.grants, ...townReviewer.grants] }
    await county.done(finder, 'home.check-town', check(home, ['heating']), road.photos)
    await road.selfCheck(home)
    await road.visit(home)
    expect(
      await county.refused(finder, 'home.sign-off-town', { home, items: road.filled('sign-off') }),
    ).toEqual(['person.worked-here'])
  })
})

describe('payment', () => {
  it('waits until the sample of the village is finished, for every home of it', async () => {
    const { townOfficer } = county.actors
    const ready = async () => {
      const preview = await county.ask<{ homes: number }>(county.actors.contractor, 'claim.preview', {
        lot: road.lot,
      })
      return preview.homes
    }
    for (const home of homes) await commit(home)
    expect(await ready()).toBe(10)
    await county.done(townOfficer, 'sample.draw-town', { village: road.village })
    expect(await ready()).toBe(0)
    const claim = { id: homes[0], lot: road.lot }
    expect(await county.refused(county.actors.contractor, 'claim.submit', claim)).toContain(
      'claim.nothing-accepted',
    )
    const sample = await drawn('town')
    // Each home's own: one photograph for several homes is a doubt (§5.4), and a doubt holds payment.
    for (const home of sample) {
      const shown = await road.newPhotos(4)
      await county.done(townOfficer, 'home.check-town', check(home, undefined, shown), shown)
    }
    await examine(county.program)
    expect(await ready()).toBe(10)
  })
})
