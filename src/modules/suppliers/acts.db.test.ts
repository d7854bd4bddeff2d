import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { admittedFirms } from '../../../tests/support/admitted-firms.ts'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { decideRoute } from '../../../tests/support/decide-route.ts'
import { newId } from '../../kernel/identity/id.ts'
import { aBarring, aLot, anAdmission, anAward, aSampling, somePapers } from './samples.ts'

let county: TestCounty
let firms: Awaited<ReturnType<typeof admittedFirms>>
beforeAll(async () => {
  county = await aCounty()
  firms = await admittedFirms(county)
})
afterAll(() => county.close())

interface LotRow {
  id: string
  code: string
  contractorName: string | null
  unitPriceFen: number | null
  awardedOn: string | null
  villages: number
  homes: number
  tender: { due: string; daysLeft: number } | null
}
const lots = (actor = county.actors.bureauOfficer) =>
  county.ask<{ total: number; rows: LotRow[] }>(actor, 'lot.list')

describe('a lot', () => {
  const lot = aLot({ code: 'L-1' })

  it('is opened once, by its code', async () => {
    await county.done(county.actors.bureauOfficer, 'lot.open', lot)
    expect(await county.refused(county.actors.bureauOfficer, 'lot.open', lot)).toEqual(['lot.exists'])
    expect(await county.refused(county.actors.bureauOfficer, 'lot.open', aLot({ code: 'L-1' }))).toEqual([
      'lot.code-taken',
    ])
  })

  it('opened twice in the same moment under one code is opened once, and the other is told why', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => county.do(county.actors.bureauOfficer, 'lot.open', aLot({ code: 'L-2' }))),
    )
    expect(outcomes.filter(({ status }) => status === 'done')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status !== 'done')
        expect(outcome).toMatchObject({ status: 'refused', refusals: [{ code: 'lot.code-taken' }] })
  })

  it('is awarded to two firms with the award notice', async () => {
    const { contractor, supervisor } = county.organisations
    const award = anAward({ lot: lot.id, contractor, supervisor })
    expect(await county.refused(county.actors.bureauOfficer, 'lot.award', award)).toEqual([
      'evidence.required',
    ])
    const notice = [await county.evidence('document')]
    expect(
      await county.refused(
        county.actors.bureauOfficer,
        'lot.award',
        { ...award, contractor: supervisor, supervisor: contractor },
        notice,
      ),
    ).toEqual(['lot.not-a-contractor', 'lot.not-a-supervisor'])
    await county.done(county.actors.bureauOfficer, 'lot.award', award, notice)
    expect((await lots()).rows[0]).toMatchObject({
      code: 'L-1',
      contractorName: '甲暖通公司(模拟)',
      unitPriceFen: 468_000,
      awardedOn: '2023-04-27',
      villages: 0,
      homes: 0,
      tender: { due: '2023-04-30', daysLeft: 3 },
    })
  })

  it('is seen by its own firms and nobody else’s', async () => {
    expect((await lots(county.actors.contractor)).rows.map(({ code }) => code)).toEqual(['L-1'])
    expect((await lots(county.actors.supervisor)).rows.map(({ code }) => code)).toEqual(['L-1'])
    expect((await lots(county.actors.otherContractor)).rows).toEqual([])
    expect((await lots(county.actors.townOfficer)).rows).toEqual([])
    expect((await lots()).rows.map(({ code }) => code)).toEqual(['L-1', 'L-2'])
  })

  it('is opened and awarded by the bureau alone', async () => {
    const others = Object.entries(county.actors).filter(([name]) => name !== 'bureauOfficer')
    for (const [, actor] of others) {
      expect(await county.refused(actor, 'lot.open', aLot({ code: 'L-3' }))).toEqual(['not-permitted'])
      expect(
        await county.refused(actor, 'lot.award', anAward({ lot: lot.id, ...county.organisations })),
      ).toEqual(['not-permitted'])
    }
    expect(
      await county.refused(
        county.actors.bureauOfficer,
        'lot.award',
        anAward({ lot: newId(), ...county.organisations }),
      ),
    ).toEqual(['subject.not-found'])
  })

  it('has the contract of whom it is awarded to, supplemented with a reason, and none once awarded anew', async () => {
    const { bureauOfficer, contractor, otherContractor } = county.actors
    const other = aLot({ code: 'L-9' })
    const paper = [await county.evidence('document')]
    const record = (more: object = {}) =>
      [
        {
          ...{
            lot: other.id,
            id: newId(),
            number: 'HT-4',
            signedOn: '2023-05-08',
            advanceBasis: '合同第 6 条',
          },
          ...{ retentionPercent: 3, warrantyMonths: 24 },
          items: [{ name: '热风机', unit: '台', centiQuantity: 10_000, unitPriceFen: 468_000 }],
          ...more,
        },
        paper,
      ] as const
    const contracts = async (actor: typeof contractor) =>
      (
        await county.ask<{ contracts: { version: number }[] }>(actor, 'lot.contracts', { lot: other.id })
      ).contracts.map(({ version }) => version)
    const without = async () =>
      (
        await county.ask<{ rows: { id: string }[] }>(bureauOfficer, 'lot.list', { contracted: false })
      ).rows.map(({ id }) => id)
    const award = (firm: string) =>
      county.done(
        bureauOfficer,
        'lot.award',
        anAward({ lot: other.id, contractor: firm, supervisor: county.organisations.supervisor }),
        paper,
      )
    await county.done(bureauOfficer, 'lot.open', other)
    expect(await county.refused(bureauOfficer, 'contract.record', ...record())).toEqual([
      'contract.lot-not-awarded',
    ])
    await award(county.organisations.contractor)
    expect(await without()).toContain(other.id)
    await county.done(bureauOfficer, 'contract.record', ...record())
    expect(await county.refused(bureauOfficer, 'contract.record', ...record())).toEqual([
      'contract.needs-reason',
    ])
    await county.done(bureauOfficer, 'contract.record', ...record({ reason: '增加 40 户' }))
    expect([await contracts(contractor), await contracts(otherContractor)]).toEqual([[2, 1], []])
    expect(await without()).not.toContain(other.id)
    await award(county.organisations.otherContractor)
    expect([await contracts(contractor), await contracts(otherContractor)]).toEqual([[], []])
    expect(await without()).toContain(other.id)
    await county.done(bureauOfficer, 'contract.record', ...record())
    expect(await contracts(otherContractor)).toEqual([3])
  })

  it('is not offered to be opened once it stands', async () => {
    const offered = await county.program.door.available(county.actors.bureauOfficer, {
      type: 'lot',
      id: lot.id,
    })
    expect(offered.map(({ kind }) => kind)).toEqual(['lot.award', 'contract.record'])
    const fresh = await county.program.door.available(county.actors.bureauOfficer, {
      type: 'lot',
      id: newId(),
    })
    expect(fresh).toEqual([{ kind: 'lot.open', refusals: [] }])
  })
})

let road: Promise<BuildRoad> | undefined
const theRoad = () => (road ??= aBuildRoad(county))
const asOfficer = () => county.actors.bureauOfficer

describe('a model', () => {
  it('is admitted with its performance and certificates by the standard in force, and once', async () => {
    const report = [firms.paper]
    const model = firms.model()
    await county.done(asOfficer(), 'equipment.admit', model, report)
    expect(await county.refused(asOfficer(), 'equipment.admit', firms.model(), report)).toEqual([
      'model.name-taken',
    ])
    const weak = firms.model({ model: 'RF-20', copAtMinus12: 2.19 })
    expect(await county.refused(asOfficer(), 'equipment.admit', weak, report)).toEqual(['model.too-weak'])
    const { rows } = await county.ask<{ rows: unknown[] }>(county.actors.contractor, 'model.list')
    expect(rows).toMatchObject([
      {
        model: 'RF-35',
        copAtMinus12: 2.35,
        copAtMinus20: 1.92,
        lowestCelsius: -30,
        barred: false,
        runOut: [],
      },
    ])
  })

  it('is admitted once where it is asked for twice in one batch', async () => {
    await county.bring(asOfficer(), [firms.paper])
    const outcomes = await county.program.door.performBatch(
      asOfficer(),
      [1, 2].map(() => ({
        id: newId(),
        kind: 'equipment.admit',
        input: firms.model({ model: 'RF-50' }),
        evidence: [firms.paper],
      })),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['done', 'refused'])
  })

  it('shows a certificate that has run out until a newer one is brought', async () => {
    const model = firms.model({ model: 'RF-60' })
    await county.done(asOfficer(), 'equipment.admit', model, [firms.paper])
    const runOut = async () =>
      (await county.ask<{ runOut: unknown[] }>(county.actors.contractor, 'model.page', { model: model.id }))
        .runOut
    county.clock.set(new Date('2026-01-10T04:00:00Z'))
    expect(await runOut()).toMatchObject([{ label: { en: 'CCC certificate' }, ranOut: '2025-12-31' }])
    const renewed = {
      model: model.id,
      paper: 'ccc',
      digest: firms.paper.digest,
      number: '2',
      validTo: '2027-01-01',
    }
    await county.done(asOfficer(), 'equipment.renew-paper', renewed, [firms.paper])
    expect(await runOut()).toEqual([])
    county.clock.set(new Date('2023-08-15T04:00:00Z'))
  })
})

interface FirmPage {
  standing: string
  barred: boolean
  bars: { id: string; number: number; remark: string | null; inForce: boolean }[]
}
const firmPage = (firm: string, actor = asOfficer()) => county.ask<FirmPage>(actor, 'firm.page', { firm })

describe('a firm', () => {
  it('is awarded nothing before it is admitted, nor after its admission was withdrawn', async () => {
    const firm = newId()
    await county.done(county.self, 'organisation.register', {
      id: firm,
      kind: 'contractor',
      name: '丙暖通公司(模拟)',
    })
    const lot = aLot({ code: 'L-4' })
    await county.done(asOfficer(), 'lot.open', lot)
    const award = anAward({ lot: lot.id, contractor: firm, supervisor: county.organisations.supervisor })
    const notice = [await county.evidence('document')]
    expect(await county.refused(asOfficer(), 'lot.award', award, notice)).toEqual(['firm.not-admitted'])
    expect(
      await county.refused(asOfficer(), 'firm.admit', anAdmission({ firm, papers: [] }), notice),
    ).toEqual(Array.from({ length: 4 }, () => 'paper.missing'))
    const pack = await county.program.packs.inForce(1)
    const papers = somePapers(pack, 'contractor', firms.paper.digest)
    await county.done(asOfficer(), 'firm.admit', anAdmission({ firm, papers }), [firms.paper])
    expect(await firmPage(firm)).toMatchObject({ standing: 'admitted', barred: false })
    const withdrawn = { firm, reason: '材料有误（模拟）' }
    await county.done(asOfficer(), 'firm.withdraw-admission', withdrawn)
    expect(await county.refused(asOfficer(), 'firm.withdraw-admission', withdrawn)).toEqual([
      'firm.nothing-to-withdraw',
    ])
    expect(await county.refused(asOfficer(), 'lot.award', award, notice)).toEqual(['firm.not-admitted'])
    await county.done(asOfficer(), 'firm.admit', anAdmission({ firm, papers }), [firms.paper])
    await county.done(asOfficer(), 'lot.award', award, notice)
  })

  it('is seen by the county and by itself', async () => {
    const list = (actor: TestCounty['self']) => county.ask<{ rows: { id: string }[] }>(actor, 'firm.list')
    expect((await list(asOfficer())).rows.length).toBeGreaterThan(4)
    const own = await list(county.actors.contractor)
    expect(own.rows.map(({ id }) => id)).toEqual([county.organisations.contractor])
  })
})

describe('the negative list', () => {
  it('blocks at every step until the director lifts the entry', async () => {
    const { contractor, supervisor } = county.organisations
    const paper = [await county.evidence('document')]
    const road = await theRoad()
    const [first = '', second = ''] = await road.assigned(2)
    await road.install(first)
    const barring = aBarring({ firm: contractor })
    expect(
      await county.refused(
        asOfficer(),
        'firm.bar',
        { ...barring, reason: 'mood', toDay: '2023-08-14' },
        paper,
      ),
    ).toEqual(['bar.reason-unknown', 'bar.over-already'])
    await county.done(asOfficer(), 'firm.bar', barring, paper)

    const lot = aLot({ code: 'L-5' })
    await county.done(asOfficer(), 'lot.open', lot)
    const award = anAward({ lot: lot.id, contractor, supervisor })
    expect(await county.refused(asOfficer(), 'lot.award', award, paper)).toEqual(['firm.barred'])
    const installation = { home: second, devices: [road.device()], installedOn: '2023-08-14' }
    expect(await county.refused(county.actors.contractor, 'home.install', installation, road.photos)).toEqual(
      ['firm.barred'],
    )
    await expect(road.assigned(1)).rejects.toThrow('firm.barred')
    expect(
      await county.refused(asOfficer(), 'firm.admit', anAdmission({ firm: contractor, papers: [] }), paper),
    ).toContain('firm.barred')

    const { rows: villages } = await county.ask<{ rows: { id: string; code: string }[] }>(
      asOfficer(),
      'village.list',
    )
    const village = villages.find(({ code }) => code === area.otherVillage)?.id ?? ''
    await decideRoute(county, county.actors.townOfficer, village)
    const joining = { village, lot: road.lot }
    expect(await county.refused(asOfficer(), 'village.join-lot', joining)).toEqual(['firm.barred'])

    const lift = { bar: barring.id, reason: '整改到位（模拟）' }
    expect(await county.refused(asOfficer(), 'bar.lift', lift, paper)).toEqual(['not-permitted'])
    await county.done(county.actors.bureauDirector, 'bar.lift', lift, paper)
    await county.done(county.actors.contractor, 'home.install', installation, road.photos)
    await county.done(asOfficer(), 'lot.award', award, paper)
    await county.done(asOfficer(), 'village.join-lot', joining)
  })

  it('tells others the entry and its class, the firm itself and the county why', async () => {
    const { maker } = firms
    const paper = [await county.evidence('document')]
    await county.done(asOfficer(), 'firm.bar', aBarring({ firm: maker, reason: 'quality' }), paper)
    expect((await firmPage(maker)).bars).toMatchObject([{ remark: expect.any(String), inForce: true }])
    const { rows } = await county.ask<{ rows: { firm: string; remark: string | null }[] }>(
      county.actors.otherContractor,
      'bar.list',
    )
    expect(rows.find(({ firm }) => firm === maker)).toMatchObject({
      remark: null,
      opens: false,
      reason: { zh: expect.any(String) },
    })
    const model = firms.model({ model: 'RF-70' })
    expect(await county.refused(asOfficer(), 'equipment.admit', model, [firms.paper])).toEqual([
      'firm.barred',
    ])
  })
})

describe('a failed sample', () => {
  it('stops the batch: nothing of it is built in or accepted, and what hangs is listed, until it passes', async () => {
    const { actors } = county
    const paper = [await county.evidence('document')]
    const road = await theRoad()
    const [hung = '', waiting = ''] = await road.assigned(2)
    await road.install(hung)
    await road.selfCheck(hung)
    await road.visit(hung)
    const [serial = ''] = road.machines.get(hung) ?? []
    const next = road.device()
    const sampling = aSampling({ model: road.model, serialFrom: serial, serialTo: next.serial })
    expect(await county.refused(asOfficer(), 'sampling.record', sampling, paper)).toEqual(['not-permitted'])
    await county.done(actors.marketRegulator, 'sampling.record', sampling, paper)

    const install = { home: waiting, devices: [next], installedOn: '2023-08-14' }
    expect(await county.refused(actors.contractor, 'home.install', install, road.photos)).toEqual([
      'device.batch-stopped',
    ])
    await expect(road.signOffVillage(hung)).rejects.toThrow('device.batch-stopped')
    const concerned = (actor = asOfficer()) =>
      county.ask<{ total: number; rows: unknown[] }>(actor, 'sampling.homes', { sampling: sampling.id })
    expect(await concerned()).toMatchObject({ total: 1, rows: [{ home: hung, serial }] })
    expect(await concerned(actors.otherContractor)).toMatchObject({ total: 0, rows: [] })

    const machines = await county.ask<{ rows: object[] }>(actors.marketRegulator, 'sampling.machines', {
      sampling: sampling.id,
    })
    expect(machines).toMatchObject({ total: 1, rows: [{ villageName: '甲村(模拟)', serial }] })
    expect(machines.rows.flatMap(Object.keys)).toEqual(['townName', 'villageName', 'serial', 'installedOn'])

    const again = { ...sampling, id: newId(), result: 'passed' as const }
    await county.done(actors.marketRegulator, 'sampling.record', again, paper)
    await county.done(actors.contractor, 'home.install', install, road.photos)
    await road.signOffVillage(hung)
  })
})
