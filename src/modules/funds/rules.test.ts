import fc from 'fast-check'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { programFolder } from '../../kernel/database/program-folder.ts'
import { loadPack } from '../../kernel/pack/load.ts'
import type { Pack } from '../../kernel/pack/pack.ts'
import type { Reckoning } from '../../kernel/pack/reckon.ts'
import {
  areaSubsidy,
  checkReceived,
  equipmentSubsidy,
  mayCharge,
  mayPay,
  mayReverse,
  mayStep,
} from './rules.ts'

let pack: Pack
beforeAll(async () => {
  pack = await loadPack(path.join(programFolder(), 'packs', 'laizhou-2023'))
})

const claim = {
  state: 'submitted' as const,
  totalFen: 100,
  submittedBy: 'a',
  reviewedBy: null,
  approvedBy: null,
  unpayable: [],
}
const isRounded = ({ parts }: Reckoning) => parts.some((part) => part.isRounded)
const codes = (refusals: { code: string }[]) => refusals.map((refusal) => refusal.code)

describe('the equipment subsidy', () => {
  it('is a share of the award price, whole fen, rounded down', () => {
    const { subsidyFen, formula } = equipmentSubsidy(pack, '2023-08-15', 1, 333_333)
    expect(subsidyFen).toBe(199_999)
    expect(formula.parts).toMatchObject([
      { centi: 100, products: [{ centi: 100, rate: 60 }], isCapped: false },
    ])
    expect(formula.parameters.every((p) => p.status === 'assumed')).toBe(true)
  })
  it('tells a share that left off a part of a fen from an exact one', () => {
    const dropped = (units: number, price: number) =>
      isRounded(equipmentSubsidy(pack, '2023-08-15', units, price).formula)
    expect(dropped(1, 333_333)).toBe(true)
    expect(dropped(1, 333_335)).toBe(false)
    expect(dropped(2, 480_001)).toBe(false)
  })
  it('stops at the cap and at the number of units', () => {
    expect(equipmentSubsidy(pack, '2023-08-15', 2, 480_000)).toMatchObject({
      subsidyFen: 500_000,
      formula: { parts: [{ isCapped: true }] },
    })
    expect(equipmentSubsidy(pack, '2023-08-15', 5, 100_000).subsidyFen).toBe(120_000)
  })
  it('never pays for nothing, never more than the price, never beyond the cap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2_000_000 }), (units, price) => {
        const { subsidyFen } = equipmentSubsidy(pack, '2023-08-15', units, price)
        expect(Number.isInteger(subsidyFen)).toBe(true)
        expect(subsidyFen).toBeGreaterThanOrEqual(0)
        expect(subsidyFen).toBeLessThanOrEqual(Math.min(units * price, 500_000))
      }),
    )
  })
})

describe('the subsidy of a home of measured parts', () => {
  const works = { rateOf: 'building.ruralRateFenPerM2', capOf: 'building.ruralCapFen' }
  const paid = (areaM2: number, price: number) => areaSubsidy(pack, '2023-08-15', works, areaM2, price)

  it('is the accepted area by the rate, by the contract’s price where that is lower, to the cap', () => {
    expect(paid(70.9, 12_000)).toMatchObject({
      subsidyFen: 425_400,
      formula: { parts: [{ isCapped: false }] },
    })
    expect(paid(70.9, 5_000).subsidyFen).toBe(354_500)
    expect(paid(500, 12_000)).toMatchObject({ subsidyFen: 800_000, formula: { parts: [{ isCapped: true }] } })
    expect(paid(70.9, 12_000).formula.parameters.map(({ name, status }) => [name, status])).toEqual([
      ['building.ruralRateFenPerM2', 'assumed'],
      ['building.ruralCapFen', 'assumed'],
    ])
  })

  it('tells a part of a fen that was left off', () => {
    expect(isRounded(paid(0.01, 5_050).formula)).toBe(true)
    expect(paid(0.01, 5_050).subsidyFen).toBe(50)
    expect(isRounded(paid(0.02, 5_050).formula)).toBe(false)
    expect(isRounded(paid(500, 5_051).formula)).toBe(false)
  })

  it('never pays for nothing, never more than the contract asks, never beyond the cap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        (hundredths, price) => {
          const { subsidyFen } = paid(hundredths / 100, price)
          expect(Number.isInteger(subsidyFen)).toBe(true)
          expect(subsidyFen).toBeGreaterThanOrEqual(0)
          expect(subsidyFen).toBeLessThanOrEqual(Math.min((hundredths * price) / 100, 800_000))
        },
      ),
    )
  })
})

describe('the steps of a claim', () => {
  it('need another person each', () => {
    expect(mayStep('review', claim, 'b')).toEqual([])
    expect(codes(mayStep('review', claim, 'a'))).toEqual(['claim.same-person'])
    const reviewed = { ...claim, state: 'reviewed' as const, reviewedBy: 'b' }
    expect(codes(mayStep('approve', reviewed, 'b'))).toEqual(['claim.same-person'])
    const approved = { ...reviewed, state: 'approved' as const, approvedBy: 'c' }
    expect(codes(mayStep('pay', approved, 'c'))).toEqual(['claim.same-person'])
    expect(mayStep('pay', approved, 'd')).toEqual([])
  })
  it('come in their order and only while every home is payable', () => {
    expect(codes(mayStep('pay', { ...claim, unpayable: ['x'] }, 'd'))).toEqual([
      'claim.wrong-state',
      'claim.homes-no-longer-payable',
    ])
  })
})

describe('charging a fund', () => {
  const fund = { purpose: 'equipment', availableFen: 60 }
  it('keeps to purpose and budget', () => {
    expect(mayCharge(fund, 'equipment', 60)).toEqual([])
    expect(codes(mayCharge(fund, 'equipment', 61))).toEqual(['fund.budget-exceeded'])
    expect(codes(mayCharge(fund, 'operating', 1))).toEqual(['fund.other-purpose'])
    expect(codes(mayCharge(undefined, 'equipment', 1))).toEqual(['fund.not-found'])
  })

  it('pays only what has come in', () => {
    expect(mayPay({ bankFen: 60 }, 60)).toEqual([])
    expect(mayPay({ bankFen: 59 }, 60)).toMatchObject([
      { code: 'fund.not-received', facts: { bankFen: 59, amountFen: 60 } },
    ])
  })
})

describe('money received', () => {
  const today = '2023-08-15'
  it('came by today, and once', () => {
    const fresh = { usedFor: undefined }
    expect(checkReceived(fresh, { creditedOn: today }, today)).toEqual([])
    expect(codes(checkReceived(fresh, { creditedOn: '2023-08-16' }, today))).toEqual([
      'fund.received-in-future',
    ])
    const known = { usedFor: { day: today, amountFen: 5 } }
    expect(codes(checkReceived(known, { creditedOn: today }, today))).toEqual(['fund.reference-used'])
  })

  it('is taken back once, and while it is there', () => {
    const receipt = { reversedAct: null, amountFen: 60, bankFen: 60 }
    expect(mayReverse(receipt)).toEqual([])
    expect(codes(mayReverse({ ...receipt, bankFen: 59 }))).toEqual(['fund.receipt-spent'])
    expect(codes(mayReverse({ ...receipt, reversedAct: 'x' }))).toEqual(['fund.receipt-reversed'])
  })
})
