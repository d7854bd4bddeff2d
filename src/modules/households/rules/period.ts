import { addDays, type Day } from '../../../kernel/dates/day.ts'

/**
 * The last day of a period of `days` that begins on `from`. The first day does not count, so that seven days are
 * seven whole days. Working days are Monday to Friday; a public holiday among them makes the period no shorter
 * than the calendar would, only the county's holiday list could tell.
 */
export function lastDayOf(from: Day, days: number, counted: 'calendar' | 'working'): Day {
  if (counted === 'calendar') return addDays(from, days)
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWeekday(day)) left -= 1
  }
  return day
}

function isWeekday(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}
