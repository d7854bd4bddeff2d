/** What evidence may be, told from the bytes alone. */
export const mediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
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
 * The media type by its bytes; undefined for anything else, among it documents and workbooks with macros, HTML,
 * scripts and archives that only carry the name of a workbook.
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
  return isSeparatedText(head, head.length < content.size) ? 'text/csv' : undefined
}

/** A workbook that cannot be taken as it is, though its owner can make it so. */
export type Unfit = 'old-office' | 'locked-workbook' | 'cut-off'

/** What is the matter with content of no known type, where it can be told; people get to know how to mend it. */
export async function findUnfit(content: Content): Promise<Unfit | undefined> {
  const head = await content.read(0, 65_536)
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    return (await includes(content, Buffer.from('EncryptedPackage', 'utf16le')))
      ? 'locked-workbook'
      : 'old-office'
  if (!startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return undefined
  return (await listZipEntries(content)).length === 0 ? 'cut-off' : undefined
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

/** Text in UTF-8 or GB 18030, as Excel writes CSV in China, with a separator in its first lines and no markup. */
function isSeparatedText(head: Buffer, cut: boolean): boolean {
  const text = decode(head, 'utf-8', cut) ?? decode(head, 'gb18030', cut)
  if (text === undefined || text.trim() === '') return false
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return false
  if (/^\s*(<|#!|\{|\[)/.test(text)) return false
  return /[,;\t]/.test(text.slice(0, 4096))
}

function decode(bytes: Buffer, encoding: 'utf-8' | 'gb18030', cut: boolean): string | undefined {
  try {
    // With `stream`, a character cut off at the end of what was read is not an error.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut })
  } catch {
    return undefined
  }
}
