import { Readable } from 'node:stream'
import type { CellValue, RowOut, SheetOut, StyledCell } from './sheet-xml.ts'
import { dayCell, instantCell } from './day-serial.ts'
import { writeSheets } from './write-sheets.ts'

/**
 * One column of a list. 'text' is written as text whatever it looks like; 'day' takes YYYY-MM-DD; 'instant'
 * takes a UTC ISO text or Date and shows Shanghai time; 'fen' takes whole fen and shows yuan.
 */
export type TableColumn<Row> = {
  label: string
  kind: 'text' | 'number' | 'day' | 'instant' | 'fen'
  /** In characters. */
  width?: number
  value: (row: Row) => string | number | Date | null | undefined
}

interface Table<Row> {
  name: string
  columns: readonly TableColumn<Row>[]
  rows: Rows<Row>
  /** Whether pages are numbered as they are printed; they are unless told. */
  numbered?: boolean
}

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>

/** A spreadsheet's last row, and the most rows this writes to one sheet before it opens the next. */
const ROWS_PER_SHEET = 1_048_576

/**
 * A list as .xlsx, streamed: rows are asked for as the reader takes bytes, and their iterator is closed when the
 * reader leaves. Beyond a million rows it goes on in a further sheet.
 */
export function writeTable<Row>(list: Table<Row>, rowsPerSheet = ROWS_PER_SHEET): Readable {
  return writeSheets(tableSheets(list, rowsPerSheet))
}

/** The same as sheets of a workbook of several lists. */
export async function* tableSheets<Row>(
  { name, columns, rows, numbered = true }: Table<Row>,
  rowsPerSheet = ROWS_PER_SHEET,
): AsyncGenerator<SheetOut> {
  const source = asyncIterator(rows)
  try {
    let next = await source.next()
    do {
      const sheetRows = async function* (): AsyncGenerator<RowOut> {
        yield { cells: columns.map(({ label }) => ({ value: label, look: 'header' })), height: 28 }
        for (let count = 1; count < rowsPerSheet && !next.done; count++) {
          const row = next.value
          yield { cells: columns.map((column) => tableCell(column, row)) }
          next = await source.next()
        }
      }
      yield {
        name,
        columns: columns.map(({ width = 14, kind }) => ({
          width,
          format: kind === 'text' ? 'text' : 'general',
        })),
        rows: sheetRows(),
        frozenRows: 1,
        filterRow: 1,
        numbered,
      }
    } while (!next.done)
  } finally {
    await source.return?.()
  }
}

function asyncIterator<Row>(rows: Rows<Row>): AsyncIterator<Row> {
  if (Symbol.asyncIterator in rows) return rows[Symbol.asyncIterator]()
  const iterator = rows[Symbol.iterator]()
  return {
    next: () => Promise.resolve(iterator.next()),
    return: () => Promise.resolve(iterator.return?.() ?? { done: true, value: undefined }),
  }
}

/** A row's cell as its column shows it. */
export function tableCell<Row>({ kind, value }: TableColumn<Row>, row: Row): StyledCell {
  const given = value(row)
  if (given === null || given === undefined || given === '') return { value: null }
  switch (kind) {
    case 'text':
      return { value: String(given), format: 'text' }
    case 'number':
      return { value: typeof given === 'number' ? given : String(given) }
    case 'fen':
      return { value: Number(given) / 100, format: 'money' }
    case 'day':
      return dayCell(String(given))
    case 'instant':
      return instantCell(new Date(given))
  }
}

/**
 * A list as CSV for other programs: UTF-8 with a byte-order mark, CRLF. Text a spreadsheet would run as a
 * formula gets an apostrophe in front; numbers, negative ones too, stay numbers.
 */
export function writeCsv<Row>(list: { columns: readonly TableColumn<Row>[]; rows: Rows<Row> }): Readable {
  return Readable.from(csvPieces(list.columns, list.rows), { objectMode: false })
}

async function* csvPieces<Row>(
  columns: readonly TableColumn<Row>[],
  rows: Rows<Row>,
): AsyncGenerator<string> {
  let piece = '\ufeff' + columns.map(({ label }) => csvText(label)).join(',') + '\r\n'
  for await (const row of rows) {
    piece += columns.map((column) => csvField(column, row)).join(',') + '\r\n'
    if (piece.length > 65_536) {
      yield piece
      piece = ''
    }
  }
  yield piece
}

function csvField<Row>({ kind, value }: TableColumn<Row>, row: Row): string {
  const given = value(row)
  if (given === null || given === undefined || given === '') return ''
  if (kind === 'fen') return yuan(Number(given))
  if (kind === 'instant') return shanghai(new Date(given))
  if (typeof given === 'number') return String(given)
  return csvText(String(given))
}

function csvText(text: CellValue): string {
  const plain = String(text)
  const safe = /^\s*[=+\-@|]|^[\t\r\n]/.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function shanghai(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
