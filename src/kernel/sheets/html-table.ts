import { type CellCount, CellCollector, type TextCollector } from './cell-collector.ts'
import { decodeHtmlEntities } from './html-entities.ts'
import { losesDigits, numberText, POWER_OF_TEN } from './number-format.ts'
import type { ReadLimits } from './read-limits.ts'
import { failRead, type SheetProblem } from './sheet-problem.ts'
import { decodeText } from './text-encoding.ts'
import { cellKinds, MANGLED_BIT, type SheetCells } from './workbook.ts'
import { textSheetName } from './words.ts'

const TEXT = cellKinds.indexOf('text')
const NUMBER = cellKinds.indexOf('number')
const DEEPEST = 30
const MOST_SPANNED = 65_536

/** Everything between these and their end tags is not for reading. */
const UNSEEN = new Set(['script', 'style', 'title', 'xml', 'noscript', 'textarea', 'svg'])
const TAG = /<(?:!--|([!?])|(\/?)([a-z][a-z0-9:]*))/gi

/**
 * Reads the tables of a web page that carries a workbook's name, as many systems export them. Each table is a sheet;
 * one inside another's cell is a sheet of its own. Everything is text as shown; nothing is run or fetched.
 */
export function readHtmlTables(
  bytes: Uint8Array,
  limits: ReadLimits,
  texts: TextCollector,
  count: CellCount,
): { sheets: SheetCells[]; remarks: SheetProblem[] } {
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(
    Buffer.from(bytes.subarray(0, 4096)).toString('latin1'),
  )
  const { text, remarks, unreadable } = decodeText(bytes, declared?.[1])
  const [bad] = unreadable
  if (bad)
    failRead('sheet.unknown-encoding', {
      row: lineAt(text, bad.textAt),
      byte: bad.byteAt + 1,
      hex: hex(bad.value),
    })
  const page = new HtmlPage(limits, texts, count)
  page.read(text)
  return { sheets: page.finish(), remarks }
}

const hex = (value: number) => value.toString(16).toUpperCase().padStart(2, '0')
const lineAt = (text: string, at: number) => text.slice(0, at).split('\n').length

class HtmlPage {
  readonly #limits: ReadLimits
  readonly #texts: TextCollector
  readonly #count: CellCount
  readonly #done: TableCells[] = []
  readonly #open: TableCells[] = []
  #tables = 0

  constructor(limits: ReadLimits, texts: TextCollector, count: CellCount) {
    this.#limits = limits
    this.#texts = texts
    this.#count = count
  }

  read(page: string): void {
    TAG.lastIndex = 0
    let at = 0
    for (let match = TAG.exec(page); match; match = TAG.exec(page)) {
      this.#open.at(-1)?.text(page.slice(at, match.index))
      const [, declaration, slash, given = ''] = match
      const name = given.toLowerCase()
      if (match[0] === '<!--') at = after(page, '-->', TAG.lastIndex)
      else if (declaration) at = after(page, '>', TAG.lastIndex)
      else {
        const end = tagEnd(page, TAG.lastIndex)
        const attributes = page.slice(TAG.lastIndex, end - 1)
        at = end
        if (!slash && UNSEEN.has(name)) at = after(page, '>', Math.max(end, indexOfClosing(page, name, end)))
        else this.#tag(name, slash === '/', attributes)
      }
      TAG.lastIndex = at
    }
    this.#open.at(-1)?.text(page.slice(at))
    for (const table of this.#open.reverse()) this.#close(table)
  }

  finish(): SheetCells[] {
    return this.#done
      .sort((a, b) => a.number - b.number)
      .flatMap((table) => {
        const cells = table.finish()
        return cells.rowNumbers.length > 0 ? [cells] : []
      })
  }

  #tag(name: string, isEnd: boolean, attributes: string): void {
    const table = this.#open.at(-1)
    switch (name) {
      case 'table':
        if (!isEnd) {
          if (this.#open.length >= DEEPEST) failRead('sheet.too-deep', { limit: DEEPEST })
          if (++this.#tables > this.#limits.sheets)
            failRead('sheet.too-many-sheets', { limit: this.#limits.sheets })
          this.#open.push(new TableCells(this.#tables, this.#limits, this.#texts, this.#count))
        } else if (table) {
          this.#open.pop()
          this.#close(table)
        }
        return
      case 'tr':
        if (isEnd) table?.endRow()
        else table?.startRow()
        return
      case 'td':
      case 'th':
        if (isEnd) table?.endCell()
        else table?.startCell(attributes)
        return
      case 'br':
      case 'p':
      case 'div':
        table?.text(' ')
    }
  }

  #close(table: TableCells): void {
    table.endRow()
    this.#done.push(table)
  }
}

/** The cells of one table, each at its column beside cells that reach down from above. */
class TableCells {
  readonly number: number
  readonly #name: string
  readonly #cells: CellCollector
  readonly #texts: TextCollector
  readonly #limits: ReadLimits
  readonly #merges: number[] = []
  /** The last row, by column, that a cell above reaches down to. */
  readonly #takenTo: number[] = []
  #row = 0
  #column = 0
  #inRow = false
  #hasCells = false
  #cell: { attributes: string; pieces: string[]; size: number } | undefined

  constructor(number: number, limits: ReadLimits, texts: TextCollector, count: CellCount) {
    this.number = number
    this.#name = number === 1 ? textSheetName : textSheetName.replace(/\d+$/, String(number))
    this.#cells = new CellCollector(this.#name, limits, count)
    this.#texts = texts
    this.#limits = limits
  }

  startRow(): void {
    this.endRow()
    this.#row++
    this.#column = 0
    this.#inRow = true
  }

  endRow(): void {
    this.endCell()
    if (this.#hasCells) this.#cells.endRow()
    this.#hasCells = false
    this.#inRow = false
  }

  startCell(attributes: string): void {
    if (!this.#inRow) this.startRow()
    this.endCell()
    this.#cell = { attributes, pieces: [], size: 0 }
  }

  text(piece: string): void {
    if (!this.#cell || piece === '') return
    this.#cell.size += piece.length
    // Entities are longer than what they stand for.
    if (this.#cell.size > this.#limits.cellCharacters * 10) this.#failTooLong()
    this.#cell.pieces.push(piece)
  }

  endCell(): void {
    const cell = this.#cell
    if (!cell) return
    this.#cell = undefined
    while ((this.#takenTo[this.#column] ?? 0) >= this.#row) this.#column++
    const column = this.#column
    const wide = spanOf(cell.attributes, 'colspan')
    const high = spanOf(cell.attributes, 'rowspan')
    this.#column += wide
    for (let at = column; high > 1 && at < Math.min(column + wide, this.#limits.columns); at++)
      this.#takenTo[at] = this.#row + high - 1
    const shown = decodeHtmlEntities(cell.pieces.join(''))
      .replace(/[\s\u00a0]+/g, ' ')
      .trim()
    const stored = /\bx:num\s*=\s*["']?([-+\d.eE]+)/i.exec(cell.attributes)?.[1]
    if (shown === '') return
    if (shown.length > this.#limits.cellCharacters) this.#failTooLong()
    if (!this.#hasCells) this.#cells.startRow(this.#row)
    this.#hasCells = true
    const number = stored === undefined ? NaN : Number(stored)
    if (Number.isFinite(number) && POWER_OF_TEN.test(shown)) {
      const kind = NUMBER | (losesDigits(number) ? MANGLED_BIT : 0)
      this.#cells.add(column, kind, this.#texts.intern(numberText(number)))
    } else {
      const kind = TEXT | (POWER_OF_TEN.test(shown) ? MANGLED_BIT : 0)
      this.#cells.add(column, kind, this.#texts.intern(shown))
    }
    if (wide > 1 || high > 1) this.#merges.push(this.#row, column + 1, this.#row + high - 1, column + wide)
  }

  finish(): SheetCells {
    return this.#cells.finish(false, this.#merges, [])
  }

  #failTooLong(): never {
    const place = { sheet: this.#name, row: this.#row, column: this.#column + 1 }
    const column = String(this.#column + 1)
    failRead('sheet.cell-too-long', { row: this.#row, column, limit: this.#limits.cellCharacters }, place)
  }
}

function spanOf(attributes: string, name: 'colspan' | 'rowspan'): number {
  const given = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(attributes)?.[1]
  return Math.min(Math.max(Number(given ?? 1), 1), name === 'colspan' ? 16_384 : MOST_SPANNED)
}

function after(page: string, mark: string, from: number): number {
  const at = page.indexOf(mark, from)
  return at < 0 ? page.length : at + mark.length
}

/** Just after the tag's `>`, which may also stand inside quotes. */
function tagEnd(page: string, from: number): number {
  let quote = ''
  for (let at = from; at < page.length; at++) {
    const letter = page.charAt(at)
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '>') return at + 1
    else if ((letter === '"' || letter === "'") && page.charAt(at - 1) === '=') quote = letter
  }
  return page.length
}

function indexOfClosing(page: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\b`, 'gi')
  closing.lastIndex = from
  return closing.exec(page)?.index ?? page.length
}
