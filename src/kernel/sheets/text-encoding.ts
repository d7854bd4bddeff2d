import { failRead, type SheetProblem, sheetProblem } from './sheet-problem.ts'
import { textShape } from './text-shape.ts'
import { encodingWords } from './words.ts'

type Encoding = keyof typeof encodingWords

/** A text, how it was told to be written, and the bytes that fit nothing, each in the text as one U+FFFD. */
export type DecodedText = {
  text: string
  encoding: Encoding
  unreadable: Unreadable[]
  remarks: SheetProblem[]
}

export type Unreadable = { byteAt: number; value: number; textAt: number }

const MOST_UNREADABLE = 200

/**
 * Decodes a text by the evidence of its bytes: a byte-order mark, zero bytes on one side, and which of UTF-8 and
 * GB 18030 makes the more of them Chinese. Where both fit, a remark says which was taken. `declared` is what the
 * file itself says; it settles a draw.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shape = textShape(buffer.subarray(0, 65_536))
  if (shape === 'utf-16le' || shape === 'utf-16be') return decodeWide(buffer, shape)
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf)
    return decoded(buffer, 3, 'utf-8', mostlyReadable(buffer, weigh(buffer, utf8Length, isChineseInUtf8)))
  if (buffer.length >= 4 && buffer.readUInt32BE(0) === 0x84319533)
    return decoded(buffer, 4, 'gb18030', weigh(buffer, gbLength, isCommonInGb))
  const utf8 = { encoding: 'utf-8' as const, ...weigh(buffer, utf8Length, isChineseInUtf8) }
  if (utf8.sequences === 0) return decoded(buffer, 0, 'ascii', utf8)
  const gb = { encoding: 'gb18030' as const, ...weigh(buffer, gbLength, isCommonInGb) }
  const [best, other] = shareOf(gb) > shareOf(utf8) || isDraw(utf8, gb, declared) ? [gb, utf8] : [utf8, gb]
  mostlyReadable(buffer, best)
  const result = decoded(buffer, 0, best.encoding, best)
  if (other.unreadable.length === 0 && shareOf(other) * 2 >= shareOf(best))
    result.remarks.push(
      sheetProblem(
        'sheet.encoding-either',
        { taken: encodingWords[best.encoding], other: encodingWords[other.encoding] },
        {},
        'warning',
      ),
    )
  return result
}

type Weight = { sequences: number; plausible: number; unreadable: number[] }

/** How much of what is not ASCII makes sense; bytes that fit nothing count against it. */
const shareOf = ({ sequences, plausible, unreadable }: Weight) =>
  plausible / (sequences + unreadable.length * 3 || 1)

const isDraw = (utf8: Weight, gb: Weight, declared: string | undefined) =>
  shareOf(gb) === shareOf(utf8) && declared !== undefined && /^gb/i.test(declared)

/** Passes on what can be named byte by byte; a text that fits its encoding hardly anywhere is refused at its first. */
function mostlyReadable(bytes: Buffer, weight: Weight): Weight {
  const { unreadable, sequences } = weight
  if (unreadable.length <= Math.min(MOST_UNREADABLE, Math.max(3, sequences / 50))) return weight
  const first = unreadable[0] ?? 0
  const row = lineOf(bytes, first)
  return failRead('sheet.unknown-encoding', { row, byte: first + 1, hex: hexOf(bytes[first]) }, { row })
}

function weigh(
  bytes: Buffer,
  lengthAt: (bytes: Buffer, at: number) => number,
  isPlausible: (bytes: Buffer, at: number, length: number) => boolean,
): Weight {
  const weight: Weight = { sequences: 0, plausible: 0, unreadable: [] }
  for (let at = 0; at < bytes.length; ) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++
      continue
    }
    const length = lengthAt(bytes, at)
    weight.sequences++
    if (length === 0) {
      if (weight.unreadable.length <= MOST_UNREADABLE) weight.unreadable.push(at)
      at++
      continue
    }
    if (isPlausible(bytes, at, length)) weight.plausible++
    at += length
  }
  return weight
}

/** The bytes of the character of UTF-8 at a place, 0 where there is none. */
function utf8Length(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  if (length === 0 || lead > 0xf4 || at + length > bytes.length) return 0
  for (let next = at + 1; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1] ?? 0
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90)
  const isOutside = (lead === 0xed && second >= 0xa0) || (lead === 0xf4 && second >= 0x90)
  return isOverlong || isOutside ? 0 : length
}

/** Han characters, CJK punctuation and full-width forms, general punctuation; of two bytes only · and ×. */
function isChineseInUtf8(bytes: Buffer, at: number, length: number): boolean {
  const lead = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  if (length === 4) return lead === 0xf0 && second >= 0xa0
  if (length === 3)
    return (lead >= 0xe3 && lead <= 0xe9) || lead === 0xef || (lead === 0xe2 && second >= 0x80)
  return (lead === 0xc2 && (second === 0xb7 || second === 0xb2)) || (lead === 0xc3 && second === 0x97)
}

function gbLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  if (lead < 0x81 || lead > 0xfe) return 0
  if (second >= 0x30 && second <= 0x39) {
    const third = bytes[at + 2] ?? 0
    const fourth = bytes[at + 3] ?? 0
    return third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39 ? 4 : 0
  }
  return second >= 0x40 && second <= 0xfe && second !== 0x7f ? 2 : 0
}

/** The punctuation and the 3,755 common characters of GB 2312, which make up nearly all of any Chinese text. */
function isCommonInGb(bytes: Buffer, at: number, length: number): boolean {
  const lead = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  return length === 2 && second >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))
}

function decoded(
  bytes: Buffer,
  from: number,
  encoding: 'utf-8' | 'gb18030' | 'ascii',
  weight: Weight,
): DecodedText {
  const decoder = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { ignoreBOM: true })
  let text = ''
  let start = from
  const unreadable: Unreadable[] = []
  for (const byteAt of weight.unreadable) {
    text += decoder.decode(bytes.subarray(start, byteAt))
    unreadable.push({ byteAt, value: bytes[byteAt] ?? 0, textAt: text.length })
    text += '\ufffd'
    start = byteAt + 1
  }
  return { text: text + decoder.decode(bytes.subarray(start)), encoding, unreadable, remarks: [] }
}

function decodeWide(bytes: Buffer, shape: 'utf-16le' | 'utf-16be'): DecodedText {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const from = hasMark ? 2 : 0
  const isOdd = (bytes.length - from) % 2 === 1
  const whole = bytes.subarray(from, isOdd ? bytes.length - 1 : bytes.length)
  const text = new TextDecoder(shape, { ignoreBOM: true }).decode(whole)
  const last = bytes.length - 1
  const unreadable = isOdd ? [{ byteAt: last, value: bytes[last] ?? 0, textAt: text.length }] : []
  const remarks = hasMark
    ? []
    : [sheetProblem('sheet.encoding-unmarked', { taken: encodingWords[shape] }, {}, 'warning')]
  return { text: isOdd ? `${text}\ufffd` : text, encoding: shape, unreadable, remarks }
}

function lineOf(bytes: Buffer, before: number): number {
  let line = 1
  for (let at = 0; at < before; at++) if (bytes[at] === 0x0a) line++
  return line
}

/** A byte as a hex editor shows it. */
export const hexOf = (value = 0): string => value.toString(16).toUpperCase().padStart(2, '0')
