import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildingRoad, type BuildingRoad } from '../../../tests/support/building-road.ts'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { aMoneyRoad, type MoneyRoad } from '../../../tests/support/money-road.ts'
import { newId } from '../../kernel/identity/id.ts'
import { findHomes } from '../households/public.ts'

let county: TestCounty
let road: BuildingRoad
let money: MoneyRoad
let people: TestCounty['actors']
beforeAll(async () => {
  county = await aCounty()
  // Both lines in one village, built by one firm.
  money = await aMoneyRoad(county)
  road = await aBuildingRoad(county)
  people = county.actors
})
afterAll(() => county.close())

interface Preview {
  homes: number
  units: number
  areaM2: number
  totalFen: number
  rows: {
    home: string
    areaM2: number
    subsidyFen: number
    formula: object
    failedRules: { rule: string }[]
  }[]
}
const preview = (which: string, lot = road.lot) =>
  county.ask<Preview>(people.contractor, 'claim.preview', { lot, which })
const submit = (homes: readonly string[], lot = road.lot) =>
  county.do(people.contractor, 'claim.submit', { id: newId(), lot, homes })

describe('a claim of the building line', () => {
  it('holds accepted area by the rate, and no home without all its evidence and signatures', async () => {
    const [ready = '', uncommitted = '', unsigned = '', unmeasured = ''] = await road.assigned(4)
    await road.accept(ready, [
      { part: 'wall', areaM2: 60 },
      { part: 'window', areaM2: 8.4 },
    ])
    await money.commit(ready)
    await road.accept(uncommitted)
    await road.install(unsigned)
    await road.selfCheck(unsigned)
    await road.visit(unsigned)
    await road.signOffVillage(unsigned)
    await money.commit(unsigned)
    await road.install(unmeasured)
    await money.commit(unmeasured)

    // 68.4 m² accepted of 70.9 recorded, at 60.00 yuan.
    expect(await preview('ready')).toMatchObject({
      homes: 1,
      units: 0,
      areaM2: 68.4,
      totalFen: 410_400,
      rows: [
        {
          home: ready,
          areaM2: 68.4,
          formula: { parts: [{ centi: 6840, products: [{ rate: 6000 }], priceFen: 12_000 }] },
        },
      ],
    })
    const left = new Map(
      (await preview('left-out')).rows.map(({ home, failedRules }) => [
        home,
        failedRules.map(({ rule }) => rule),
      ]),
    )
    expect(left.get(uncommitted)).toEqual(['commitment-signed'])
    expect(left.get(unsigned)).toEqual(['area-accepted', 'accepted-in-home'])
    expect(left.get(unmeasured)).toEqual(['area-accepted', 'accepted-in-home'])
    for (const home of [uncommitted, unsigned, unmeasured])
      expect(await submit([ready, home])).toMatchObject({
        status: 'refused',
        refusals: [{ code: 'claim.home-not-payable' }],
      })
    // Not by the lot of the other line either, although it is the same firm's.
    expect(await submit([ready], money.lot)).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'claim.nothing-accepted' }, { code: 'claim.home-not-of-lot' }],
    })
    for (const actor of [people.otherContractor, people.bureauOfficer])
      expect(
        await county.do(actor, 'claim.submit', { id: newId(), lot: road.lot, homes: [ready] }),
      ).toMatchObject({
        status: 'refused',
      })
  })

  it('is paid by four people, once', async () => {
    const [home = ''] = await road.assigned(1)
    await road.accept(home)
    await money.commit(home)
    const fund = await money.fund('building', 10_000_000)
    const claim = newId()
    const { result } = await county.done(people.contractor, 'claim.submit', {
      id: claim,
      lot: road.lot,
      homes: [home],
    })
    expect(result).toEqual({ claim, homes: 1, units: 0, areaM2: 70.9, totalFen: 425_400 })
    expect(await submit([home])).toMatchObject({
      status: 'refused',
      refusals: expect.arrayContaining([expect.objectContaining({ code: 'claim.home-claimed' })]) as unknown,
    })
    await money.review(claim)
    const heating = await money.fund('equipment', 10_000_000)
    expect(await county.refused(people.bureauDirector, 'claim.approve', { claim, fund: heating })).toEqual([
      'fund.other-purpose',
    ])
    await money.approve(claim, fund)
    await money.pay(claim)
    const { rows } = await county.ask<{ rows: object[] }>(people.bureauOfficer, 'claim.lines', { claim })
    expect(rows).toMatchObject([{ home, units: 0, areaM2: 70.9, subsidyFen: 425_400 }])
    const states = await county.program.database.read(1, (db) => findHomes(db, 1, [home]))
    expect(states.get(home)?.stage).toBe('settled')
  })

  it('goes no further once less is accepted than it asks for', async () => {
    const [home = ''] = await road.assigned(1)
    await road.accept(home)
    await money.commit(home)
    const claim = newId()
    await county.done(people.contractor, 'claim.submit', { id: claim, lot: road.lot, homes: [home] })
    // Taken back, and accepted anew with less: as a sample and another visit leave it.
    await sql`update installation_part set accepted_centi_m2 = accepted_centi_m2 - 100
               where county = 1 and home = ${home} and part = 'wall'`.execute(county.program.database.owner)
    expect(await county.refused(people.bureauOfficer, 'claim.review', { claim })).toEqual([
      'claim.homes-no-longer-payable',
    ])
    const { rows } = await county.ask<{ rows: object[] }>(people.bureauOfficer, 'claim.lines', { claim })
    expect(rows).toMatchObject([{ home, failedRules: [{ rule: 'less-accepted' }] }])
    await county.done(people.bureauOfficer, 'claim.return', { claim, reason: '按现在的验收重新申报' })
    expect((await preview('ready')).rows).toContainEqual(expect.objectContaining({ home, areaM2: 69.9 }))
  })

  it('keeps no area that nobody accepted, whatever is written beside the door', async () => {
    const [home = ''] = await road.assigned(1)
    await road.install(home)
    const more = county.program.database.write(1, (tx) =>
      sql`update installation_part set accepted_centi_m2 = centi_m2 + 1 where county = 1 and home = ${home}`.execute(
        tx,
      ),
    )
    await expect(more).rejects.toThrow()
  })
})

describe('the dossier of a home of measured parts', () => {
  it('asks for its parts and materials, and says why it asks for no machines', async () => {
    const [home = ''] = await road.assigned(1)
    const papersOf = async () => {
      const { papers } = await county.ask<{ papers: { id: string; state: string }[] }>(
        people.bureauOfficer,
        'dossier.page',
        { home },
      )
      return Object.fromEntries(papers.map(({ id, state }) => [id, state]))
    }
    expect(await papersOf()).toMatchObject({ 'measured-parts': 'later', materials: 'later' })
    await road.install(home)
    expect(await papersOf()).toMatchObject({
      'measured-parts': 'present',
      materials: 'present',
      equipment: 'needless',
      commissioning: 'needless',
    })
  })
})
