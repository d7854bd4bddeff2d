import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { product, rounded } from './exact.ts'

const floorProduct = (factors: number[], divisor: number) => rounded(product(factors, divisor), 'down')

describe('a product rounded down once', () => {
  it('is exact where floating point is a fen short', () => {
    expect(Math.floor((1_000 * 0.58 * 100) / 100)).toBe(580)
    expect(Math.floor(4.35 * 100)).toBe(434)
    expect(floorProduct([4.35, 100], 1)).toBe(435)
    expect(floorProduct([1.005, 1000], 1)).toBe(1005)
    expect(floorProduct([0.1, 3], 0.3)).toBe(1)
  })

  it('agrees with exact arithmetic on hundredths', () => {
    const hundredths = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(hundredths, hundredths, fc.integer({ min: 1, max: 10_000 }), (a, b, divisor) => {
        expect(floorProduct([a / 100, b / 100], divisor)).toBe(
          Number((BigInt(a) * BigInt(b)) / (10_000n * BigInt(divisor))),
        )
      }),
    )
  })

  it('reads very small and very large decimals', () => {
    expect(floorProduct([1e-7, 1e9], 1)).toBe(100)
    expect(floorProduct([1e21], 1e20)).toBe(10)
  })

  it('refuses what is no quantity, and what cannot be paid exactly', () => {
    expect(() => floorProduct([-1], 1)).toThrow('no quantity')
    expect(() => floorProduct([Number.NaN], 1)).toThrow('no quantity')
    expect(() => floorProduct([1], 0)).toThrow('nobody')
    expect(() => floorProduct([9e15, 2], 1)).toThrow('too large')
  })
})
