import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'
import type { Measurement } from '../../kernel/pack/measurements.ts'
import { commissioningsOf } from './public.ts'
import { aRun } from './samples.ts'

let county: TestCounty
let road: BuildRoad
beforeAll(async () => {
  county = await aCounty()
  road = await aBuildRoad(county)
})
afterAll(() => county.close())

const shown = () => Promise.all([county.evidence('photo'), county.evidence('photo')])
const run = async (home: string, given: Partial<Record<string, number[]>> = {}, more: object = {}) => {
  const photos = await shown()
  const measured: Measurement[] = aRun(
    photos.map(({ digest }) => digest),
    given,
  )
  return county.do(county.actors.contractor, 'home.commission', { home, measured, ...more }, photos)
}
const codes = (outcome: Awaited<ReturnType<TestCounty['do']>>) =>
  outcome.status === 'refused' ? outcome.refusals.map(({ code }) => code) : [outcome.status]
const standing = async (home: string) =>
  (await county.program.database.read(1, (db) => commissioningsOf(db, 1, [home]))).get(home)

describe('a commissioning run (§3.3.1)', () => {
  it('is recorded as it was measured: passed, flagged or not passed', async () => {
    const [home = ''] = await road.assigned(1)
    expect(codes(await run(home))).toEqual(['home.not-installed'])
    await road.install(home)
    expect(codes(await run(home))).toEqual(['done'])
    expect(await standing(home)).toMatchObject({ number: 1, passed: true, beyond: [] })
    expect(codes(await run(home, { rooms: [19, 8] }))).toEqual(['done'])
    expect(await standing(home)).toMatchObject({
      number: 2,
      passed: true,
      beyond: [{ item: 'rooms', value: 8, bound: 14, blocks: false }],
    })
    expect(codes(await run(home, { outlet: [21] }))).toEqual(['done'])
    expect(await standing(home)).toMatchObject({ number: 3, passed: false })
    const page = await county.ask<{ commissioning: { number: number } }>(
      county.actors.supervisor,
      'installation.page',
      { home },
    )
    expect(page.commissioning).toMatchObject({ number: 3, route: 'heat-pump-air-heater' })
  })

  it('needs every value, its photographs and a day since the installation', async () => {
    const [home = ''] = await road.assigned(1)
    await road.install(home)
    expect(codes(await run(home, { hours: [] }))).toEqual(['invalid'])
    expect(codes(await run(home, { hours: undefined }))).toEqual(['measurement.missing'])
    expect(codes(await run(home, {}, { runOn: '2023-07-01' }))).toEqual(['commissioning.before-installed'])
    expect(codes(await run(home, {}, { runOn: '2024-07-01' }))).toEqual(['commissioning.in-future'])
    const measured = aRun([], {})
    expect(await county.refused(county.actors.contractor, 'home.commission', { home, measured }, [])).toEqual(
      ['checklist.no-photo', 'checklist.no-photo', 'checklist.too-few-photos'],
    )
    expect(await county.refused(county.actors.supervisor, 'home.commission', { home, measured }, [])).toEqual(
      ['not-permitted'],
    )
  })

  it('falls with the machines it was run on, and who ran it does not inspect', async () => {
    const [home = ''] = await road.assigned(1)
    await road.install(home)
    await run(home)
    const waits = async () =>
      (
        await county.ask<{ rows: { home: string }[] }>(county.actors.contractor, 'work.installations', {
          step: 'to-commission',
        })
      ).rows.map((row) => row.home)
    await road.selfCheck(home)
    expect(await waits()).not.toContain(home)
    await county.done(
      county.actors.contractor,
      'home.correct-devices',
      { home, devices: [road.device()], reason: 'replaced' },
      [await county.evidence('photo')],
    )
    expect(await standing(home)).toBeUndefined()
    await road.selfCheck(home)
    expect(await waits()).toContain(home)
  })
})
