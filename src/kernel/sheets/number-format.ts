/** How a stored number is to be understood: as itself, as a day or time, or as digits padded to a width. */
export type NumberFormat = { kind: 'number' } | { kind: 'date' } | { kind: 'padded'; width: number }

const NUMBER: NumberFormat = { kind: 'number' }
const DATE: NumberFormat = { kind: 'date' }

/**
 * Built-in format numbers. 27–36 and 50–58 are dates in Chinese, Japanese and Korean versions and unused
 * elsewhere; 46 is elapsed time, a quantity.
 */
export function builtInFormat(id: number): NumberFormat {
  const isDate =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58)
  return isDate ? DATE : NUMBER
}

/** Reads a format code such as `yyyy"年"m"月"d"日"`, `0.00_ ` or `0000000000`. */
export function readFormatCode(code: string): NumberFormat {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return NUMBER
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[\\_*]./g, '')
  if (/^0{2,30}$/.test(bare)) return { kind: 'padded', width: bare.length }
  if (/general/i.test(bare)) return NUMBER
  return /[ymdhs]/i.test(bare) ? DATE : NUMBER
}

/**
 * A stored number as plain decimal text, at the fifteen digits a spreadsheet itself shows: no power of ten, no
 * binary dust (0.1 + 0.2 is 0.3). Whole numbers keep all the digits they were stored with.
 */
export function numberText(value: number): string {
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(15))
  const text = String(rounded)
  if (!text.includes('e')) return text
  if (Math.abs(rounded) >= 1) return BigInt(rounded).toString()
  return rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '')
}

/** Whether a stored number is so long (sixteen digits and more) that a spreadsheet cannot have kept its last ones. */
export function losesDigits(value: number): boolean {
  return Math.abs(value) >= 1e15
}

/** A long number that passed through a text format after a spreadsheet had shortened it. */
export const POWER_OF_TEN = /^\s*\d(?:\.\d+)?[Ee]\+\d{2,3}\s*$/

const DAY_MS = 86_400_000
const LAST_SERIAL = 2_958_466

/**
 * A stored day number as `YYYY-MM-DD`, with ` HH:MM:SS` where it has a time, or the time alone below one day;
 * undefined where no such day exists. The 1900 system counts a 29 February 1900 that never was.
 */
export function dayNumberText(serial: number, since1904: boolean): string | undefined {
  let seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  seconds -= days * 86_400
  if (serial < 0 || days >= LAST_SERIAL) return undefined
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => two(Math.floor(part)))
    .join(':')
  if (days === 0 && !since1904) return seconds === 0 ? undefined : time
  const day = since1904 ? dayText(Date.UTC(1904, 0, 1), days) : dayTextSince1900(days)
  return seconds === 0 ? day : `${day} ${time}`
}

function dayTextSince1900(days: number): string {
  if (days === 60) return '1900-02-29'
  return dayText(Date.UTC(1899, 11, days < 60 ? 31 : 30), days)
}

function dayText(start: number, days: number): string {
  return new Date(start + days * DAY_MS).toISOString().slice(0, 10)
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
