import fc from 'fast-check'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { programFolder } from '../../kernel/database/program-folder.ts'
import { loadPack } from '../../kernel/pack/load.ts'
import type { Pack } from '../../kernel/pack/pack.ts'
import type { Reckoning } from '../../kernel/pack/reckon.ts'
import {
  checkFinding,
  checkRepayment,
  checkUsage,
  instalmentsOf,
  mayCount,
  mayReview,
  maySeason,
  operatingSubsidy,
  type Owed,
  spread,
} from './rules.ts'

let pack: Pack
beforeAll(async () => {
  pack = await loadPack(path.join(programFolder(), 'packs', 'laizhou-2023'))
})

const isRounded = ({ parts }: Reckoning) => parts.some((part) => part.isRounded)

const codes = (refusals: { code: string }[]) => refusals.map((refusal) => refusal.code)

/** The same pack with another rate and cap. */
function packWith(rateFenPerKwh: number, capKwh: number): Pack {
  const put = (name: string, value: number) => {
    const parameter = pack.parameters[name]
    if (!parameter) throw new Error(name)
    return { ...parameter, values: [{ from: '2023-04-05', value }] }
  }
  return {
    ...pack,
    parameters: {
      ...pack.parameters,
      'operating.rateFenPerKwh': put('operating.rateFenPerKwh', rateFenPerKwh),
      'operating.capKwh': put('operating.capKwh', capKwh),
    },
  }
}

describe('the operating subsidy', () => {
  it('is kWh times the rate, whole fen, rounded down once', () => {
    expect(operatingSubsidy(pack, '2024-03-31', { usedCentiKwh: 200_051 })).toMatchObject({
      amountFen: 40_010,
      formula: {
        parts: [{ centi: 200_051, countedCenti: 200_051, products: [{ centi: 200_051, rate: 20 }] }],
      },
    })
    expect(operatingSubsidy(pack, '2024-03-31', { usedCentiKwh: 4 }).amountFen).toBe(0)
    expect(operatingSubsidy(pack, '2024-03-31', { usedCentiKwh: 5 }).amountFen).toBe(1)
  })

  it('stops at the cap, and says so only beyond it', () => {
    expect(operatingSubsidy(pack, '2024-03-31', { usedCentiKwh: 600_000 })).toMatchObject({
      amountFen: 120_000,
      formula: { parts: [{ centi: 600_000, countedCenti: 600_000 }] },
    })
    expect(operatingSubsidy(pack, '2024-03-31', { usedCentiKwh: 600_001 })).toMatchObject({
      amountFen: 120_000,
      formula: { parts: [{ centi: 600_001, countedCenti: 600_000 }] },
    })
  })

  it('marks what the plan does not fix', () => {
    const { formula } = operatingSubsidy(pack, '2024-03-31', { usedCentiKwh: 1 })
    expect(formula.parameters.map(({ name, status }) => [name, status])).toEqual([
      ['operating.rateFenPerKwh', 'assumed'],
      ['operating.capKwh', 'assumed'],
    ])
  })

  it('takes the values of the day it is asked for', () => {
    const rate = pack.parameters['operating.rateFenPerKwh']
    if (!rate) throw new Error('There is no rate.')
    const later = {
      ...pack,
      parameters: {
        ...pack.parameters,
        'operating.rateFenPerKwh': { ...rate, values: [...rate.values, { from: '2024-04-01', value: 25 }] },
      },
    }
    expect(operatingSubsidy(later, '2024-03-31', { usedCentiKwh: 100_000 }).amountFen).toBe(20_000)
    expect(operatingSubsidy(later, '2024-04-01', { usedCentiKwh: 100_000 }).amountFen).toBe(25_000)
  })

  it('is exact for any rate and cap: the floor of the product, never negative, never beyond the cap', () => {
    const tenths = fc.integer({ min: 0, max: 2_000 })
    fc.assert(
      fc.property(
        tenths,
        tenths,
        fc.integer({ min: 0, max: 100_000_000 }),
        (rateTenths, capTenths, usedCentiKwh) => {
          const { amountFen } = operatingSubsidy(packWith(rateTenths / 10, capTenths / 10), '2024-03-31', {
            usedCentiKwh,
          })
          const counted = BigInt(Math.min(usedCentiKwh, capTenths * 10))
          expect(amountFen).toBe(Number((counted * BigInt(rateTenths)) / 1000n))
          expect(amountFen).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  it('tells an amount that left off a part of a fen from an exact one', () => {
    const dropped = (rate: number, used: number) =>
      isRounded(operatingSubsidy(packWith(rate, 6000), '2024-03-31', { usedCentiKwh: used }).formula)
    expect(dropped(20, 200_050)).toBe(false)
    expect(dropped(20, 200_051)).toBe(true)
    expect(dropped(20.1, 200_000)).toBe(false)
    expect(dropped(20.1, 200_050)).toBe(true)
    expect(dropped(20.0001, 100)).toBe(true)
    expect(dropped(20, 700_001)).toBe(false)
  })

  it('never grows less when more is used', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700_000 }), fc.integer({ min: 0, max: 1000 }), (used, more) => {
        expect(
          operatingSubsidy(pack, '2024-03-31', { usedCentiKwh: used + more }).amountFen,
        ).toBeGreaterThanOrEqual(operatingSubsidy(pack, '2024-03-31', { usedCentiKwh: used }).amountFen)
      }),
    )
  })
})

describe('spreading a repayment', () => {
  const lines = fc.array(
    fc.record({
      amountFen: fc.integer({ min: 1, max: 10_000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 6 },
  )
  it('gives all of it to what is owed, no line more than it is owed, in their order', () => {
    fc.assert(
      fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (given, part) => {
        const items: Owed[] = given.map(({ amountFen, share }, at) => ({
          kind: 'operating',
          source: String(at),
          fund: String(at % 2),
          amountFen,
          settledFen: Math.floor(amountFen * share),
        }))
        const left = items.reduce((sum, item) => sum + item.amountFen - item.settledFen, 0)
        const amount = Math.floor(left * part)
        const parts = spread(amount, items)
        expect(parts.reduce((sum, one) => sum + one.amountFen, 0)).toBe(amount)
        for (const { item, amountFen } of parts) {
          expect(amountFen).toBeGreaterThan(0)
          expect(item.settledFen + amountFen).toBeLessThanOrEqual(item.amountFen)
        }
        // Only the last line may be left half repaid.
        for (const { item, amountFen } of parts.slice(0, -1))
          expect(item.settledFen + amountFen).toBe(item.amountFen)
      }),
    )
  })
})

describe('a season', () => {
  const others = [{ name: '去年', startsOn: '2022-11-15', endsOn: '2023-03-31' }]
  it('overlaps with no other and is paid from an operating fund', () => {
    const fund = { purpose: 'operating' }
    expect(maySeason(pack, { startsOn: '2023-04-01', endsOn: '2023-04-06' }, fund, others)).toEqual([])
    expect(codes(maySeason(pack, { startsOn: '2023-03-31', endsOn: '2023-11-15' }, fund, others))).toEqual([
      'season.overlaps',
    ])
    expect(
      codes(maySeason(pack, { startsOn: '2023-11-15', endsOn: '2023-11-15' }, undefined, others)),
    ).toEqual(['season.ends-before-start', 'fund.not-found'])
  })
  it('is opened only where the policy has its rate and cap', () => {
    const early = { startsOn: '2021-11-15', endsOn: '2022-03-31' }
    expect(codes(maySeason(pack, early, { purpose: 'operating' }, []))).toEqual(['season.no-parameters'])
  })
  it('is counted the day after it ends, not before', () => {
    expect(codes(mayCount({ endsOn: '2024-03-31' }, '2024-03-31'))).toEqual(['season.not-over'])
    expect(mayCount({ endsOn: '2024-03-31' }, '2024-04-01')).toEqual([])
  })
})

describe('a review', () => {
  it('has something to look over, and another pair of eyes', () => {
    expect(codes(mayReview({ ready: 0, earlier: ['a'] }, 'a'))).toEqual(['statement.nothing-to-review'])
    expect(codes(mayReview({ ready: 2, earlier: ['a', null, 'b'] }, 'b'))).toEqual(['statement.same-person'])
    expect(mayReview({ ready: 2, earlier: ['a', null] }, 'b')).toEqual([])
  })
})

describe('a workbook of readings', () => {
  const fine = { matched: [1], readBefore: 0, problems: [] }
  const warning = {
    code: 'usage.unknown-account',
    severity: 'warning' as const,
    words: { zh: '无', en: 'none' },
  }
  it('may hold rows of nobody, but nothing wrong', () => {
    expect(checkUsage({ ...fine, problems: [warning] }, false, 'f')).toEqual([])
    expect(codes(checkUsage({ ...fine, matched: [], problems: [warning] }, false, 'f'))).toEqual([
      'usage.nothing-matched',
    ])
    const wrong = { ...warning, code: 'usage.backwards', severity: 'error' as const, row: 7 }
    const [refusal] = checkUsage({ ...fine, problems: [warning, wrong] }, false, 'f')
    expect(refusal).toMatchObject({
      code: 'workbook.faulty',
      facts: { problems: 1, zh: '第 7 行：无', en: 'Row 7: none' },
    })
  })
  it('is taken once and must be uploaded', () => {
    expect(codes(checkUsage(undefined, true, 'f'))).toEqual(['usage.same-file'])
    expect(codes(checkUsage(undefined, false, 'f'))).toEqual(['evidence.not-uploaded'])
  })
})

describe('a finding and a repayment', () => {
  it('are of a day that can be', () => {
    const home = { acceptedOn: '2023-09-20' }
    expect(checkFinding(home, '2023-09-20', '2024-01-10')).toEqual([])
    expect(codes(checkFinding(home, '2023-09-19', '2024-01-10'))).toEqual(['coal.before-acceptance'])
    expect(codes(checkFinding(home, '2024-01-11', '2024-01-10'))).toEqual(['coal.in-future'])
    const recovery = { owedFen: 100, settledFen: 40, foundOn: '2024-01-05', usedFor: undefined }
    expect(checkRepayment(recovery, { amountFen: 60, paidOn: '2024-01-10' }, '2024-01-10')).toEqual([])
    expect(codes(checkRepayment(recovery, { amountFen: 61, paidOn: '2024-01-11' }, '2024-01-10'))).toEqual([
      'recovery.more-than-owed',
      'recovery.in-future',
    ])
    const twice = { ...recovery, usedFor: { day: '2024-01-06', amountFen: 10 } }
    expect(codes(checkRepayment(twice, { amountFen: 60, paidOn: '2024-01-04' }, '2024-01-10'))).toEqual([
      'recovery.before-finding',
      'recovery.reference-used',
    ])
  })
})

describe('instalments', () => {
  it('are a month apart, none empty, and add up to what is owed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 120 }),
        fc.integer({ min: 120, max: 10_000_000 }),
        (count, leftFen) => {
          const plan = instalmentsOf(leftFen, count, '2024-01-31')
          expect(plan).toHaveLength(count)
          expect(plan.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(leftFen)
          expect(plan.every(({ amountFen }) => amountFen > 0)).toBe(true)
          expect(new Set(plan.map(({ dueOn }) => dueOn.slice(0, 7))).size).toBe(count)
          const last = plan.at(-1)?.amountFen ?? 0
          expect(last - (plan[0]?.amountFen ?? 0)).toBeLessThan(count)
        },
      ),
    )
  })
})
