import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anIdNumber } from '../../modules/households/samples.ts'
import { repairsOf } from './repair-id.ts'

describe('repairs of an ID number', () => {
  it('has none for a number that checks', () => {
    expect(repairsOf(anIdNumber(7))).toEqual([])
  })
  it('holds the number it was, whichever digit was mistyped, and two neighbours swapped', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(16), fc.integer({ min: 1, max: 9 }), (n, place, by) => {
        const right = anIdNumber(n)
        const digit = String((Number(right[place]) + by) % 10)
        expect(repairsOf(right.slice(0, place) + digit + right.slice(place + 1))).toContain(right)
      }),
    )
  })
  it('has none for what is no number of a person at all', () => {
    expect(repairsOf('370683')).toEqual([])
    expect(repairsOf('')).toEqual([])
  })
})
