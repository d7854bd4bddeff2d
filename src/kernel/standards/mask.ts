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

function keepEnds(text: string, front: number, back: number): string {
  const hiddenCount = text.length - front - back
  if (hiddenCount < 3) return hidden(text)
  return text.slice(0, front) + '*'.repeat(hiddenCount) + text.slice(text.length - back)
}

function hidden(text: string): string {
  return '*'.repeat(Array.from(text).length)
}
