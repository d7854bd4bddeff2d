import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountSums } from './lot-sums.ts'

const claim = fc
  .record({
    state: fc.constantFrom('submitted', 'reviewed', 'approved', 'paid'),
    units: fc.nat(900),
    totalFen: fc.integer({ min: 1, max: 1_000_000_000 }),
    off: fc.double({ min: 0, max: 0.99, noNaN: true }),
    percent: fc.nat(30),
    released: fc.boolean(),
  })
  .map(({ state, units, totalFen, off, percent, released }) => {
    const deductedFen = Math.floor(totalFen * off)
    const retainedFen =
      state === 'approved' || state === 'paid' ? Math.floor(((totalFen - deductedFen) * percent) / 100) : 0
    const releasedOn = state === 'paid' && released && retainedFen > 0 ? '2025-08-16' : null
    const paidFen = state === 'paid' ? totalFen - deductedFen - (releasedOn ? 0 : retainedFen) : 0
    return { state, units, areaM2: 0, totalFen, deductedFen, retainedFen, releasedOn, paidFen }
  })

describe('the account of a lot', () => {
  it('balances to the fen: claimed less what is off is paid, kept or not paid yet', () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 20 }), (claims) => {
        const sums = accountSums({ claims, lot: { line: 'heating' } })
        expect(sums.paidFen + sums.keptFen + sums.unpaidFen).toBe(sums.totalFen - sums.deductedFen)
        // Not paid yet is exactly what is on its way, after what is off it.
        const underWay = claims
          .filter(({ state }) => state !== 'paid')
          .reduce((all, { totalFen, deductedFen }) => all + totalFen - deductedFen, 0)
        expect(sums.unpaidFen).toBe(underWay)
        expect(sums.quantity).toBe(claims.reduce((all, { units }) => all + units, 0))
      }),
    )
  })
})
