import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { stylesXml } from './sheet-styles.ts'
import { escapeXml, type SheetOut, sheetXml } from './sheet-xml.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Parts carry one fixed date, so that the same content gives the same file. */
const PART_DATE = new Date(2023, 0, 1)

type Written = { name: string; hidden: boolean; frozenRows: number }

/**
 * Writes a workbook as a stream of .xlsx bytes, holding no more than one piece of one sheet in memory. When the
 * reader goes away, the rows' iterators are closed; when they fail, so does the stream.
 */
export function writeSheets(sheets: Iterable<SheetOut> | AsyncIterable<SheetOut>): Readable {
  const zip = new ZipFile()
  const out = zip.outputStream
  if (!(out instanceof Readable)) throw new TypeError('The zip writer gives no readable stream')
  const fail = (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error)))
  zip.on('error', fail)
  writeParts(zip, sheets, out).catch(fail)
  return out
}

/** Collects a stream's bytes. */
export async function bytesOf(stream: Readable): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

async function writeParts(
  zip: ZipFile,
  sheets: Iterable<SheetOut> | AsyncIterable<SheetOut>,
  out: Readable,
): Promise<void> {
  const written: Written[] = []
  for await (const sheet of sheets) {
    if (out.destroyed) return
    const name = sheetName(sheet.name, written)
    written.push({ name, hidden: sheet.hidden ?? false, frozenRows: sheet.frozenRows ?? 0 })
    const source = Readable.from(sheetXml(sheet), { objectMode: false })
    const stop = () => source.destroy()
    out.once('close', stop)
    zip.addReadStream(source, `xl/worksheets/sheet${written.length}.xml`, { mtime: PART_DATE })
    await finished(source)
    out.off('close', stop)
  }
  const add = (path: string, xml: string) =>
    zip.addBuffer(Buffer.from(HEAD + xml), path, { mtime: PART_DATE })
  add('xl/workbook.xml', workbookXml(written))
  add('xl/_rels/workbook.xml.rels', relationsXml(written.length))
  zip.addBuffer(Buffer.from(stylesXml()), 'xl/styles.xml', { mtime: PART_DATE })
  add(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  )
  add('[Content_Types].xml', contentTypesXml(written.length))
  zip.end()
}

/** Sheet names have at most 31 characters, none of []:*?/\, no quote at either end, and differ. */
function sheetName(wanted: string, taken: readonly Written[]): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\\x00-\x1f]/g, ' ')
      .replace(/^'|'$/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet'
  const isTaken = (name: string) => taken.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
  let name = clean
  for (let number = 2; isTaken(name); number++) name = `${clean.slice(0, 31 - ` ${number}`.length)} ${number}`
  return name
}

/** A sheet's name inside a formula or defined name. */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}

function workbookXml(sheets: readonly Written[]): string {
  const listed = sheets.map(({ name, hidden }, at) => {
    const state = hidden ? ' state="hidden"' : ''
    return `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`
  })
  const titles = sheets.flatMap(({ name, frozenRows }, at) => {
    if (frozenRows === 0) return []
    const range = `${quotedSheetName(name)}!$1:$${frozenRows}`
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escapeXml(range)}</definedName>`
  })
  const active = Math.max(
    0,
    sheets.findIndex(({ hidden }) => !hidden),
  )
  return (
    `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}">` +
    `<bookViews><workbookView activeTab="${active}"/></bookViews>` +
    `<sheets>${listed.join('')}</sheets>` +
    (titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '') +
    '</workbook>'
  )
}

function relationsXml(count: number): string {
  const sheets = Array.from({ length: count }, (_, at) =>
    relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${relation(count + 1, 'styles', 'styles.xml')}</Relationships>`
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
}

function contentTypesXml(count: number): string {
  const override = (path: string, type: string) =>
    `<Override PartName="${path}" ContentType="${TYPE}.${type}+xml"/>`
  const sheets = Array.from({ length: count }, (_, at) =>
    override(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet'),
  )
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    override('/xl/workbook.xml', 'sheet.main') +
    override('/xl/styles.xml', 'styles') +
    sheets.join('') +
    '</Types>'
  )
}
