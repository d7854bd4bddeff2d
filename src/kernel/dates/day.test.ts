import { describe, expect, it } from 'vitest'
import { monthsAfter } from './day.ts'

describe('a day so many months later', () => {
  it('is the same day of its month, or the last where there is none', () => {
    expect(monthsAfter('2023-11-15', 0)).toBe('2023-11-15')
    expect(monthsAfter('2023-11-15', 2)).toBe('2024-01-15')
    expect(monthsAfter('2024-01-31', 1)).toBe('2024-02-29')
    expect(monthsAfter('2023-01-31', 1)).toBe('2023-02-28')
    expect(monthsAfter('2023-12-31', 12)).toBe('2024-12-31')
    expect(monthsAfter('2023-10-31', 1)).toBe('2023-11-30')
  })
})
