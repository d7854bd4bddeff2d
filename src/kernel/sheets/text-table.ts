import type { TextCollector } from './cell-collector.ts'
import { type CellCount, CellCollector } from './cell-collector.ts'
import { columnLetters } from './cell-name.ts'
import { POWER_OF_TEN } from './number-format.ts'
import type { ReadLimits } from './read-limits.ts'
import { failRead, type SheetProblem, sheetProblem } from './sheet-problem.ts'
import { findDelimiter } from './text-delimiter.ts'
import { decodeText, hexOf, type Unreadable } from './text-encoding.ts'
import { cellKinds, MANGLED_BIT, type SheetCells } from './workbook.ts'
import { textSheetName } from './words.ts'

const TEXT = cellKinds.indexOf('text')
const MOST_TOLD = 100

type TextReading = { sheets: SheetCells[]; remarks: SheetProblem[] }

/** Reads separated text: comma, tab, semicolon, full-width comma or bar; quotes; any line end. */
export function readTextTable(
  bytes: Uint8Array,
  limits: ReadLimits,
  texts: TextCollector,
  count: CellCount,
): TextReading {
  const { text, unreadable, remarks } = decodeText(bytes)
  const found = findDelimiter(text)
  const table = new TextTable(text, found.delimiter, unreadable, limits, texts, count)
  const sheet = table.read(found.from)
  return { sheets: [sheet], remarks: [...remarks, ...found.remarks, ...table.problems] }
}

class TextTable {
  readonly problems: SheetProblem[] = []
  readonly #text: string
  readonly #delimiter: string
  readonly #unreadable: readonly Unreadable[]
  readonly #limits: ReadLimits
  readonly #texts: TextCollector
  readonly #cells: CellCollector
  readonly #special: RegExp
  #row = 1
  #column = 0
  #hasCells = false
  #nextUnreadable = 0
  #brokenQuotes = 0
  #nuls = 0

  constructor(
    text: string,
    delimiter: string,
    unreadable: readonly Unreadable[],
    limits: ReadLimits,
    texts: TextCollector,
    count: CellCount,
  ) {
    this.#text = text
    this.#delimiter = delimiter
    this.#unreadable = unreadable
    this.#limits = limits
    this.#texts = texts
    this.#cells = new CellCollector(textSheetName, limits, count)
    this.#special = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\\r\\n]`, 'g')
  }

  read(from: number): SheetCells {
    const text = this.#text
    for (let at = from; at < text.length; ) {
      at = this.#readRow(at)
      if (this.#hasCells) this.#cells.endRow()
      this.#hasCells = false
      this.#row++
      this.#column = 0
    }
    return this.#cells.finish(false, [], [])
  }

  /** Reads fields up to the line's end and answers where the next line begins. */
  #readRow(from: number): number {
    const text = this.#text
    for (let at = from; ; this.#column++) {
      const quoted = text.charCodeAt(at) === 34 ? this.#quotedEnd(at) : undefined
      let end: number
      if (quoted !== undefined) {
        this.#add(text.slice(at + 1, quoted).replaceAll('""', '"'), at, quoted)
        end = quoted + 1
        while (end < text.length && text.charCodeAt(end) === 32) end++
      } else {
        this.#special.lastIndex = at
        end = this.#special.exec(text)?.index ?? text.length
        this.#add(text.slice(at, end), at, end)
      }
      if (text[end] === this.#delimiter) at = end + 1
      else return text.startsWith('\r\n', end) ? end + 2 : end + 1
    }
  }

  /**
   * The closing quote of a quoted field, which only a delimiter, a line end or the end of the text may follow. A
   * quote that is never closed so stands for itself, and is told: to close it somewhere would swallow rows.
   */
  #quotedEnd(open: number): number | undefined {
    const text = this.#text
    for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at)) {
      if (text.charCodeAt(at + 1) === 34) {
        at += 2
        continue
      }
      let next = at + 1
      while (text.charCodeAt(next) === 32) next++
      const after = text[next]
      if (after === undefined || after === this.#delimiter || after === '\r' || after === '\n') return at
      break
    }
    if (++this.#brokenQuotes > MOST_TOLD) failRead('sheet.quotes-broken', { limit: MOST_TOLD }, this.#place())
    this.problems.push(sheetProblem('sheet.quote-open', this.#values(), this.#place()))
    return undefined
  }

  #add(field: string, from: number, to: number): void {
    const value = this.#withoutNuls(field)
    if (value.length > this.#limits.cellCharacters)
      failRead(
        'sheet.cell-too-long',
        { ...this.#values(), limit: this.#limits.cellCharacters },
        this.#place(),
      )
    this.#tellUnreadable(value, from, to)
    const shown = plainText(value)
    if (shown.trim() === '') return
    if (!this.#hasCells) this.#cells.startRow(this.#row)
    this.#hasCells = true
    this.#cells.add(
      this.#column,
      TEXT | (POWER_OF_TEN.test(shown) ? MANGLED_BIT : 0),
      this.#texts.intern(shown),
    )
  }

  #withoutNuls(field: string): string {
    if (!field.includes('\0') && !field.includes('\x1a')) return field
    if (field.includes('\0') && ++this.#nuls <= MOST_TOLD)
      this.problems.push(sheetProblem('sheet.nul-bytes', this.#values(), this.#place(), 'warning'))
    return field.replace(/[\0\x1a]/g, '')
  }

  #tellUnreadable(value: string, from: number, to: number): void {
    if (!value.includes('\ufffd')) return
    let told = false
    for (; (this.#unreadable[this.#nextUnreadable]?.textAt ?? Infinity) < to; this.#nextUnreadable++) {
      const bad = this.#unreadable[this.#nextUnreadable]
      if (!bad || bad.textAt < from || told) continue
      told = true
      const values = { ...this.#values(), byte: bad.byteAt + 1, hex: hexOf(bad.value) }
      this.problems.push(sheetProblem('sheet.bytes-unreadable', values, this.#place()))
    }
    if (!told && this.problems.length < MOST_TOLD)
      this.problems.push(sheetProblem('sheet.characters-lost', this.#values(), this.#place(), 'warning'))
  }

  #place() {
    return { sheet: textSheetName, row: this.#row, column: this.#column + 1 }
  }

  #values() {
    return { row: this.#row, column: columnLetters(this.#column + 1) }
  }
}

/**
 * A field without the marks programs put around long numbers so that a spreadsheet leaves them alone: `="0012"` and
 * a leading apostrophe, which our own CSV files carry before whatever looks like a formula.
 */
function plainText(field: string): string {
  const wrapped = /^\s*="([^"]*)"\s*$/.exec(field)?.[1]
  return wrapped ?? (/^\s*'[\s\d=+\-@|]/.test(field) ? field.replace("'", '') : field)
}
