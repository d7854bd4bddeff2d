import { describe, expect, it } from 'vitest'
import type { RecordContract } from '../model.ts'
import { amountOf, checkContract, type ContractFacts, countsOf, mayRecord, sumOf } from './contract.ts'

const facts: ContractFacts = {
  area: '370683000000',
  line: 'heating',
  awardedOn: '2023-06-20',
  unitPriceFen: 560_000,
  contractor: 'c',
  versions: 0,
  own: 0,
  closed: false,
  isThere: false,
}
const input = {
  lot: 'l',
  id: 'i',
  number: 'QN-2023-01',
  signedOn: '2023-06-28',
  advanceBasis: '合同第 6 条',
  retentionPercent: 3,
  warrantyMonths: 24,
  items: [
    { name: '热泵热风机', unit: '台', centiQuantity: 120_000, unitPriceFen: 560_000 },
    { name: '插座改造', unit: '处', centiQuantity: 33, unitPriceFen: 101 },
  ],
} satisfies RecordContract
const today = '2023-07-01'
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)

describe('the contract of a lot', () => {
  it('counts machines of a heating lot and m² of a building lot', () => {
    expect(countsOf('heating', '台')).toBe('unit')
    for (const unit of ['m²', '套', '处']) expect(countsOf('heating', unit)).toBeNull()
    expect(countsOf('building', '㎡')).toBe('m2')
    expect(countsOf('building', '平方米')).toBe('m2')
    expect(countsOf('building', '台')).toBeNull()
  })
  it('sums its items, each down to the fen', () => {
    expect(amountOf({ centiQuantity: 33, unitPriceFen: 101 })).toBe(33)
    expect(sumOf(input.items)).toBe(672_000_033)
  })
  it('follows the award, while the account is open', () => {
    expect(mayRecord(facts)).toEqual([])
    expect(codes(mayRecord({ ...facts, awardedOn: null }))).toEqual(['contract.lot-not-awarded'])
    expect(codes(mayRecord({ ...facts, closed: true }))).toEqual(['contract.lot-closed'])
    expect(checkContract(facts, input, today)).toEqual([])
    expect(codes(checkContract({ ...facts, isThere: true }, input, today))).toEqual(['contract.exists'])
    expect(codes(checkContract(facts, { ...input, signedOn: '2023-07-02' }, today))).toEqual([
      'contract.signed-in-future',
    ])
    expect(codes(checkContract(facts, { ...input, signedOn: '2023-06-19' }, today))).toEqual([
      'contract.before-award',
    ])
  })
  it('orders what the lot is for, at no higher price than the award', () => {
    const [, ...others] = input.items
    expect(codes(checkContract(facts, { ...input, items: others }, today))).toEqual([
      'contract.nothing-counted',
    ])
    const dear = { name: '热泵热风机', unit: '台', centiQuantity: 100, unitPriceFen: 560_001 }
    expect(checkContract(facts, { ...input, items: [dear] }, today)).toMatchObject([
      {
        code: 'contract.above-award',
        facts: { name: '热泵热风机', priceFen: 560_001, unitPriceFen: 560_000 },
      },
    ])
  })
  it('is supplemented with a reason', () => {
    expect(codes(checkContract({ ...facts, versions: 1, own: 1 }, input, today))).toEqual([
      'contract.needs-reason',
    ])
    expect(
      checkContract({ ...facts, versions: 1, own: 1 }, { ...input, reason: '增加 40 户' }, today),
    ).toEqual([])
    // A lot that was awarded anew has no contract yet, whatever the one before had signed.
    expect(checkContract({ ...facts, versions: 1 }, input, today)).toEqual([])
  })
})
