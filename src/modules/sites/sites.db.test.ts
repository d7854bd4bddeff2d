import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { anOfficer, aPlan } from './samples.ts'

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
    expect(await county.refused(townOfficer, 'plan.agree', { plan: again.id })).toEqual([
      'plan.no-firm-officer',
      'plan.no-village-officer',
    ])
    await county.done(contractor, 'safety.name-firm-officer', anOfficer({ lot: road.lot }))
    await county.done(townOfficer, 'safety.name-village-officer', anOfficer({ village: road.village }))
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

describe('days and homes', () => {
  it('a report says in words what the acts of the day count', async () => {
    const { contractor, townOfficer, otherTownOfficer } = county.actors
    const report = {
      village: road.village,
      id: newId(),
      day: '2023-08-15',
      weather: 'rain',
      done: '安装三户',
    }
    await county.done(contractor, 'report.file', report)
    expect(await county.refused(contractor, 'report.file', { ...report, id: newId() })).toEqual([
      'report.exists',
    ])
    expect(
      await county.refused(contractor, 'report.file', { ...report, id: newId(), day: '2023-08-01' }),
    ).toEqual(['report.too-late'])
    await county.program.database.owner
      .updateTable('site_report')
      .set({ day: '2023-08-01' })
      .where('id', '=', report.id)
      .execute()
    const reports = (actor: typeof contractor) => county.ask<{ rows: object[] }>(actor, 'report.list')
    expect((await reports(townOfficer)).rows).toMatchObject([{ fitted: 3, people: 0, done: '安装三户' }])
    expect((await reports(otherTownOfficer)).rows).toEqual([])
  })

  it('an appointment is made once and moved with a reason, by the household too', async () => {
    const [home = ''] = await road.assigned(1)
    const { contractor } = county.actors
    const asked = { home, id: newId(), day: '2023-08-17', half: 'morning' }
    await county.done(contractor, 'appointment.make', asked)
    expect(await county.refused(contractor, 'appointment.make', { ...asked, id: newId() })).toEqual([
      'appointment.there',
    ])
    const household = county.household(home)
    await county.done(household, 'appointment.move-own', {
      ...asked,
      id: newId(),
      day: '2023-08-18',
      half: 'afternoon',
      reason: '当天走亲戚',
    })
    expect(await county.ask(household, 'appointment.own')).toMatchObject({
      appointments: [
        { day: '2023-08-18', half: 'afternoon', movedOn: null },
        { day: '2023-08-17', movedOn: '2023-08-15', reason: '当天走亲戚' },
      ],
    })
    expect(
      await county.refused(contractor, 'appointment.move', {
        ...asked,
        id: newId(),
        day: '2023-08-14',
        reason: '下雨',
      }),
    ).toEqual(['appointment.in-past'])
  })

  it('a home that has left is told who comes for its machines, until they are back', async () => {
    const [home = ''] = await road.assigned(1)
    const { owner } = county.program.database
    const told = () => county.ask<{ takesBack: string | null }>(county.household(home), 'appointment.own')
    expect((await told()).takesBack).toBeNull()
    await sql`update home set ended = 'withdrawn' where id = ${home}`.execute(owner)
    await sql`insert into device_return (county, home, change, contractor, opened_on, act)
              select county, id, ${newId()}, contractor, '2023-08-15', ${newId()} from home where id = ${home}`.execute(
      owner,
    )
    const { rows } = await sql<{ name: string }>`
      select o.name from home h join organisation o on o.id = h.contractor where h.id = ${home}`.execute(
      owner,
    )
    expect(await told()).toMatchObject({ standing: 'left', takesBack: rows[0]?.name })
    await sql`update device_return set returned_on = '2023-08-16', returned_by = ${newId()}, return_act = ${newId()}
               where home = ${home}`.execute(owner)
    expect((await told()).takesBack).toBeNull()
  })
})

describe('what is open on site', () => {
  const stateOf = async (id: string) =>
    (
      await county.ask<{ rows: { id: string; state: string }[] }>(county.actors.bureauOfficer, 'matter.list')
    ).rows.find((row) => row.id === id)?.state

  it('a hazard is closed by somebody else than who removed it, and opened again where it is not gone', async () => {
    const { contractor, supervisor, cadre, otherCadre } = county.actors
    const photo = [await county.evidence('photo')]
    const hazard = newId()
    await county.done(
      supervisor,
      'hazard.report',
      { village: road.village, id: hazard, what: '沟槽未围挡' },
      photo,
    )
    expect(await county.refused(cadre, 'hazard.recheck', { hazard, passed: true, note: '已看' })).toEqual([
      'hazard.not-removed',
    ])
    const removal = { hazard, removedOn: '2023-08-15', note: '已围挡' }
    await county.done(contractor, 'hazard.remove', removal, photo)
    expect(await stateOf(hazard)).toBe('to-recheck')
    await county.done(cadre, 'hazard.recheck', { hazard, passed: false, note: '围挡不全' })
    expect(await stateOf(hazard)).toBe('open')
    county.clock.set(new Date('2023-08-19T04:00:00Z'))
    expect(await stateOf(hazard)).toBe('overdue')
    county.clock.set(new Date('2023-08-15T04:00:00Z'))
    await county.done(contractor, 'hazard.remove', removal, photo)
    expect(
      await county.refused(otherCadre, 'hazard.recheck', { hazard, passed: true, note: '已看' }),
    ).toEqual(['subject.not-found'])
    const both = { ...contractor, grants: [...contractor.grants, ...cadre.grants] }
    expect(await county.refused(both, 'hazard.recheck', { hazard, passed: true, note: '已看' })).toEqual([
      'hazard.own',
    ])
    await county.done(cadre, 'hazard.recheck', { hazard, passed: true, note: '已围好' })
    expect(await stateOf(hazard)).toBe('done')
  })

  it('damage is made good, and a permit answered, once and within its days', async () => {
    const { contractor, cadre, townOfficer } = county.actors
    const [photo, paper] = [[await county.evidence('photo')], [await county.evidence('document')]]
    const [damage, permit] = [newId(), newId()]
    await county.done(cadre, 'damage.report', { village: road.village, id: damage, what: '院墙开裂' }, photo)
    expect(
      await county.refused(cadre, 'damage.repair', { damage, repairedOn: '2023-08-15', note: '已补' }, photo),
    ).toEqual(['not-permitted'])
    const repair = { damage, repairedOn: '2023-08-15', note: '已重砌' }
    await county.done(contractor, 'damage.repair', repair, photo)
    expect(await county.refused(contractor, 'damage.repair', repair, photo)).toEqual(['matter.done-already'])
    await county.done(
      contractor,
      'permit.apply',
      { village: road.village, id: permit, authority: 'water', place: '穿越村东河', appliedOn: '2023-08-01' },
      paper,
    )
    // Ten working days from 1 August end on the 15th.
    expect(await stateOf(permit)).toBe('open')
    county.clock.set(new Date('2023-08-16T04:00:00Z'))
    expect(await stateOf(permit)).toBe('overdue')
    county.clock.set(new Date('2023-08-15T04:00:00Z'))
    await county.done(
      townOfficer,
      'permit.decide',
      { permit, granted: false, decidedOn: '2023-08-15', answer: '汛期不得施工' },
      paper,
    )
    expect(await stateOf(permit)).toBe('done')
  })
})
