import { columnLetters } from './cell-name.ts'
import type { ReadLimits } from './read-limits.ts'
import { failDamaged, failRead } from './sheet-problem.ts'
import type { SheetCells, TextPool } from './workbook.ts'

/** A spreadsheet's own last row. */
const LAST_ROW = 1_048_576
const LONGEST_LOOKED_UP = 11

/** The texts of a workbook in the order they came, short ones once. */
export class TextCollector {
  readonly #texts: string[] = []
  readonly #indexes = new Map<string, number>()
  readonly #limit: number
  #characters = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** The index of a text that may have come before. Long texts seldom repeat and cost most to look up. */
  intern(text: string): number {
    if (text.length > LONGEST_LOOKED_UP) return this.append(text)
    let index = this.#indexes.get(text)
    if (index === undefined) {
      index = this.append(text)
      this.#indexes.set(text, index)
    }
    return index
  }

  /** Adds a text known to be new, or worth no look-up. */
  append(text: string): number {
    this.#characters += text.length
    if (this.#characters > this.#limit)
      failRead('sheet.too-much-text', { limit: Math.floor(this.#limit / 10_000) })
    return this.#texts.push(text) - 1
  }

  at(index: number): string | undefined {
    return this.#texts[index]
  }

  pool(): TextPool {
    const ends = new Uint32Array(this.#texts.length)
    let end = 0
    this.#texts.forEach((text, index) => {
      end += text.length
      ends[index] = end
    })
    return { text: this.#texts.join(''), ends }
  }
}

/** Counts cells over all sheets of a workbook. */
export type CellCount = { cells: number }

/** Gathers the cells of one sheet, dropping blank ones, and watches the limits. */
export class CellCollector {
  readonly #name: string
  readonly #limits: ReadLimits
  readonly #count: CellCount
  readonly #rowNumbers: number[] = []
  readonly #rowStarts: number[] = [0]
  readonly #formulaCells: number[] = []
  readonly #formulaTexts: number[] = []
  #columns = new Uint16Array(4096)
  #texts = new Uint32Array(4096)
  #kinds = new Uint8Array(4096)
  #size = 0
  #row = 0
  #lastColumn = -1

  constructor(name: string, limits: ReadLimits, count: CellCount) {
    this.#name = name
    this.#limits = limits
    this.#count = count
  }

  /** Rows count from 1 and must rise; spreadsheets themselves call anything else corrupt. */
  startRow(row: number): void {
    if (row <= this.#row) failDamaged('markup')
    if (row > LAST_ROW)
      failRead('sheet.too-many-rows', { sheet: this.#name, limit: LAST_ROW }, { sheet: this.#name })
    this.#row = row
    this.#lastColumn = -1
  }

  /** Adds a cell with content; columns count from 0 and must rise within a row. */
  add(column: number, kind: number, text: number, formula?: number): void {
    if (column <= this.#lastColumn) failDamaged('markup')
    if (column >= this.#limits.columns) {
      const place = { sheet: this.#name, row: this.#row, column: column + 1 }
      const limit = this.#limits.columns
      failRead('sheet.too-many-columns', { ...place, column: columnLetters(column + 1), limit }, place)
    }
    this.#lastColumn = column
    if (++this.#count.cells > this.#limits.cells) {
      failRead(
        'sheet.too-many-cells',
        { sheet: this.#name, limit: this.#limits.cells },
        { sheet: this.#name },
      )
    }
    if (this.#size === this.#columns.length) this.#grow()
    if (formula !== undefined) {
      this.#formulaCells.push(this.#size)
      this.#formulaTexts.push(formula)
    }
    this.#columns[this.#size] = column
    this.#texts[this.#size] = text
    this.#kinds[this.#size] = kind
    this.#size++
  }

  endRow(): void {
    if (this.#lastColumn < 0) return
    this.#rowNumbers.push(this.#row)
    this.#rowStarts.push(this.#size)
    if (this.#rowNumbers.length > this.#limits.rows) {
      failRead('sheet.too-many-rows', { sheet: this.#name, limit: this.#limits.rows }, { sheet: this.#name })
    }
  }

  finish(hidden: boolean, merges: number[], widths: number[]): SheetCells {
    return {
      name: this.#name,
      hidden,
      rowNumbers: Uint32Array.from(this.#rowNumbers),
      rowStarts: Uint32Array.from(this.#rowStarts),
      columns: this.#columns.slice(0, this.#size),
      texts: this.#texts.slice(0, this.#size),
      kinds: this.#kinds.slice(0, this.#size),
      formulaCells: Uint32Array.from(this.#formulaCells),
      formulaTexts: Uint32Array.from(this.#formulaTexts),
      merges: Uint32Array.from(merges),
      widths: Float32Array.from(widths),
    }
  }

  #grow(): void {
    const length = this.#columns.length * 2
    const grown = <T extends Uint8Array | Uint16Array | Uint32Array>(wide: T, old: T): T => {
      wide.set(old)
      return wide
    }
    this.#columns = grown(new Uint16Array(length), this.#columns)
    this.#texts = grown(new Uint32Array(length), this.#texts)
    this.#kinds = grown(new Uint8Array(length), this.#kinds)
  }
}
