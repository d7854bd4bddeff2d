import { unreadable } from './name-reading.ts'

const DOTS = /[·•‧・∙⋅･⸱．.]/gu
const HAN = /\p{Script=Han}/u

/**
 * A person's name as it is compared and stored: NFKC, no spaces between Chinese characters, one space between
 * words of other scripts, the middle dot of minority names always `·`.
 */
export function normaliseName(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]/gu, '')
  const spaced = plain.replace(/\s+/gu, ' ').trim()
  if (!HAN.test(spaced)) return spaced
  return spaced.replace(/ /gu, '').replace(DOTS, '·').replace(/·+/gu, '·').replace(/^·|·$/gu, '')
}

/**
 * Whether a normalised text names nobody: a formula, an address of the web, signs and figures alone. What hides
 * letters (`王*`, `□□`) is an unreadable name and no such text.
 */
export function isNoName(name: string): boolean {
  if (/["=\\|]|:\/\//u.test(name)) return true
  return !/\p{L}/u.test(name) && !unreadable.test(name)
}

/**
 * Whether two spellings are one name. Middle dots do not count, since registers of electricity and land often
 * leave them out; nor does the case of Latin letters. Blank is no name and equals nothing.
 */
export function sameName(a: string, b: string): boolean {
  const one = comparable(a)
  return one !== '' && one === comparable(b)
}

function comparable(name: string): string {
  return normaliseName(name).replace(/·/gu, '').toLowerCase()
}
