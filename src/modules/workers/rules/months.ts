import { addDays, type Day } from '../../../kernel/dates/day.ts'

/** A calendar month, `YYYY-MM`. */
export type Month = string

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
export const monthOf = (day: Day): Month => day.slice(0, 7)
export const firstDayOf = (month: Month): Day => `${month}-01`

export const monthAfter = (month: Month): Month => {
  const [year = 0, nth = 0] = month.split('-').map(Number)
  return nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, '0')}`
}

export const lastDayOf = (month: Month): Day => addDays(firstDayOf(monthAfter(month)), -1)
