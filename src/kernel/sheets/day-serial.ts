import type { StyledCell } from './sheet-xml.ts'

const DAY_MS = 86_400_000
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
/** Before this day the 1900 system counts a day that never was; such days are written as text. */
const FIRST_SAFE_SERIAL = 61

/** A day or local instant as text (`YYYY-MM-DD`, ` HH:MM:SS` or both) as a spreadsheet date; as text where it is none. */
export function dayCell(text: string): StyledCell {
  const match = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:(?:^|[ T])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(text)
  if (!match || text === '') return { value: text, format: 'text' }
  const [, year, month, day, hour, minute, second] = match.map(Number)
  const time = match[4] === undefined ? 0 : ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second || 0)) / 86_400
  if (match[1] === undefined) return { value: time, format: 'time' }
  const start = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1)
  const serial = (start - SERIAL_ZERO) / DAY_MS
  const isReal = new Date(start).toISOString().slice(0, 10) === text.slice(0, 10)
  if (!isReal || serial < FIRST_SAFE_SERIAL) return { value: text, format: 'text' }
  return { value: serial + time, format: match[4] === undefined ? 'day' : 'instant' }
}

/** An instant as a spreadsheet date in Shanghai time, to the second. */
export function instantCell(instant: Date): StyledCell {
  if (Number.isNaN(instant.getTime())) return { value: null }
  return dayCell(new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19))
}
