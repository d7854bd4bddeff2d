import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../kernel/dates/day.ts'
import { lastDayOf } from './period.ts'

describe('lastDayOf', () => {
  it('counts whole days after the first', () => {
    expect(lastDayOf('2023-08-15', 7, 'calendar')).toBe('2023-08-22')
    expect(lastDayOf('2023-02-27', 3, 'calendar')).toBe('2023-03-02')
  })
  it('skips Saturdays and Sundays where working days are counted', () => {
    // 2023-08-18 is a Friday.
    expect(lastDayOf('2023-08-18', 1, 'working')).toBe('2023-08-21')
    expect(lastDayOf('2023-08-15', 7, 'working')).toBe('2023-08-24')
    expect(lastDayOf('2023-08-19', 1, 'working')).toBe('2023-08-21')
  })
  it('never gives fewer days than asked, and ends on a working day', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const last = lastDayOf(from, days, 'working')
        expect(daysBetween(from, last)).toBeGreaterThanOrEqual(days)
        expect([0, 6]).not.toContain(new Date(`${last}T00:00:00Z`).getUTCDay())
      }),
    )
  })
})
