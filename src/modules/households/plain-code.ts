import { randomInt } from 'node:crypto'

/** No I, L, O, 0, 1: what is read aloud or from paper by tired eyes must not be two things. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const length = 10

/** Ten signs, 49 bits: nobody guesses one, and anybody can type it. */
export const newPlainCode = (): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** As typed: any case, full width, spaces and dashes between. Undefined where it cannot be a code. */
export function readPlainCode(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
  return plain.length === length && [...plain].every((sign) => alphabet.includes(sign)) ? plain : undefined
}

/** `ABCDE-FGHJK`, as letters and receipts print it. */
export const spacedCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`
