import { addDays, type Day } from './day.ts'

/** Public holidays and the weekend days worked instead, of the years somebody entered; other years know weekends only. */
export interface WorkingCalendar {
  years: Readonly<Record<string, { holidays: readonly { from: Day; to: Day }[]; workdays: readonly Day[] }>>
}

/**
 * The last day of a period of `days` that begins on `from`. The first day does not count, so that seven days are
 * seven whole days.
 */
export function lastDayOf(
  from: Day,
  days: number,
  counted: 'calendar' | 'working',
  calendar: WorkingCalendar,
): Day {
  if (counted === 'calendar') return addDays(from, days)
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

/** A holiday may begin in the last days of the year before, so every year's are looked at. */
export function isWorkingDay(day: Day, { years }: WorkingCalendar): boolean {
  for (const { holidays, workdays } of Object.values(years)) {
    if (workdays.includes(day)) return true
    if (holidays.some(({ from, to }) => from <= day && day <= to)) return false
  }
  return isWeekday(day)
}

/** The years between two days whose holidays nobody entered: there a period may end too early. */
export function yearsWithoutHolidays(from: Day, to: Day, { years }: WorkingCalendar): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => !(year in years))
}

export function isWeekday(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}
