import { describe, expect, it } from 'vitest'
import { loadPack } from '../../../kernel/pack/load.ts'
import {
  checkDeduction,
  checkMeeting,
  mayClose,
  mayDeduct,
  mayRelease,
  retentionOf,
  withinContract,
} from './settlement.ts'

const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)
const today = '2023-08-16'

describe('settling against the contract', () => {
  it('never claims beyond what it ordered', () => {
    const terms = { centiOrdered: 100_00 }
    expect(withinContract(undefined, { centiClaimed: 0, centiAsked: 999_00 })).toEqual([])
    expect(withinContract(terms, { centiClaimed: 60_00, centiAsked: 40_00 })).toEqual([])
    expect(withinContract(terms, { centiClaimed: 60_00, centiAsked: 40_01 })).toMatchObject([
      { code: 'claim.beyond-contract', facts: { left: 40, asked: 40.01 } },
    ])
    // A supplement that orders less than is claimed leaves nothing, and not less than that.
    expect(withinContract(terms, { centiClaimed: 101_00, centiAsked: 1_00 })).toMatchObject([
      { facts: { left: 0 } },
    ])
  })
  it('takes off before the approval, less than is left', () => {
    for (const state of ['submitted', 'reviewed'] as const) expect(mayDeduct({ state })).toEqual([])
    for (const state of ['approved', 'paid', 'returned'] as const)
      expect(codes(mayDeduct({ state }))).toEqual(['claim.deduct-too-late'])
    const claim = { totalFen: 1_000, deductedFen: 400, isThere: false }
    expect(checkDeduction(claim, 599)).toEqual([])
    expect(codes(checkDeduction(claim, 600))).toEqual(['claim.deduct-too-much'])
    expect(codes(checkDeduction({ ...claim, isThere: true }, 1))).toEqual(['claim.deducted-already'])
  })
  it('keeps the contract’s share of what is left, down to the fen', () => {
    expect(retentionOf(999, { retentionPercent: 3 })).toBe(29)
    expect(retentionOf(999, { retentionPercent: 0 })).toBe(0)
    expect(retentionOf(999, undefined)).toBe(0)
  })
  it('needs the minutes of a meeting from the pack’s sum on', async () => {
    const pack = await loadPack(`${import.meta.dirname}/../../../../packs/laizhou-2023`)
    expect(checkMeeting(pack, today, 199_999_999, false)).toEqual([])
    expect(codes(checkMeeting(pack, today, 200_000_000, false))).toEqual(['claim.needs-meeting'])
    expect(checkMeeting(pack, today, 200_000_000, true)).toEqual([])
    const without = { ...pack, parameters: {} }
    expect(checkMeeting(without, today, 200_000_000, false)).toEqual([])
  })
  it('releases once, from the day on, by another person than who approved', () => {
    const kept = {
      ...{ state: 'paid' as const, retainedFen: 29, releasedOn: null, approvedBy: 'director' },
      releaseOn: today,
    }
    expect(mayRelease(kept, today, 'finance')).toEqual([])
    expect(codes(mayRelease(kept, '2023-08-15', 'director'))).toEqual([
      'claim.warranty-runs',
      'claim.same-person',
    ])
    expect(codes(mayRelease({ ...kept, releasedOn: today }, today, 'finance'))).toEqual([
      'claim.released-already',
    ])
    for (const nothing of [{ state: 'approved' as const }, { retainedFen: 0 }, { releaseOn: null }])
      expect(codes(mayRelease({ ...kept, ...nothing }, today, 'finance'))).toEqual(['claim.nothing-kept'])
  })
  it('is closed once, when nothing is open', () => {
    const lot = { awarded: true, closed: false, underWay: 0, unclaimed: 0, kept: 0 }
    expect(mayClose(lot)).toEqual([])
    expect(codes(mayClose({ ...lot, awarded: false }))).toEqual(['claim.lot-not-awarded'])
    expect(codes(mayClose({ ...lot, closed: true, kept: 1 }))).toEqual(['closing.closed-already'])
    expect(codes(mayClose({ ...lot, underWay: 1, unclaimed: 2, kept: 3 }))).toEqual([
      'closing.claims-under-way',
      'closing.homes-unclaimed',
      'closing.retention-kept',
    ])
  })
})
