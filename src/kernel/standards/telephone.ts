import { isPowerOfTenText, withoutSpacing } from './plain-text.ts'

export type TelephoneProblem =
  | 'blank'
  | 'digits-lost'
  | 'wrong-characters'
  | 'wrong-length'
  | 'area-code-missing'

export type TelephoneReading =
  | { ok: true; telephone: string; kind: 'mobile' | 'landline'; extension?: string }
  | { ok: false; problem: TelephoneProblem }

/**
 * Reads a mainland telephone: a mobile of 11 digits (13x to 19x), or a landline with its area code, kept as
 * `0535-2212345`; its extension stands apart. The country code 86 and dashes or brackets between digits are read over.
 */
export function readTelephone(text: string): TelephoneReading {
  const whole = withoutSpacing(text)
  const [, before = '', extension = ''] = EXTENSION.exec(whole) ?? []
  const reading = readWithout(before === '' ? whole : before)
  if (extension === '' || !reading.ok) return reading
  // A mobile has no extension: what follows it is another number or a slip.
  return reading.kind === 'landline' ? { ...reading, extension } : { ok: false, problem: 'wrong-characters' }
}

/** 转8001, 分机8001, ext.8001, x8001, #8001, and -8001 after a landline of full length. */
const EXTENSION = /^(.+?\d)(?:转|分机|转分机|ext\.?|x|#|(?<=0\d{2,3}-?\d{7,8})[-‐‑‒–—―])(\d{1,6})$/i

function readWithout(plain: string): TelephoneReading {
  if (plain === '') return { ok: false, problem: 'blank' }
  if (isPowerOfTenText(plain)) return { ok: false, problem: 'digits-lost' }
  if (!/^\+?[\d()\-‐‑‒–—―]+$/.test(plain)) return { ok: false, problem: 'wrong-characters' }

  const digits = plain.replace(/\D/g, '').replace(/^(?:00)?86(?=1[3-9]\d{9}$|0?[1-9]\d{8,}$)/, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return { ok: true, telephone: digits, kind: 'mobile' }
  const landline = /^(0(?:10|2\d)|0[3-9]\d{2})([2-8]\d{6,7})$/.exec(digits)
  if (landline) return { ok: true, telephone: `${landline[1]}-${landline[2]}`, kind: 'landline' }
  if (/^[2-8]\d{6,7}$/.test(digits)) return { ok: false, problem: 'area-code-missing' }
  return { ok: false, problem: 'wrong-length' }
}
