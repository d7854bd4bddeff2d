import type { CellOut, RowOut, SheetOut } from './sheet-xml.ts'
import { tableCell, type TableColumn } from './write-table.ts'

/** A list to be printed and signed. */
export interface PrintedList<Row> {
  /** Of the sheet. */
  name: string
  title: string
  /** What stands between title and table, a line each. */
  told?: readonly string[]
  /** `sums`: of a column of fen or of numbers with two decimals, its sum stands below. */
  columns: readonly (TableColumn<Row> & { sums?: boolean })[]
  rows: readonly Row[]
  /** What stands below the table. */
  notes?: readonly string[]
  /** Who signs, two on a line: `复核：张三 2023-08-15`. */
  signatures?: readonly string[]
}

/** A line to sign on. */
export const signingLine = '＿＿＿＿＿＿'

/**
 * A list as an accountant files it: title, table with its sums, notes, and the lines for signatures; every page numbered.
 * Sums are reckoned in whole fen and hundredths, so that nothing drifts.
 */
export function printedList<Row>(list: PrintedList<Row>): SheetOut {
  const { name, title, told = [], columns, rows, notes = [], signatures = [] } = list
  const line = (value: string, look?: 'note', height?: number): RowOut => ({
    cells: [{ value, format: 'text', ...(look && { look }) }],
    ...(height !== undefined && { height }),
  })
  const head: RowOut[] = [
    { cells: [{ value: title, look: 'title' }], height: 32 },
    ...told.map((text) => line(text)),
  ]
  const sums = columns.some(({ sums }) => sums) && rows.length > 0 ? [sumsOf(columns, rows)] : []
  const foot: RowOut[] = [
    ...notes.map((text) => line(text, 'note', 32)),
    ...inTwos(signatures).map((two) => line(two.join('　　'), undefined, 32)),
  ]
  const all: RowOut[] = [
    ...head,
    { cells: columns.map(({ label }): CellOut => ({ value: label, look: 'header' })), height: 28 },
    ...rows.map((row) => ({
      cells: columns.map((column): CellOut => ({ ...tableCell(column, row), look: 'ruled' })),
    })),
    ...sums,
    ...foot,
  ]
  const across = [...head.keys(), ...foot.map((_, at) => all.length - 1 - at)].map((at) => at + 1)
  return {
    name,
    columns: columns.map(({ width = 14 }) => ({ width })),
    rows: all,
    frozenRows: head.length + 1,
    merges:
      columns.length > 1
        ? across.map((row) => ({ fromRow: row, fromColumn: 1, toRow: row, toColumn: columns.length }))
        : [],
  }
}

/** More than two would run over the edge of a narrow table. */
const inTwos = (all: readonly string[]): string[][] =>
  all.flatMap((_, at) => (at % 2 === 0 ? [all.slice(at, at + 2)] : []))

function sumsOf<Row>(columns: PrintedList<Row>['columns'], rows: readonly Row[]): RowOut {
  return {
    cells: columns.map((column, at): CellOut => {
      if (at === 0) return { value: '合计', look: 'header' }
      if (!column.sums) return { value: null, look: 'header' }
      const hundredths = rows.reduce((sum, row) => {
        const value = Number(column.value(row) ?? 0)
        return sum + (column.kind === 'fen' ? value : Math.round(value * 100))
      }, 0)
      return { value: hundredths / 100, look: 'header', ...(column.kind === 'fen' && { format: 'money' }) }
    }),
  }
}
