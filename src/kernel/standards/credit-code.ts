import { isPowerOfTenText, withoutSpacing } from './plain-text.ts'

export type CreditCodeProblem =
  | 'blank'
  | 'digits-lost'
  | 'wrong-length'
  | 'letter-not-used'
  | 'wrong-characters'
  | 'wrong-check-character'

export type CreditCodeReading =
  | { ok: true; creditCode: string; organisationCheckPasses: boolean }
  | { ok: false; problem: CreditCodeProblem }

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Reads a unified social credit code (GB 32100): 18 characters, the last one a check. The organisation code
 * inside it (GB 11714) has a check of its own, which some genuine codes fail: worth a warning only.
 */
export function readCreditCode(text: string): CreditCodeReading {
  const plain = withoutSpacing(text).toUpperCase()
  if (plain === '') return { ok: false, problem: 'blank' }
  if (isPowerOfTenText(plain)) return { ok: false, problem: 'digits-lost' }
  if (!/^[0-9A-Z]+$/.test(plain)) return { ok: false, problem: 'wrong-characters' }
  if (plain.length !== 18) return { ok: false, problem: 'wrong-length' }
  if (/[IOSVZ]/.test(plain)) return { ok: false, problem: 'letter-not-used' }

  let sum = 0
  let weight = 1
  for (const character of plain.slice(0, 17)) {
    sum += weight * ALPHABET.indexOf(character)
    weight = (weight * 3) % 31
  }
  if (ALPHABET.charAt((31 - (sum % 31)) % 31) !== plain[17])
    return { ok: false, problem: 'wrong-check-character' }
  return {
    ok: true,
    creditCode: plain,
    organisationCheckPasses: organisationCheck(plain.slice(8, 16)) === plain[16],
  }
}

function organisationCheck(eight: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, at) => total + weight * parseInt(eight.charAt(at), 36),
    0,
  )
  return '0123456789X0'.charAt(11 - (sum % 11))
}
