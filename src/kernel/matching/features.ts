import { normaliseName } from '../standards/names.ts'
import { pinyinOf } from '../standards/name-pinyin.ts'
import { readIdNumber } from '../standards/id-number.ts'
import { withoutSpacing } from '../standards/plain-text.ts'
import type { FieldKind } from './model.ts'
import { repairsOf } from './repair-id.ts'

/** The columns a kind of field is kept in, after the field's key: `f0`, `f0_sound`, … */
export const columnsOf: Record<FieldKind, readonly string[]> = {
  name: [''],
  'chinese-name': ['', '_sound'],
  'id-number': ['', '_ends', '_birth', '_repairs'],
  date: [''],
  address: ['', '_numbers'],
  number: [''],
  telephone: [''],
  area: [''],
  text: [''],
}

export type Feature = string | string[] | null

/** What is compared of a text, in the order of `columnsOf`. Nulls are missing and say nothing. */
export function featuresOf(kind: FieldKind, text: string): Feature[] {
  switch (kind) {
    case 'name':
      return [plainWords(text).replace(/ /g, '') || null]
    case 'chinese-name': {
      // Registers hide letters as 张*三 or 张某: the pattern is kept as LIKE reads it.
      const name = normaliseName(text)
        .replace(/[%_\\]/gu, '')
        .replace(hidden, '%')
      return name === '' ? [null, null] : [name, soundOf(name)]
    }
    case 'id-number':
      return idFeatures(text)
    case 'date':
      return [digitsOfDate(text)]
    case 'address': {
      const address = plainAddress(text)
      return address === '' ? [null, null] : [address, numbersOf(address)]
    }
    case 'number':
      return [plainNumber(text)]
    case 'area':
      return [withoutSpacing(text).toLowerCase() || null]
    case 'telephone':
      return [digitsOfTelephone(text)]
    case 'text':
      return [plainWords(text) || null]
  }
}

function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A number or the number of a deed: letters and digits, without brackets and the words around it (第…号). */
function plainNumber(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/[第号字]/gu, '')
  return plain || null
}

/**
 * Syllables without tone, and without the differences speakers of the north leave out: n/ng, zh/z, ch/c, sh/s.
 * Letter by letter, so that the same letters always sound the same.
 */
function soundOf(name: string): string {
  return Array.from(name, (letter, at) => soundOfLetter(letter, at === 0)).join('')
}

const sounds = [new Map<string, string>(), new Map<string, string>()] as const

function soundOfLetter(letter: string, isSurname: boolean): string {
  const known = sounds[isSurname ? 0 : 1]
  let sound = known.get(letter)
  if (sound === undefined) {
    const full = /\p{Script=Han}/u.test(letter) ? pinyinOf(isSurname ? letter : `王${letter}`).full : letter
    sound = full
      .replace(/^wang(?=.)/, '')
      .replace(/^([zcs])h/, '$1')
      .replace(/(?<=[aei])ng$/, 'n')
    known.set(letter, sound)
  }
  return sound
}

function idFeatures(text: string): Feature[] {
  const plain = withoutSpacing(text).toUpperCase()
  if (plain === '') return [null, null, null, null]
  const reading = readIdNumber(plain, undefined)
  if (reading.ok) return [reading.idNumber, endsOf(reading.idNumber), reading.birthDay, null]
  const birth = /^\d{6}((?:18|19|20)\d{6})/.exec(plain)?.[1]
  const birthDay = birth ? `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}` : null
  if (/[^0-9X]/.test(plain))
    return [null, /^\d{6}.*\d{3}[\dX]$/.test(plain) ? endsOf(plain) : null, birthDay, null]
  return [`?${plain}`, null, birthDay, repairsOf(plain)]
}

const hidden = /(?<=\p{Script=Han})[*＊×?□○●某XxＸ]+|[*＊×?□○●某]+(?=\p{Script=Han})/gu

/** What masked lists leave to see: the first six and the last four. */
const endsOf = (idNumber: string) => `${idNumber.slice(0, 6)}${idNumber.slice(-4)}`

function digitsOfDate(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  const parts = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(plain)
  if (parts) return `${parts[1]}${parts[2]?.padStart(2, '0')}${parts[3]?.padStart(2, '0')}`
  return plain.replace(/\D/g, '') || null
}

function digitsOfTelephone(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/\D/g, '')
  return digits.replace(/^(?:00)?86(?=1\d{10}$)/, '') || null
}

const chineseDigits: Readonly<Record<string, string>> = Object.fromEntries(
  [...'〇零一二三四五六七八九'].map((digit, at) => [digit, String(Math.max(0, at - 1))]),
)

/** An address without what people write one way or the other: widths, dashes, spaces, 号院/号/户, Chinese numerals. */
function plainAddress(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:\p{Script=Han}{2,3}省)?(?:\p{Script=Han}{2,3}市){0,2}(?:\p{Script=Han}{2,3}县)?/u, '')
    .replace(/[〇零一二三四五六七八九十百]+(?=[号组排栋单户院巷幢队])/gu, (numeral) => arabicOf(numeral))
    .replace(/(?:号院|号楼|号房|号|院)(?=$|[^\p{L}])/gu, '号')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
}

function arabicOf(numeral: string): string {
  if (!/[十百]/.test(numeral)) return [...numeral].map((digit) => chineseDigits[digit] ?? digit).join('')
  let total = 0
  let digit = 0
  for (const sign of numeral) {
    if (sign === '百') total += (digit || 1) * 100
    else if (sign === '十') total += (digit || 1) * 10
    else {
      digit = Number(chineseDigits[sign])
      continue
    }
    digit = 0
  }
  return String(total + digit)
}

/** The numbers in an address, in their order: `3号2排` → `3 2`; without leading zeros. */
function numbersOf(address: string): string | null {
  const numbers = address.match(/\d+/g)?.map((number) => number.replace(/^0+(?=\d)/, '')) ?? []
  return numbers.length > 0 ? numbers.join(' ') : null
}
