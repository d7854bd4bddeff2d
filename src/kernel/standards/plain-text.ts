/**
 * What people and spreadsheets add to a number without meaning to: full-width digits and letters,
 * spaces of every width, zero-width marks, a byte-order mark. None of it carries information, so readers
 * take it away first. Anything else (dashes, apostrophes, letters) stays and is judged.
 */
export function withoutSpacing(text: string): string {
  return text.normalize('NFKC').replace(SPACING, '')
}

const SPACING = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu

/** A number a spreadsheet has turned into powers of ten, such as 3.70683E+17: its last digits are gone. */
export function isPowerOfTenText(text: string): boolean {
  return /^\d(?:\.\d+)?[Ee]\+?\d{1,3}$/.test(text)
}
