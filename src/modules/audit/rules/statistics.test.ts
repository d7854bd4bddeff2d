import { describe, expect, it } from 'vitest'
import { atMostFound, mostWrong, sizeToDraw } from './statistics.ts'

/** Exactly, by counting draws of whole numbers. */
function exactly(found: number, size: number, wrong: number, homes: number): number {
  const choose = (n: number, k: number): bigint => {
    if (k < 0 || k > n) return 0n
    let product = 1n
    for (let i = 0; i < k; i++) product = (product * BigInt(n - i)) / BigInt(i + 1)
    return product
  }
  let sum = 0n
  for (let k = 0; k <= found; k++) sum += choose(wrong, k) * choose(homes - wrong, size - k)
  return Number((sum * 10n ** 15n) / choose(homes, size)) / 1e15
}

describe('what a sample says', () => {
  it('is reckoned as by counting every draw there is', () => {
    for (const [found, size, wrong, homes] of [
      [0, 5, 2, 20],
      [1, 10, 3, 50],
      [2, 59, 50, 1000],
      [0, 93, 220, 22_000],
      [3, 7, 7, 7],
    ] as const)
      expect(atMostFound(found, size, wrong, homes)).toBeCloseTo(exactly(found, size, wrong, homes), 9)
  })

  it('is as large as auditors know it: 59 and 93 of many at 95 %', () => {
    expect(sizeToDraw(1_000_000, 95, 5)).toBe(59)
    expect(sizeToDraw(22_000, 95, 5)).toBeLessThanOrEqual(59)
    expect(sizeToDraw(1_000_000, 90, 1)).toBe(230)
    expect(sizeToDraw(1_000_000, 99, 1)).toBe(459)
  })

  it('is never larger than there are homes, and one is one', () => {
    expect(sizeToDraw(1, 99, 1)).toBe(1)
    for (const homes of [2, 7, 30, 100])
      for (const confidence of [90, 95, 99]) {
        const size = sizeToDraw(homes, confidence, 5)
        expect(size).toBeGreaterThanOrEqual(1)
        expect(size).toBeLessThanOrEqual(homes)
        const wrong = Math.max(1, Math.ceil(homes * 0.05))
        expect(atMostFound(0, size, wrong, homes)).toBeLessThanOrEqual(1 - confidence / 100 + 1e-12)
        if (size > 1) expect(atMostFound(0, size - 1, wrong, homes)).toBeGreaterThan(1 - confidence / 100)
      }
  })

  it('bounds what may be wrong: nothing known of none, all known of all', () => {
    expect(mostWrong(0, 0, 500, 95)).toBe(500)
    expect(mostWrong(0, 500, 500, 95)).toBe(0)
    expect(mostWrong(7, 500, 500, 95)).toBe(7)
    const bound = mostWrong(1, 60, 1000, 95)
    expect(exactly(1, 60, bound, 1000)).toBeGreaterThan(0.05)
    expect(exactly(1, 60, bound + 1, 1000)).toBeLessThanOrEqual(0.05)
    // A sample as large as was asked for, without a find, stays within what is tolerable.
    const size = sizeToDraw(1000, 95, 5)
    expect(mostWrong(0, size, 1000, 95)).toBeLessThan(50)
  })
})
