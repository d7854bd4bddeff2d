import type { CellCollector, TextCollector } from './cell-collector.ts'
import { columnLetters, readCellName } from './cell-name.ts'
import { dayNumberText, losesDigits, type NumberFormat, numberText, POWER_OF_TEN } from './number-format.ts'
import type { ReadLimits } from './read-limits.ts'
import { failDamaged, failRead } from './sheet-problem.ts'
import { cellKinds, MANGLED_BIT, RESULT_SHIFT, type SheetCells } from './workbook.ts'
import { attributesOf, decodeSheetEscapes, type XmlListener } from './xml-scanner.ts'

/** What the sheets of a workbook share. */
export type SharedParts = {
  texts: TextCollector
  /** Shared strings take the pool's first indexes, so that a cell's index into them is its index into the pool. */
  sharedStrings: number
  formats: NumberFormat[]
  since1904: boolean
  limits: ReadLimits
  /** The name of the sheet. */
  sheet: string
}

const TEXT = cellKinds.indexOf('text')
const NUMBER = cellKinds.indexOf('number')
const DATE = cellKinds.indexOf('date')
const BOOLEAN = cellKinds.indexOf('boolean')
const ERROR = cellKinds.indexOf('error')
const FORMULA = cellKinds.indexOf('formula')
const MOST_MERGES = 200_000

/** Listens to a worksheet part and collects its cells, merged areas and column widths. */
export class SheetScanner implements XmlListener {
  wantsText = false
  readonly #shared: SharedParts
  readonly #cells: CellCollector
  readonly #merges: number[] = []
  readonly #widths: number[] = []
  readonly #sharedFormulas = new Map<string, number>()
  #row = 0
  #column = -1
  #inCell = false
  #inString = false
  #inPhonetic = false
  #type = ''
  #style = 0
  #value = ''
  #formula: string | undefined
  #formulaGroup: string | undefined
  #part: 'value' | 'formula' | 'string' | undefined

  constructor(cells: CellCollector, shared: SharedParts) {
    this.#cells = cells
    this.#shared = shared
  }

  open(name: string, attributes: string, selfClosing: boolean): void {
    switch (name) {
      case 'row':
        this.#openRow(attributes)
        if (selfClosing) this.#cells.endRow()
        return
      case 'c':
        this.#openCell(attributes)
        this.#inCell = !selfClosing
        return
      case 'v':
        if (this.#inCell && !selfClosing) this.#listen('value')
        return
      case 'f':
        if (this.#inCell) this.#openFormula(attributes, selfClosing)
        return
      case 'is':
        this.#inString = this.#inCell && !selfClosing
        return
      case 'rPh':
        this.#inPhonetic = !selfClosing
        return
      case 't':
        if (this.#inString && !this.#inPhonetic && !selfClosing) this.#listen('string')
        return
      case 'mergeCell':
        this.#openMerge(attributes)
        return
      case 'col':
        this.#openColumn(attributes)
        return
    }
  }

  text(text: string): void {
    const before = this.#part === 'formula' ? this.#formula : this.#value
    if ((before?.length ?? 0) + text.length > this.#shared.limits.cellCharacters) this.#failTooLong()
    if (this.#part === 'formula') this.#formula = (this.#formula ?? '') + text
    else this.#value += text
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 'f':
      case 't':
        this.wantsText = false
        this.#part = undefined
        return
      case 'is':
        this.#inString = false
        return
      case 'rPh':
        this.#inPhonetic = false
        return
      case 'c':
        if (this.#inCell) this.#closeCell()
        this.#inCell = false
        return
      case 'row':
        this.#cells.endRow()
        return
    }
  }

  finish(hidden: boolean): SheetCells {
    return this.#cells.finish(hidden, this.#merges, this.#widths)
  }

  #failTooLong(): never {
    const limit = this.#shared.limits.cellCharacters
    const values = { row: this.#row, column: columnLetters(this.#column + 1), limit }
    failRead('sheet.cell-too-long', values, {
      sheet: this.#shared.sheet,
      row: this.#row,
      column: this.#column + 1,
    })
  }

  #listen(part: 'value' | 'formula' | 'string'): void {
    this.#part = part
    this.wantsText = true
  }

  #openRow(attributes: string): void {
    const given = attributesOf(attributes).get('r')
    this.#row = given === undefined ? this.#row + 1 : Number(given)
    if (!Number.isInteger(this.#row)) failDamaged('markup')
    this.#cells.startRow(this.#row)
    this.#column = -1
  }

  #openCell(attributes: string): void {
    this.#type = ''
    this.#style = 0
    this.#value = ''
    this.#formula = undefined
    this.#formulaGroup = undefined
    this.#column++
    // A cell has one-letter attributes only; reading them by hand halves the time of a large sheet.
    for (let at = attributes.indexOf('='); at > 0; at = attributes.indexOf('=', at)) {
      let nameAt = at - 1
      while (nameAt > 0 && attributes.charCodeAt(nameAt) <= 32) nameAt--
      const name = attributes.charCodeAt(nameAt)
      const isOneLetter = nameAt === 0 || attributes.charCodeAt(nameAt - 1) <= 32
      at++
      while (attributes.charCodeAt(at) <= 32) at++
      const end = attributes.indexOf(attributes.charAt(at), at + 1)
      if (end < 0) failDamaged('markup')
      if (isOneLetter) {
        if (name === 114) this.#column = this.#columnOf(attributes.slice(at + 1, end))
        else if (name === 115) this.#style = Number(attributes.slice(at + 1, end))
        else if (name === 116) this.#type = attributes.slice(at + 1, end)
      }
      at = end + 1
    }
  }

  #columnOf(name: string): number {
    const cell = readCellName(name)
    if (cell?.row !== this.#row) failDamaged('markup')
    return cell.column - 1
  }

  #openFormula(attributes: string, selfClosing: boolean): void {
    this.#formula = ''
    const given = attributesOf(attributes)
    if (given.get('t') === 'shared') this.#formulaGroup = given.get('si')
    if (!selfClosing) this.#listen('formula')
  }

  #openMerge(attributes: string): void {
    const [from, to] = (attributesOf(attributes).get('ref') ?? '').split(':').map(readCellName)
    if (!from || !to || this.#merges.length >= MOST_MERGES * 4) return
    this.#merges.push(from.row, from.column, to.row, to.column)
  }

  #openColumn(attributes: string): void {
    const given = attributesOf(attributes)
    const width = Number(given.get('width'))
    const first = Number(given.get('min'))
    const last = Math.min(Number(given.get('max')), 200)
    if (!(width > 0 && width <= 255 && first >= 1)) return
    for (let column = first; column <= last; column++) {
      while (this.#widths.length < column) this.#widths.push(0)
      this.#widths[column - 1] = width
    }
  }

  #closeCell(): void {
    const formula = this.#formulaText()
    const shown = this.#shown()
    if (formula !== undefined) {
      const kind = FORMULA | ((shown?.kind ?? 0) << RESULT_SHIFT) | (shown?.mangled ?? 0)
      this.#cells.add(this.#column, kind, shown?.text ?? this.#shared.texts.intern(''), formula)
    } else if (shown) {
      this.#cells.add(this.#column, shown.kind | shown.mangled, shown.text)
    }
  }

  /** Of formulas that share one text only the first carries it. */
  #formulaText(): number | undefined {
    if (this.#formula === undefined) return undefined
    const group = this.#formulaGroup
    if (this.#formula === '' && group !== undefined) {
      const first = this.#sharedFormulas.get(group)
      if (first !== undefined) return first
    }
    const text = this.#shared.texts.intern(this.#formula)
    if (group !== undefined) this.#sharedFormulas.set(group, text)
    return text
  }

  #shown(): { kind: number; text: number; mangled: number } | undefined {
    const value = this.#value
    switch (this.#type) {
      case 's': {
        const index = Number(value)
        if (value === '') return undefined
        // A text the workbook does not have is not a blank: nobody can say what stood there.
        if (!(index >= 0 && index < this.#shared.sharedStrings)) return this.#plain(ERROR, '#REF!')
        return this.#textual(this.#shared.texts.at(index) ?? '', index)
      }
      case 'inlineStr':
      case 'str':
        return this.#textual(decodeSheetEscapes(value))
      case 'b':
        return value === ''
          ? undefined
          : this.#plain(BOOLEAN, value === '1' || value === 'true' ? 'TRUE' : 'FALSE')
      case 'e':
        return this.#plain(ERROR, value === '' ? '#N/A' : value)
      case 'd':
        return this.#plain(DATE, value.replace('T', ' ').replace(/ 00:00:00(?:\.0+)?Z?$/, ''))
      default:
        return this.#numeric(value.trim())
    }
  }

  #plain(kind: number, text: string) {
    return { kind, text: this.#shared.texts.intern(text), mangled: 0 }
  }

  /** A text of nothing but spaces is a blank cell. */
  #textual(text: string, index?: number) {
    if (text.trim() === '') return undefined
    const mangled = POWER_OF_TEN.test(text) ? MANGLED_BIT : 0
    return { kind: TEXT, text: index ?? this.#shared.texts.intern(text), mangled }
  }

  #numeric(stored: string) {
    if (stored === '') return undefined
    const value = Number(stored)
    if (!Number.isFinite(value)) return this.#plain(TEXT, stored)
    const format = this.#shared.formats[this.#style]
    if (format?.kind === 'date') {
      const day = dayNumberText(value, this.#shared.since1904)
      if (day !== undefined) return this.#plain(DATE, day)
    }
    const text = numberText(value)
    const padded = format?.kind === 'padded' && value >= 0 ? text.padStart(format.width, '0') : text
    const mangled = losesDigits(value) ? MANGLED_BIT : 0
    return { kind: NUMBER, text: this.#shared.texts.intern(padded), mangled }
  }
}
