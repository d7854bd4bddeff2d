import { ZipFile } from 'yazl'
import { isSheetProblem, readWorkbook } from './read-workbook.ts'
import type { Sheet, Workbook } from './workbook.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export type SampleParts = Record<string, string | Buffer>

/** The parts of a workbook with one sheet, whose `sheetData` and what follows it are given as XML. */
export function aWorkbookOf(sheetXml: string, changes: SampleParts = {}): SampleParts {
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEETS}">${sheetXml}</worksheet>`,
    ...changes,
  }
}

/** A whole sheet part from rows of inline texts. */
export function someRows(rows: readonly (readonly string[])[]): string {
  const xml = rows.map((texts, at) => {
    const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')
    return `<row r="${at + 1}">${cells}</row>`
  })
  return `<sheetData>${xml.join('')}</sheetData>`
}

/** Style sheet with the given formats for cell styles 0, 1, 2, …: built-in numbers or codes. */
export function someStyles(formats: readonly (number | string)[]): string {
  const codes = formats.flatMap((format, at) => {
    const code =
      typeof format === 'string' ? format.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : undefined
    return code === undefined ? [] : [`<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`]
  })
  const xfs = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + at}"/>`,
  )
  return `<styleSheet xmlns="${SHEETS}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
}

export function relations(entries: readonly (readonly [string, string, string])[]): string {
  const xml = entries.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml.join('')}</Relationships>`
}

/** Zips parts as any office program would. */
export async function zipped(parts: SampleParts): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(typeof content === 'string' ? Buffer.from(content) : content, name, {
      mtime: new Date(2023, 7, 15),
    })
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** A copy with the directory's word on a part changed: its unpacked size is the 32 bits at 24. */
export function withDeclaredSize(bytes: Buffer, name: string, size: number): Buffer {
  const copy = Buffer.from(bytes)
  for (let at = copy.length - 22; at >= 0; at--) {
    if (copy.readUInt32LE(at) !== 0x02014b50) continue
    if (copy.toString('utf8', at + 46, at + 46 + copy.readUInt16LE(at + 28)) !== name) continue
    copy.writeUInt32LE(size, at + 24)
    return copy
  }
  throw new Error(`No part ${name}`)
}

/** A workbook read from bytes that must be good. */
export async function openedWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const result = await readWorkbook(bytes)
  if (isSheetProblem(result)) throw new Error(`${result.code}: ${result.words.en}`)
  return result
}

/** All texts of a sheet, row by row. */
export function textsOf(sheet: Sheet | undefined): string[][] {
  if (!sheet) throw new Error('No sheet')
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) => sheet.text(row, column)),
  )
}
