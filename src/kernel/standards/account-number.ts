import { isPowerOfTenText, withoutSpacing } from './plain-text.ts'

export type AccountNumberProblem =
  | 'blank'
  | 'digits-lost'
  | 'wrong-characters'
  | 'leading-zero-missing'
  | 'wrong-length'

export type AccountNumberReading =
  | { ok: true; accountNumber: string }
  | { ok: false; problem: AccountNumberProblem }

/**
 * Reads an electricity account number (用电户号): 13 digits, or the 10 digits still printed on older bills.
 * It is a name made of digits, not a quantity: kept as text, with its leading zeros.
 */
export function readAccountNumber(text: string): AccountNumberReading {
  const plain = withoutSpacing(text)
  if (plain === '') return { ok: false, problem: 'blank' }
  if (isPowerOfTenText(plain)) return { ok: false, problem: 'digits-lost' }
  if (!/^\d+$/.test(plain)) return { ok: false, problem: 'wrong-characters' }
  if (plain.length === 10 || plain.length === 13) return { ok: true, accountNumber: plain }
  // A spreadsheet that takes the account for a quantity drops a zero at its front.
  const oneShort = (plain.length === 9 || plain.length === 12) && !plain.startsWith('0')
  return { ok: false, problem: oneShort ? 'leading-zero-missing' : 'wrong-length' }
}

/** Two numbers of one length that a single slip of the pen makes each other. */
export function differInOneDigit(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let differing = 0
  for (let i = 0; i < one.length && differing < 2; i++) if (one[i] !== other[i]) differing++
  return differing === 1
}
