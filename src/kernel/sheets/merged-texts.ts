import { firstAtLeast } from './sorted-index.ts'
import type { SheetCells } from './workbook.ts'

type Area = { fromRow: number; toRow: number; fromColumn: number; toColumn: number; text: number }

/**
 * The text of each merged area for the cells it covers. Rows are asked for from the top down, so it keeps the areas that
 * reach the row asked last: an area over a whole sheet costs no more than one over two cells. Areas that overlap, which
 * no genuine sheet has, are left out.
 */
export class MergedTexts {
  readonly #areas: Area[] = []
  #row = 0
  #next = 0
  /** The area that reaches the row, by column. */
  #byColumn: (Area | undefined)[] = []

  constructor(cells: SheetCells, columnCount: number, find: (row: number, column: number) => number) {
    const { rowNumbers, texts, merges } = cells
    const taken: number[] = []
    for (const at of inOrder(merges)) {
      const [fromRow = 0, fromColumn = 0, toRow = 0, toColumn = 0] = merges.subarray(at, at + 4)
      // Beyond the last column with content there is nothing to cover.
      const last = Math.min(toColumn, columnCount)
      const row = firstAtLeast(rowNumbers, fromRow)
      if (rowNumbers[row] !== fromRow) continue
      const cell = find(row, fromColumn - 1)
      const text = cell < 0 ? undefined : texts[cell]
      if (text === undefined || isTaken(taken, fromRow, fromColumn, last)) continue
      for (let column = fromColumn; column <= last; column++) taken[column] = toRow
      this.#areas.push({ fromRow, toRow, fromColumn: fromColumn - 1, toColumn: last - 1, text })
    }
  }

  /** The index of the text that covers a cell; the row by its number, the column from 0. */
  at(row: number, column: number): number | undefined {
    return this.#areaAt(row, column)?.text
  }

  /** The first column of the area that covers a cell. */
  firstColumnAt(row: number, column: number): number | undefined {
    return this.#areaAt(row, column)?.fromColumn
  }

  #areaAt(row: number, column: number): Area | undefined {
    if (row < this.#row) [this.#row, this.#next, this.#byColumn] = [0, 0, []]
    this.#row = row
    for (; (this.#areas[this.#next]?.fromRow ?? Infinity) <= row; this.#next++) {
      const area = this.#areas[this.#next]
      if (!area || area.toRow < row) continue
      for (let at = area.fromColumn; at <= area.toColumn; at++) this.#byColumn[at] = area
    }
    const area = this.#byColumn[column]
    return area && area.toRow >= row ? area : undefined
  }
}

function inOrder(merges: Uint32Array): number[] {
  const starts = Array.from({ length: Math.floor(merges.length / 4) }, (_, at) => at * 4)
  return starts.sort((a, b) => (merges[a] ?? 0) - (merges[b] ?? 0))
}

function isTaken(taken: readonly number[], fromRow: number, fromColumn: number, toColumn: number): boolean {
  for (let column = fromColumn; column <= toColumn; column++) if ((taken[column] ?? 0) >= fromRow) return true
  return false
}
