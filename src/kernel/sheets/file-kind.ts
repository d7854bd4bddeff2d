import { textShape } from './text-shape.ts'
import { failDamaged, failRead } from './sheet-problem.ts'
import { fileKindWords } from './words.ts'

/** What a file that can be read as tables is by its content; its name says nothing. */
export type TableFile = 'package' | 'old-workbook' | 'xml-table' | 'html' | 'text'

const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')
const WORD_STREAM = Buffer.from('WordDocument', 'utf16le')
const SLIDES_STREAM = Buffer.from('PowerPoint Document', 'utf16le')
const HEAD = 65_536

/** Tells what reads a file; names anything that is no table for what it is. */
export function tellTableFile(bytes: Uint8Array): TableFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) failRead('sheet.empty-file')
  if (buffer.length >= 4 && buffer.readUInt32LE(0) === 0x04034b50) return 'package'
  if (buffer.length < 4 && buffer.toString('latin1', 0, 2) === 'PK') failDamaged('truncated')
  if (buffer.subarray(0, 8).equals(COMPOUND_FILE)) {
    // Old workbooks, documents and encrypted new workbooks share one container; its streams' names tell them apart.
    if (buffer.includes(ENCRYPTED_STREAM)) failRead('sheet.encrypted')
    if (buffer.includes(WORD_STREAM)) failOther('word')
    if (buffer.includes(SLIDES_STREAM)) failOther('slides')
    return 'old-workbook'
  }
  // The workbook stream without a container, as old programs wrote it.
  if (/^\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00/.test(buffer.toString('latin1', 0, 4)))
    return 'old-workbook'
  const start = buffer.toString('latin1', 0, 4096)
  if (start.startsWith('%PDF')) failOther('pdf')
  if (/^(?:\xff\xd8\xff|\x89PNG|GIF8|BM[\s\S]{4}\0\0\0\0)/.test(start)) failOther('picture')
  if (/^(?:Rar!|7z\xbc\xaf|\x1f\x8b)/.test(start)) failOther('archive')
  // A lock file is a length byte, the owner's name and spaces: 165 bytes in all.
  if (buffer.length === 165 && buffer[0] !== undefined && buffer[0] < 0x20) failOther('lock-file')
  const shape = textShape(buffer.subarray(0, HEAD))
  if (shape === 'binary') failOther('unknown')
  const text = shape === 'single-byte' ? start : new TextDecoder(shape).decode(buffer.subarray(0, 8192))
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<\w*:?Workbook\b/.test(text))
    return 'xml-table'
  if (
    /^(?:\ufeff|\xef\xbb\xbf)?\s*</.test(text) &&
    /<(?:!doctype html|html|head|body|table|meta)\b/i.test(text)
  )
    return 'html'
  if (/^\{\\rtf/.test(text)) failOther('word')
  if (/^MIME-Version:/i.test(text)) failOther('web-archive')
  return 'text'
}

function failOther(kind: keyof typeof fileKindWords): never {
  failRead('sheet.not-workbook', { found: fileKindWords[kind] })
}

/** Names a zip that is no .xlsx by the parts it has. */
export function failOtherZip(names: string[]): never {
  failOther(
    names.includes('xl/workbook.bin')
      ? 'binary-workbook'
      : names.some((name) => name.startsWith('word/'))
        ? 'word'
        : names.some((name) => name.startsWith('ppt/'))
          ? 'slides'
          : names.includes('mimetype')
            ? 'opendocument'
            : 'archive',
  )
}
