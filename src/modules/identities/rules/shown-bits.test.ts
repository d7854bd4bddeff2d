import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shownTenths } from './shown-bits.ts'

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

it('bits as they are shown add up to the score as it is shown, each within a tenth of what it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 1, maxLength: 12 }),
      (parts) => {
        const shown = shownTenths(parts, sum(parts))
        expect(sum(shown.parts) - shown.total).toBe(0)
        expect(Math.abs(shown.total - sum(parts) * 10)).toBeLessThanOrEqual(0.5001)
        for (const [at, part] of parts.entries())
          expect(Math.abs((shown.parts[at] ?? 0) - part * 10)).toBeLessThan(1.0001)
      },
    ),
  )
})

it('bits that rounding alone would leave a tenth short', () => {
  expect(shownTenths([0.34, 0.34, 0.34], 1.02)).toEqual({ parts: [4, 3, 3], total: 10 })
  expect(shownTenths([-0.26, 5.04, 0.04, 0.03], 4.85)).toMatchObject({ total: 49 })
  expect(sum(shownTenths([1.01, 2.02], 2.94).parts)).toBe(29)
})
