import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { aLot, aModel, anAward } from './samples.ts'

let county: TestCounty
beforeAll(async () => {
  county = await aCounty()
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

  it('is not offered to be opened once it stands', async () => {
    const offered = await county.program.door.available(county.actors.bureauOfficer, {
      type: 'lot',
      id: lot.id,
    })
    expect(offered.map(({ kind }) => kind)).toEqual(['lot.award'])
    const fresh = await county.program.door.available(county.actors.bureauOfficer, {
      type: 'lot',
      id: newId(),
    })
    expect(fresh).toEqual([{ kind: 'lot.open', refusals: [] }])
  })
})

describe('a model', () => {
  it('is admitted with its performance by the standard in force, and once', async () => {
    const report = [await county.evidence('document')]
    const model = aModel()
    await county.done(county.actors.bureauOfficer, 'equipment.admit', model, report)
    expect(await county.refused(county.actors.bureauOfficer, 'equipment.admit', aModel(), report)).toEqual([
      'model.name-taken',
    ])
    expect(
      await county.refused(
        county.actors.bureauOfficer,
        'equipment.admit',
        aModel({ model: 'RF-20', copAtMinus12: 2.19 }),
        report,
      ),
    ).toEqual(['model.too-weak'])
    const { rows } = await county.ask<{ rows: unknown[] }>(county.actors.contractor, 'model.list')
    expect(rows).toMatchObject([
      { model: 'RF-35', copAtMinus12: 2.35, copAtMinus20: 1.92, lowestCelsius: -30 },
    ])
  })

  it('is admitted once where it is asked for twice in one batch', async () => {
    const evidence = [await county.evidence('document', undefined, county.actors.bureauOfficer)]
    const outcomes = await county.program.door.performBatch(
      county.actors.bureauOfficer,
      [1, 2].map(() => ({
        id: newId(),
        kind: 'equipment.admit',
        input: aModel({ model: 'RF-50' }),
        evidence,
      })),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['done', 'refused'])
  })
})
