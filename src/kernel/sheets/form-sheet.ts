import type { Said } from '../words/words.ts'
import type { SkippedRow } from './data-rows.ts'
import type { SheetProblem } from './sheet-problem.ts'
import type { CellKind, Sheet } from './workbook.ts'

/** A sheet seen as the form it holds: fields by name, rows of data only. */
export class FormSheet<Field extends string> {
  readonly sheet: Sheet
  /** Index of the header's last row. */
  readonly headerRow: number
  /** Column indexes by field; a field the sheet does not have is absent. */
  readonly columns: ReadonlyMap<Field, number>
  /** Indexes of the rows that hold data, in order. */
  readonly rows: readonly number[]
  /** Rows below the header that hold none: the example, totals, signatures. */
  readonly skipped: readonly SkippedRow[]

  constructor(
    sheet: Sheet,
    headerRow: number,
    columns: ReadonlyMap<Field, number>,
    found: { rows: number[]; skipped: SkippedRow[] },
  ) {
    this.sheet = sheet
    this.headerRow = headerRow
    this.columns = columns
    this.rows = found.rows
    this.skipped = found.skipped
  }

  /** The same place with nothing to take from it. */
  withoutRows(): FormSheet<Field> {
    return new FormSheet(this.sheet, this.headerRow, this.columns, { rows: [], skipped: [...this.skipped] })
  }

  /** The trimmed text of a field; a cell merged with those above it gives their text; '' when blank or absent. */
  text(row: number, field: Field): string {
    const column = this.columns.get(field)
    return column === undefined ? '' : this.sheet.mergedText(row, column).trim()
  }

  /** Whether a spreadsheet has lost digits of the number in this field. */
  isMangled(row: number, field: Field): boolean {
    const column = this.columns.get(field)
    return column !== undefined && this.sheet.isMangled(row, column)
  }

  /** Whether the field holds an error such as #REF!, or a formula whose result the file does not carry. */
  isBroken(row: number, field: Field): boolean {
    const column = this.columns.get(field)
    if (column === undefined) return false
    const kind = this.sheet.shownKind(row, column)
    return kind === 'error' || (kind === 'blank' && this.sheet.kind(row, column) === 'formula')
  }

  /** The kind of what the field shows; 'blank' where the sheet has no such column. */
  shownKind(row: number, field: Field): CellKind {
    const column = this.columns.get(field)
    return column === undefined ? 'blank' : this.sheet.shownKind(row, column)
  }

  /** Where a field is, as people count. */
  place(row: number, field?: Field): { sheet: string; row: number; column?: number } {
    const column = field === undefined ? undefined : this.columns.get(field)
    const place = { sheet: this.sheet.name, row: this.sheet.rowNumber(row) }
    return column === undefined ? place : { ...place, column: column + 1 }
  }

  /** A problem in this row, at a field where one is named. */
  problem(
    row: number,
    field: Field | undefined,
    what: { code: string; words: Said; severity?: SheetProblem['severity'] },
  ): SheetProblem {
    const { code, severity = 'error', words } = what
    return { code, severity, ...this.place(row, field), words }
  }
}
