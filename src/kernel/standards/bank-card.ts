import { isPowerOfTenText, withoutSpacing } from './plain-text.ts'

export type BankCardProblem = 'blank' | 'digits-lost' | 'wrong-characters' | 'wrong-length'

export type BankCardReading =
  | { ok: true; card: string; passesLuhn: boolean }
  | { ok: false; problem: BankCardProblem }

/**
 * Reads a bank card or passbook account: 12 to 30 digits. `passesLuhn` only deserves a warning, since
 * passbooks and some social-security cards carry numbers made by other rules.
 */
export function readBankCard(text: string): BankCardReading {
  const plain = withoutSpacing(text).replace(/[-‐‑‒–—―]/g, '')
  if (plain === '') return { ok: false, problem: 'blank' }
  if (isPowerOfTenText(plain)) return { ok: false, problem: 'digits-lost' }
  if (!/^\d+$/.test(plain)) return { ok: false, problem: 'wrong-characters' }
  if (plain.length < 12 || plain.length > 30) return { ok: false, problem: 'wrong-length' }
  return { ok: true, card: plain, passesLuhn: passesLuhn(plain) }
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
