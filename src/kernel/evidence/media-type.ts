import { textShape } from '../sheets/text-shape.ts'

/** What evidence may be, told from the bytes alone. */
export const mediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'text/csv',
] as const
export type MediaType = (typeof mediaTypes)[number]

/** The usual short names, for telling people what they may upload. */
export const mediaTypeNames: Record<MediaType, string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.ms-excel': 'XLS',
  'text/csv': 'CSV',
}

/** Content that can be looked into here and there without holding it all. */
export interface Content {
  size: number
  /** Up to `length` bytes from `offset`; fewer at the end. */
  read(offset: number, length: number): Promise<Buffer>
}

export function contentOf(bytes: Uint8Array): Content {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    size: whole.length,
    read: (offset, length) => Promise.resolve(whole.subarray(offset, offset + length)),
  }
}

/**
 * The media type by its bytes; undefined for anything else, among it documents and workbooks with macros, scripts and
 * archives that only carry the name of a workbook. Web pages and XML that hold tables are what systems export as .xls.
 */
export async function findMediaType(content: Content): Promise<MediaType | undefined> {
  const head = await content.read(0, 65_536)
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP')
    return 'image/webp'
  if (head.toString('latin1', 0, 5) === '%PDF-') return 'application/pdf'
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]))
    return (await isWorkbook(content))
      ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      : undefined
  if (startsWith(head, COMPOUND_FILE))
    return (await isOldWorkbook(content)) ? 'application/vnd.ms-excel' : undefined
  return textTableType(head)
}

/** A workbook that cannot be taken as it is, though its owner can make it so. */
export type Unfit = 'old-office' | 'locked-workbook' | 'macros' | 'cut-off'

/** What is the matter with content of no known type, where it can be told; people get to know how to mend it. */
export async function findUnfit(content: Content): Promise<Unfit | undefined> {
  const head = await content.read(0, 65_536)
  if (startsWith(head, COMPOUND_FILE)) {
    if (await includes(content, ENCRYPTED_STREAM)) return 'locked-workbook'
    return (await includes(content, MACRO_STREAM)) ? 'macros' : 'old-office'
  }
  if (!startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return undefined
  const names = await listZipEntries(content)
  if (names.some((name) => name.endsWith('vbaproject.bin'))) return 'macros'
  return names.length === 0 ? 'cut-off' : undefined
}

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')
const MACRO_STREAM = Buffer.from('_VBA_PROJECT', 'utf16le')
/** The stream of records: of Excel 97–2003, and of those before. Names end in a zero. */
const WORKBOOK_STREAMS = [Buffer.from('Workbook\0', 'utf16le'), Buffer.from('Book\0', 'utf16le')]

async function isOldWorkbook(content: Content): Promise<boolean> {
  if ((await includes(content, ENCRYPTED_STREAM)) || (await includes(content, MACRO_STREAM))) return false
  for (const stream of WORKBOOK_STREAMS) if (await includes(content, stream)) return true
  return false
}

/** Reads piece by piece, each overlapping the one before by what is sought. */
async function includes(content: Content, sought: Buffer): Promise<boolean> {
  const piece = 1024 * 1024
  for (let at = 0; at < content.size; at += piece)
    if ((await content.read(at, piece + sought.length)).includes(sought)) return true
  return false
}

const startsWith = (head: Buffer, magic: readonly number[]) => magic.every((byte, i) => head[i] === byte)

/** A zip whose directory lists a workbook's parts and no macros. */
async function isWorkbook(content: Content): Promise<boolean> {
  const names = await listZipEntries(content)
  return (
    names.includes('[content_types].xml') &&
    names.includes('xl/workbook.xml') &&
    !names.some((name) => name.endsWith('vbaproject.bin'))
  )
}

/** The names in a zip's central directory (APPNOTE 4.3.12), lower case; none where the directory is not sound. */
async function listZipEntries(content: Content): Promise<string[]> {
  const tailStart = Math.max(0, content.size - 65_557)
  const tail = await content.read(tailStart, 65_557)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > tail.length) return []
  const size = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  // Workbooks have dozens of parts; a directory of megabytes is not one of them.
  if (size > 4 * 1024 * 1024 || offset + size > content.size) return []
  const directory = await content.read(offset, size)
  const names: string[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    names.push(name.replaceAll('\\', '/').toLowerCase())
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return names
}

/** Separated text as Excel writes it in China (UTF-8, GB 18030 or UTF-16), and markup that holds a table. */
function textTableType(head: Buffer): MediaType | undefined {
  const shape = textShape(head)
  if (shape === 'binary') return undefined
  // Of GB 18030 only the ASCII counts here; its separators are the same bytes.
  const text = shape === 'single-byte' ? head.toString('latin1') : new TextDecoder(shape).decode(head)
  const start = text.replace(/^(?:\ufeff|\xef\xbb\xbf)/, '').trimStart()
  if (start.startsWith('<'))
    return /<table\b|urn:schemas-microsoft-com:office:spreadsheet/i.test(start)
      ? 'application/vnd.ms-excel'
      : undefined
  if (/^(?:#!|\{|\[|$)/.test(start)) return undefined
  return /[,;\t|，]|\xef\xbc\x8c|\xa3\xac/.test(start.slice(0, 4096)) ? 'text/csv' : undefined
}
