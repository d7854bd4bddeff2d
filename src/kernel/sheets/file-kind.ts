import { failRead } from './sheet-problem.ts'
import { fileKindWords } from './words.ts'

/** Passes a zip file on; names anything else for what it is. Looks at the content, never at the file's name. */
export function requireZip(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) failRead('sheet.empty-file')
  if (buffer.length >= 4 && buffer.readUInt32LE(0) === 0x04034b50) return
  if (buffer.subarray(0, 8).equals(COMPOUND_FILE)) {
    // Old workbooks and encrypted new ones share one container; only the names of its streams tell them apart.
    failRead(buffer.includes(ENCRYPTED_STREAM) ? 'sheet.encrypted' : 'sheet.old-xls')
  }
  failRead('sheet.not-workbook', { found: fileKindWords[kindOf(buffer)] })
}

/** Names a zip that is no .xlsx by the parts it has. */
export function failOtherZip(names: string[]): never {
  const kind = names.includes('xl/workbook.bin')
    ? 'binary-workbook'
    : names.some((name) => name.startsWith('word/'))
      ? 'word'
      : names.some((name) => name.startsWith('ppt/'))
        ? 'slides'
        : names.includes('mimetype')
          ? 'opendocument'
          : 'archive'
  failRead('sheet.not-workbook', { found: fileKindWords[kind] })
}

const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')

function kindOf(buffer: Buffer): keyof typeof fileKindWords {
  const start = buffer.toString('latin1', 0, 4096)
  if (start.startsWith('%PDF')) return 'pdf'
  if (/^(?:\xff\xd8\xff|\x89PNG|GIF8|BM)/.test(start)) return 'picture'
  if (/^(?:Rar!|7z\xbc\xaf|\x1f\x8b)/.test(start)) return 'archive'
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-table'
  if (/<(?:!doctype html|html|table|meta)\b/i.test(start)) return 'html'
  // A lock file is a length byte, the owner's name and spaces: 165 bytes in all.
  if (buffer.length === 165) return 'lock-file'
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) return 'text'
  return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(start) ? 'unknown' : 'text'
}
