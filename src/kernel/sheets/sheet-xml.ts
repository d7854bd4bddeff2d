import { cellName, columnLetters } from './cell-name.ts'
import { type Format, type Look, styleIndex } from './sheet-styles.ts'
import type { Merge } from './workbook.ts'

/** A value to write. Text is always written as text, whatever it begins with: there is no way to write a formula. */
export type CellValue = string | number | boolean | null | undefined
export type StyledCell = { value: CellValue; look?: Look; format?: Format; isError?: boolean }
export type CellOut = CellValue | StyledCell

/** A row to write; without a number (from 1) it follows the one before. */
export type RowOut = { cells: readonly CellOut[]; number?: number; height?: number }

export type DropDown = { column: number; fromRow: number; list: string; title: string; error: string }

export type SheetOut = {
  name: string
  hidden?: boolean
  columns?: readonly { width?: number; format?: Format }[]
  rows: Iterable<RowOut> | AsyncIterable<RowOut>
  /** Rows that stay at the top when scrolling and on every printed page. */
  frozenRows?: number
  /** The header row, from 1, over which filters are set. */
  filterRow?: number
  /** Whether pages are numbered as they are printed; they are unless told. */
  numbered?: boolean
  merges?: readonly Merge[]
  /** Entries may only come from a list elsewhere in the workbook. */
  dropDowns?: readonly DropDown[]
}

const LAST_ROW = 1_048_576
const LONGEST_TEXT = 32_767
const PIECE = 64 * 1024

/** A worksheet part, piece by piece. */
export async function* sheetXml(sheet: SheetOut): AsyncGenerator<string> {
  let piece =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    viewXml(sheet.frozenRows ?? 0) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columnsXml(sheet.columns ?? []) +
    '<sheetData>'
  let number = 0
  let width = sheet.columns?.length ?? 0
  for await (const row of sheet.rows) {
    number = row.number ?? number + 1
    if (number > LAST_ROW) throw new RangeError(`A sheet has at most ${LAST_ROW} rows`)
    width = Math.max(width, row.cells.length)
    piece += rowXml(row, number)
    if (piece.length > PIECE) {
      yield piece
      piece = ''
    }
  }
  yield piece + '</sheetData>' + tailXml(sheet, number, width)
}

function viewXml(frozen: number): string {
  if (frozen === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
  return `<sheetViews><sheetView workbookViewId="0">${pane}<selection pane="bottomLeft"/></sheetView></sheetViews>`
}

/** A column's style also holds for its blank cells: an account typed there stays text. */
function columnsXml(columns: NonNullable<SheetOut['columns']>): string {
  if (columns.length === 0) return ''
  const parts = columns.map(({ width = 9, format = 'general' }, at) => {
    const style = styleIndex('plain', format)
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${style}" customWidth="1"/>`
  })
  return `<cols>${parts.join('')}</cols>`
}

function rowXml(row: RowOut, number: number): string {
  const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`
  let xml = `<row r="${number}"${height}>`
  for (let column = 0; column < row.cells.length; column++) {
    xml += cellXml(row.cells[column], cellName(number, column + 1))
  }
  return xml + '</row>'
}

function cellXml(cell: CellOut, name: string): string {
  const {
    value,
    look = 'plain',
    format,
    isError,
  } = typeof cell === 'object' && cell !== null ? cell : { value: cell }
  const style = styleIndex(
    look,
    format ?? (typeof value === 'string' && LOOKS_LIKE_FORMULA.test(value) ? 'text' : 'general'),
  )
  const start = `<c r="${name}"${style === 0 ? '' : ` s="${style}"`}`
  if (value === null || value === undefined || value === '') return style === 0 ? '' : `${start}/>`
  if (typeof value === 'number') return Number.isFinite(value) ? `${start}><v>${value}</v></c>` : ''
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`
  if (isError) return `${start} t="e"><v>${escapeXml(value)}</v></c>`
  const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : ''
  return `${start} t="inlineStr"><is><t${space}>${escapeXml(value.slice(0, LONGEST_TEXT))}</t></is></c>`
}

/** Such a text is harmless as it stands, but confirmed with Enter in a general cell it would become a formula. */
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r\n]/

function tailXml(sheet: SheetOut, lastRow: number, width: number): string {
  const { filterRow, merges = [], dropDowns = [], numbered = true } = sheet
  const filter =
    filterRow !== undefined && width > 0
      ? `<autoFilter ref="A${filterRow}:${columnLetters(width)}${Math.max(filterRow, lastRow)}"/>`
      : ''
  const merged = merges.map((merge) => {
    return `<mergeCell ref="${cellName(merge.fromRow, merge.fromColumn)}:${cellName(merge.toRow, merge.toColumn)}"/>`
  })
  const lists = dropDowns.map(({ column, fromRow, list, title, error }) => {
    const range = `${cellName(fromRow, column)}:${cellName(LAST_ROW, column)}`
    const says = `errorTitle="${escapeXml(title)}" error="${escapeXml(error)}"`
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ${says} sqref="${range}"><formula1>${escapeXml(list)}</formula1></dataValidation>`
  })
  return (
    filter +
    (merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '') +
    (lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '') +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    (numbered
      ? '<headerFooter><oddFooter>&amp;L&amp;A&amp;C&amp;P / &amp;N</oddFooter></headerFooter>'
      : '') +
    // Digits kept as text on purpose need no green warning corner.
    `<ignoredErrors><ignoredError sqref="A1:${columnLetters(Math.max(1, width))}${LAST_ROW}" numberStoredAsText="1"/></ignoredErrors>` +
    '</worksheet>'
  )
}

/** Text for XML and for the spreadsheet's own escapes: control characters as _x0001_, a real _x0001_ as _x005F_x0001_. */
export function escapeXml(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    .replace(
      /[\x00-\x08\x0b-\x1f]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`,
    )
    .replace(/[\ufffe\uffff]/g, '\ufffd')
}

const NEEDS_ESCAPE = /[&<>"\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
