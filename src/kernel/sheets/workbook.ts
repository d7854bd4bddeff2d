import { MergedTexts } from './merged-texts.ts'
import type { SheetProblem } from './sheet-problem.ts'
import { indexIn } from './sorted-index.ts'

export type CellKind = 'blank' | 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula'

/** Kinds by the code they travel under between threads; the code takes the lowest three bits. */
export const cellKinds: readonly CellKind[] = [
  'blank',
  'text',
  'number',
  'date',
  'boolean',
  'error',
  'formula',
]
/** For a formula, the kind of its kept result stands in the next three bits. */
export const RESULT_SHIFT = 3
export const MANGLED_BIT = 64

/**
 * A sheet as it travels between threads: cells with content only, row after row, in typed arrays, their texts
 * as indexes into one pool. `rowStarts` has one entry more than there are rows.
 */
export type SheetCells = {
  name: string
  hidden: boolean
  rowNumbers: Uint32Array
  rowStarts: Uint32Array
  columns: Uint16Array
  texts: Uint32Array
  kinds: Uint8Array
  /** Cell indexes that hold a formula, ascending, and the pool index of each formula's text. */
  formulaCells: Uint32Array
  formulaTexts: Uint32Array
  /** First row, first column, last row, last column of each merged area, counted from 1. */
  merges: Uint32Array
  /** Column widths in characters, 0 where the sheet sets none. */
  widths: Float32Array
}

export type TextPool = { text: string; ends: Uint32Array }

/** A merged area, counted from 1. */
export type Merge = { fromRow: number; fromColumn: number; toRow: number; toColumn: number }

/** A workbook read into memory: plain texts, nothing evaluated, nothing fetched. */
export class Workbook {
  readonly sheets: readonly Sheet[]
  /** What has to be said of the file as a whole: how its text was read, which bytes fit nothing. */
  readonly remarks: readonly SheetProblem[]
  constructor(cells: SheetCells[], pool: TextPool, remarks: readonly SheetProblem[] = []) {
    this.remarks = remarks
    this.sheets = cells.map((sheet) => new Sheet(sheet, pool))
  }
}

/**
 * One sheet. Rows are the rows with content, indexed from 0: blank rows, formatted or not, are left out, and
 * `rowNumber` gives the number people see. Columns are indexed from 0.
 */
export class Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rowCount: number
  /** One more than the rightmost column with content. */
  readonly columnCount: number
  readonly #cells: SheetCells
  readonly #pool: TextPool
  #merged: MergedTexts | undefined

  constructor(cells: SheetCells, pool: TextPool) {
    this.name = cells.name
    this.hidden = cells.hidden
    this.rowCount = cells.rowNumbers.length
    this.columnCount = cells.columns.reduce((most, column) => Math.max(most, column + 1), 0)
    this.#cells = cells
    this.#pool = pool
  }

  /** The row's number as the spreadsheet shows it, from 1. */
  rowNumber(row: number): number {
    const number = this.#cells.rowNumbers[row]
    if (number === undefined) throw new RangeError(`Sheet ${this.name} has no row at ${row}`)
    return number
  }

  /**
   * The cell's text as stored, untrimmed; '' for a blank cell. Numbers come as plain decimals, days as
   * YYYY-MM-DD, truth as TRUE and FALSE, errors as #N/A and so on, formulas as the result kept in the file.
   */
  text(row: number, column: number): string {
    const cell = this.#find(row, column)
    return cell < 0 ? '' : this.#pooled(this.#cells.texts[cell])
  }

  kind(row: number, column: number): CellKind {
    return cellKinds[this.#bits(row, column) & 7] ?? 'blank'
  }

  /** The kind of what the cell shows: of a formula, its kept result. */
  shownKind(row: number, column: number): CellKind {
    const bits = this.#bits(row, column)
    const kind = cellKinds[bits & 7] ?? 'blank'
    return kind === 'formula' ? (cellKinds[(bits >> RESULT_SHIFT) & 7] ?? 'blank') : kind
  }

  /** Whether a spreadsheet has lost the last digits of the number here: sixteen digits and more, or 3.7E+17 as text. */
  isMangled(row: number, column: number): boolean {
    return (this.#bits(row, column) & MANGLED_BIT) !== 0
  }

  /** The formula's text without its equals sign, never evaluated; undefined where there is none. */
  formula(row: number, column: number): string | undefined {
    const cell = this.#find(row, column)
    if (cell < 0) return undefined
    const at = indexIn(this.#cells.formulaCells, cell, 0, this.#cells.formulaCells.length)
    return at < 0 ? undefined : this.#pooled(this.#cells.formulaTexts[at])
  }

  /** How many cells of a row have content. */
  filledCells(row: number): number {
    const { rowStarts } = this.#cells
    return (rowStarts[row + 1] ?? 0) - (rowStarts[row] ?? 0)
  }

  /** Every cell that holds a formula, row after row. */
  *formulas(): Generator<{ row: number; column: number }> {
    const { formulaCells, rowStarts, columns } = this.#cells
    let row = 0
    for (const cell of formulaCells) {
      while ((rowStarts[row + 1] ?? Infinity) <= cell) row++
      yield { row, column: columns[cell] ?? 0 }
    }
  }

  /** As `text`, but a blank cell inside a merged area gives the text of the area's first cell. */
  mergedText(row: number, column: number): string {
    const own = this.text(row, column)
    if (own !== '' || this.#cells.merges.length === 0) return own
    const text = this.#mergedTexts.at(this.rowNumber(row), column)
    return text === undefined ? '' : this.#pooled(text)
  }

  /** The first column of the merged area a cell lies in; its own column outside of one. */
  spanStart(row: number, column: number): number {
    if (this.#cells.merges.length === 0) return column
    return this.#mergedTexts.firstColumnAt(this.rowNumber(row), column) ?? column
  }

  get #mergedTexts(): MergedTexts {
    this.#merged ??= new MergedTexts(this.#cells, this.columnCount, (row, column) => this.#find(row, column))
    return this.#merged
  }

  get merges(): Merge[] {
    const flat = this.#cells.merges
    const merges: Merge[] = []
    for (let at = 0; at + 3 < flat.length; at += 4) {
      const [fromRow = 0, fromColumn = 0, toRow = 0, toColumn = 0] = flat.subarray(at, at + 4)
      merges.push({ fromRow, fromColumn, toRow, toColumn })
    }
    return merges
  }

  /** The column's width in characters where the sheet sets one. */
  width(column: number): number | undefined {
    return this.#cells.widths[column] || undefined
  }

  #find(row: number, column: number): number {
    const { rowStarts, columns } = this.#cells
    return indexIn(columns, column, rowStarts[row] ?? 0, rowStarts[row + 1] ?? 0)
  }

  #bits(row: number, column: number): number {
    const cell = this.#find(row, column)
    return cell < 0 ? 0 : (this.#cells.kinds[cell] ?? 0)
  }

  #pooled(index: number | undefined): string {
    if (index === undefined) return ''
    const { text, ends } = this.#pool
    return text.slice(index === 0 ? 0 : ends[index - 1], ends[index])
  }
}
