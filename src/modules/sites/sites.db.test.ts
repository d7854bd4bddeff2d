import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { aPlan } from './samples.ts'

let county: TestCounty
let road: BuildRoad
beforeAll(async () => {
  county = await aCounty()
  road = await aBuildRoad(county)
})
afterAll(() => county.close())

interface LotRow {
  id: string
  homes: number
  fitted: number
  remaining: number
  finish: string | null
  behind: boolean
}
const lots = async (actor = county.actors.contractor, input: object = {}) =>
  county.ask<{ total: number; rows: LotRow[] }>(actor, 'schedule.lots', input)
const count = async (actor: Parameters<typeof lots>[0], key: string) =>
  (
    await county.ask<{ items: { key: string; count: number }[] }>(
      actor ?? county.actors.contractor,
      'work.mine',
    )
  ).items.find((item) => item.key === key)?.count

describe('plan and schedule of a lot', () => {
  it('are proposed by the contractor and agreed by the town, and placed backward from the deadline', async () => {
    const { contractor, otherContractor, townOfficer, otherTownOfficer } = county.actors
    const homes = await road.assigned(9)
    const plan = aPlan({ village: road.village, crews: 2 })
    expect(await count(contractor, 'plans-to-propose')).toBe(1)
    expect(await county.refused(contractor, 'plan.propose', plan)).toEqual(['plan.no-crews'])
    await county.done(contractor, 'lot.declare-crews', {
      lot: road.lot,
      id: newId(),
      crews: 2,
      homesPerDay: 3,
    })
    expect(await county.refused(otherContractor, 'plan.propose', plan)).toEqual(['subject.not-found'])
    await county.done(contractor, 'plan.propose', plan)
    expect(await county.refused(contractor, 'plan.propose', aPlan({ village: road.village }))).toEqual([
      'plan.open-already',
    ])
    expect(await count(contractor, 'plans-to-propose')).toBe(0)
    expect(await count(townOfficer, 'plans-to-agree')).toBe(1)
    expect(await count(otherTownOfficer, 'plans-to-agree')).toBe(0)
    expect(await county.refused(otherTownOfficer, 'plan.agree', { plan: plan.id })).toEqual([
      'subject.not-found',
    ])
    await county.done(townOfficer, 'plan.decline', { plan: plan.id, reason: '先修路' })
    expect(await county.refused(townOfficer, 'plan.agree', { plan: plan.id })).toEqual(['plan.decided'])
    const again = aPlan({ village: road.village, crews: 2 })
    await county.done(contractor, 'plan.propose', again)
    await county.done(townOfficer, 'plan.agree', { plan: again.id })
    expect(await county.ask(townOfficer, 'plan.page', { village: area.village })).toMatchObject({
      state: 'agreed',
      homes: 9,
      earlier: [{ state: 'declined', reason: '先修路' }],
    })
    for (const home of homes.slice(0, 3)) await road.install(home)
    const page = await county.ask<object>(contractor, 'schedule.lot', { lot: road.lot })
    expect(page).toMatchObject({
      homes: 9,
      remaining: 6,
      actual: [{ homes: 3 }],
      planned: [
        { day: '2023-08-30', homes: 6 },
        { day: '2023-08-31', homes: 9 },
      ],
      villages: [{ code: area.village, isLate: false, firstDay: '2023-08-31', lastDay: '2023-08-31' }],
    })
  })

  it('warn of a lot that will be late, in the list and as work, by one reckoning', async () => {
    const { contractor, bureauOfficer } = county.actors
    // Three homes in a fortnight: the six that are left take four weeks.
    county.clock.set(new Date('2023-08-10T04:00:00Z'))
    expect((await lots()).rows).toMatchObject([
      { homes: 9, fitted: 3, remaining: 6, behind: true, finish: '2023-09-07' },
    ])
    expect((await lots(bureauOfficer, { behind: true })).total).toBe(1)
    expect(await count(bureauOfficer, 'lots-behind')).toBe(1)
    expect(await count(contractor, 'own-lots-behind')).toBe(1)
    // Nothing fitted of late: the firm's own word counts, six homes a day.
    county.clock.set(new Date('2023-08-15T04:00:00Z'))
    expect((await lots()).rows).toMatchObject([{ behind: false, finish: '2023-08-16' }])
    expect(await count(contractor, 'own-lots-behind')).toBe(0)
  })

  it('are seen by the lot’s own firms, its town and the county', async () => {
    const { actors } = county
    for (const actor of [actors.supervisor, actors.townOfficer, actors.cadre, actors.auditor])
      expect((await lots(actor)).total).toBe(1)
    for (const actor of [actors.otherContractor, actors.otherTownOfficer])
      expect((await lots(actor)).total).toBe(0)
  })
})
