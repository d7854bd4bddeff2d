import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from './day.ts'
import { isWeekday, isWorkingDay, lastDayOf, type WorkingCalendar, yearsWithoutHolidays } from './period.ts'

const none: WorkingCalendar = { years: {} }
const calendar: WorkingCalendar = {
  years: {
    2023: {
      holidays: [
        { from: '2022-12-31', to: '2023-01-02' },
        { from: '2023-09-29', to: '2023-10-06' },
      ],
      workdays: ['2023-10-07', '2023-10-08'],
    },
  },
}

describe('lastDayOf', () => {
  it('counts whole days after the first', () => {
    expect(lastDayOf('2023-08-15', 7, 'calendar', calendar)).toBe('2023-08-22')
    expect(lastDayOf('2023-02-27', 3, 'calendar', none)).toBe('2023-03-02')
  })
  it('skips Saturdays and Sundays where working days are counted', () => {
    // 2023-08-18 is a Friday.
    expect(lastDayOf('2023-08-18', 1, 'working', none)).toBe('2023-08-21')
    expect(lastDayOf('2023-08-15', 7, 'working', none)).toBe('2023-08-24')
    expect(lastDayOf('2023-08-19', 1, 'working', none)).toBe('2023-08-21')
  })
  it('skips public holidays and counts the weekend days worked instead', () => {
    // Thursday; then eight days of holiday, and a Saturday and a Sunday at work.
    expect(lastDayOf('2023-09-28', 1, 'working', calendar)).toBe('2023-10-07')
    expect(lastDayOf('2023-09-28', 3, 'working', calendar)).toBe('2023-10-09')
    expect(lastDayOf('2022-12-30', 1, 'working', calendar)).toBe('2023-01-03')
  })
  it('never gives fewer days than asked, ends on a working day and counts exactly as many', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2022-06-01', n))
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(none, calendar),
        (from, days, known) => {
          const last = lastDayOf(from, days, 'working', known)
          const passed = daysBetween(from, last)
          expect(passed).toBeGreaterThanOrEqual(days)
          expect(isWorkingDay(last, known)).toBe(true)
          const worked = Array.from({ length: passed }, (_, i) => addDays(from, i + 1))
          expect(worked.filter((each) => isWorkingDay(each, known))).toHaveLength(days)
        },
      ),
    )
  })
})

describe('a year nobody entered', () => {
  it('knows weekends only, and is named', () => {
    expect(isWorkingDay('2025-10-01', calendar)).toBe(isWeekday('2025-10-01'))
    expect(yearsWithoutHolidays('2023-12-20', '2025-01-04', calendar)).toEqual([2024, 2025])
    expect(yearsWithoutHolidays('2023-03-01', '2023-03-09', calendar)).toEqual([])
  })
})
