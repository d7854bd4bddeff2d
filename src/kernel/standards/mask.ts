/**
 * Masked forms for notices, lists and logs. A mask never depends on a value being well-formed: what is too
 * short to keep a part of is hidden whole, so that a typing slip does not publish a number.
 */

/** 张三 → 张*, 张三丰 → 张*丰, 诸葛孔明 → 诸**明; the middle dot of minority names stays. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim())
  if (characters.length <= 1) return characters.length === 0 ? '' : '*'
  if (characters.length === 2) return `${characters[0]}*`
  return characters
    .map((character, at) => (at === 0 || at === characters.length - 1 || character === '·' ? character : '*'))
    .join('')
}

/** 370683********1234: region and the last four. Anything that is not 15 or 18 characters is hidden whole. */
export function maskIdNumber(idNumber: string): string {
  return /^\d{14}(?:\d{3})?[\dXx]$/.test(idNumber) ? keepEnds(idNumber, 6, 4) : hidden(idNumber)
}

/** 138****5678, 0535-***2345. */
export function maskTelephone(telephone: string): string {
  const landline = /^(0\d{2,3}-)(\d{7,8})$/.exec(telephone)
  if (landline?.[1] && landline[2]) return landline[1] + keepEnds(landline[2], 0, 4)
  return /^\d{11}$/.test(telephone) ? keepEnds(telephone, 3, 4) : hidden(telephone)
}

/** An electricity account: its last four digits. */
export function maskAccount(accountNumber: string): string {
  return keepEnds(accountNumber, 0, 4)
}

/** A bank card: its last four digits. */
export function maskCard(card: string): string {
  return keepEnds(card, 0, 4)
}

/** Digits as Chinese writes them count as such: 一三八… is a telephone too. */
export const spokenDigits = '〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两'
const spokenValues = '00123456789112345678 92'.replace(' ', '')

const plainDay = String.raw`(?:19|20)\d{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)`
const digit = `[\\p{Nd}${spokenDigits}]`
/** A day as it stands, or eleven digits and more, set apart as people set numbers apart. */
const longNumber = new RegExp(
  `${plainDay}|${digit}(?:[\\s.·—–-]{0,2}${digit}){10,}(?:[\\s.·—–-]{0,2}[XxＸｘ])?`,
  'gu',
)

/**
 * Somebody's words with the numbers of persons in them masked: ID numbers, mobile telephones, bank cards. Days and the
 * numbers of accounts stay as they stand.
 */
export const maskNumbersIn = (text: string): string =>
  text.replace(longNumber, (found) => (new RegExp(`^${plainDay}$`).test(found) ? found : maskedNumber(found)))

function maskedNumber(found: string): string {
  const plain = Array.from(found.normalize('NFKC'))
    .map((sign) => spokenValues[spokenDigits.indexOf(sign)] ?? sign)
    .join('')
    .replace(/[^\dXx]/g, '')
  const number = plain.replace(/^86(?=1[3-9]\d{9}$)/, '')
  if (/^1[3-9]\d{9}$/.test(number)) return maskTelephone(number)
  if (/^\d{17}[\dXx]$|^\d{15}$/.test(number)) return maskIdNumber(number)
  return number.length >= 16 ? maskCard(number) : found
}

function keepEnds(text: string, front: number, back: number): string {
  const hiddenCount = text.length - front - back
  if (hiddenCount < 3) return hidden(text)
  return text.slice(0, front) + '*'.repeat(hiddenCount) + text.slice(text.length - back)
}

function hidden(text: string): string {
  return '*'.repeat(Array.from(text).length)
}

/** A text with the middle of every long number in it hidden: what a cell looks like, not whose it is. */
export const hideDigits = (text: string): string =>
  text.replace(
    /[0-9０-９]{7,}[0-9０-９XxＸｘ]?/gu,
    (number) => number.slice(0, 4) + '*'.repeat(number.length - 6) + number.slice(-2),
  )
