import type { Day } from '../dates/day.ts'
import { isPowerOfTenText, withoutSpacing } from './plain-text.ts'

export type Sex = 'male' | 'female'

export type IdNumberProblem =
  | 'blank'
  | 'digits-lost'
  | 'wrong-length'
  | 'wrong-characters'
  | 'no-such-region'
  | 'no-such-day'
  | 'not-yet-born'
  | 'born-too-long-ago'
  | 'wrong-check-digit'

export type IdNumberReading =
  | { ok: true; idNumber: string; birthDay: string; sex: Sex; wasFifteen: boolean }
  | { ok: false; problem: IdNumberProblem }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
/** Nobody is known to have lived longer. */
const longestLifeYears = 130

/**
 * Reads a citizen's identity number (GB 11643): 18 characters, or the 15 digits issued until 1999, which are
 * converted. Full-width characters, spaces and a lower-case x are read as what they stand for; anything else
 * that is wrong is named, never repaired. The region prefix is not compared with any county: people keep the
 * prefix of the place that first registered them, under the name it then had.
 *
 * @param today the day on which it is read: nobody is born later, nor lived longer ago than anybody has lived; left
 *   undefined where a number is only compared with others and no day belongs to it
 * @returns the number in 18 characters with an upper-case X, the day of birth as YYYY-MM-DD and the sex it states
 */
export function readIdNumber(text: string, today: Day | undefined): IdNumberReading {
  const plain = withoutSpacing(text).toUpperCase()
  if (plain === '') return { ok: false, problem: 'blank' }
  if (isPowerOfTenText(plain)) return { ok: false, problem: 'digits-lost' }
  if (!/^[0-9X]+$/.test(plain)) return { ok: false, problem: 'wrong-characters' }
  if (plain.length !== 15 && plain.length !== 18) return { ok: false, problem: 'wrong-length' }

  const wasFifteen = plain.length === 15
  if (!(wasFifteen ? /^\d{15}$/ : /^\d{17}[\dX]$/).test(plain))
    return { ok: false, problem: 'wrong-characters' }
  const body = wasFifteen ? plain.slice(0, 6) + centuryOfFifteen(plain) + plain.slice(6) : plain.slice(0, 17)
  if (body.startsWith('0')) return { ok: false, problem: 'no-such-region' }
  const birthDay = dayOf(body.slice(6, 14))
  if (birthDay === undefined) return { ok: false, problem: 'no-such-day' }

  const idNumber = body + checkCharacter(body)
  if (!wasFifteen && idNumber !== plain) {
    // Spreadsheets keep 15 digits of a number: an 18-digit one comes back with 000 at its end.
    return { ok: false, problem: plain.endsWith('000') ? 'digits-lost' : 'wrong-check-digit' }
  }
  if (today !== undefined && birthDay > today) return { ok: false, problem: 'not-yet-born' }
  if (today !== undefined && birthDay.slice(0, 4) < String(Number(today.slice(0, 4)) - longestLifeYears))
    return { ok: false, problem: 'born-too-long-ago' }
  return { ok: true, idNumber, birthDay, sex: Number(body[16]) % 2 === 1 ? 'male' : 'female', wasFifteen }
}

/** GB 11643-1989 gave the sequence numbers 996 to 999 to people then over a hundred, born in the 1800s. */
function centuryOfFifteen(fifteen: string): string {
  return Number(fifteen.slice(12)) >= 996 ? '18' : '19'
}

function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

function dayOf(digits: string): string | undefined {
  const year = Number(digits.slice(0, 4))
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  if (year < 1850 || month < 1 || month > 12 || day < 1) return undefined
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
}
