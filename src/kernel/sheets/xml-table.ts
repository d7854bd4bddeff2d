import { type CellCount, CellCollector, type TextCollector } from './cell-collector.ts'
import { losesDigits, numberText, POWER_OF_TEN } from './number-format.ts'
import type { ReadLimits } from './read-limits.ts'
import { failDamaged, failRead, type SheetProblem } from './sheet-problem.ts'
import { decodeText } from './text-encoding.ts'
import { cellKinds, MANGLED_BIT, RESULT_SHIFT, type SheetCells } from './workbook.ts'
import { attributesOf, type XmlListener, XmlScanner } from './xml-scanner.ts'

const TEXT = cellKinds.indexOf('text')
const NUMBER = cellKinds.indexOf('number')
const DATE = cellKinds.indexOf('date')
const BOOLEAN = cellKinds.indexOf('boolean')
const ERROR = cellKinds.indexOf('error')
const FORMULA = cellKinds.indexOf('formula')
const PIECE = 256 * 1024

/** Reads the XML tables of 2003, which many systems still write and call .xls. */
export function readXmlTables(
  bytes: Uint8Array,
  limits: ReadLimits,
  texts: TextCollector,
  count: CellCount,
): { sheets: SheetCells[]; remarks: SheetProblem[] } {
  const declared = /^[^>]{0,100}encoding=["']([\w-]+)/.exec(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1'),
  )
  const { text, remarks, unreadable } = decodeText(bytes, declared?.[1])
  if (unreadable.length > 0) failDamaged('content')
  const listener = new XmlTableListener(limits, texts, count)
  const scanner = new XmlScanner(listener)
  for (let at = 0; at < text.length; at += PIECE)
    scanner.write(text.slice(at, at + PIECE).replace(/^\ufeff/, ''))
  scanner.end()
  return { sheets: listener.sheets, remarks }
}

class XmlTableListener implements XmlListener {
  wantsText = false
  readonly sheets: SheetCells[] = []
  readonly #limits: ReadLimits
  readonly #texts: TextCollector
  readonly #count: CellCount
  #cells: CellCollector | undefined
  #merges: number[] = []
  #hidden = false
  #row = 0
  #nextRow = 1
  #column = -1
  #type = ''
  #formula: string | undefined
  #value = ''

  constructor(limits: ReadLimits, texts: TextCollector, count: CellCount) {
    this.#limits = limits
    this.#texts = texts
    this.#count = count
  }

  open(name: string, source: string, selfClosing: boolean): void {
    switch (name) {
      case 'Worksheet': {
        if (this.sheets.length >= this.#limits.sheets)
          failRead('sheet.too-many-sheets', { limit: this.#limits.sheets })
        const sheet = given(source).get('Name') ?? `表${this.sheets.length + 1}`
        this.#cells = new CellCollector(sheet, this.#limits, this.#count)
        this.#merges = []
        this.#hidden = false
        this.#nextRow = 1
        if (selfClosing) this.close(name)
        return
      }
      case 'Row': {
        const attributes = given(source)
        this.#row = indexIn(attributes, this.#nextRow)
        // A span says that as many rows of the same look, blank ones, follow.
        this.#nextRow = this.#row + 1 + (Number(attributes.get('Span')) || 0)
        this.#column = -1
        this.#cells?.startRow(this.#row)
        if (selfClosing) this.#cells?.endRow()
        return
      }
      case 'Cell':
        this.#openCell(given(source))
        if (selfClosing) this.close(name)
        return
      case 'Data':
        this.#type = given(source).get('Type') ?? 'String'
        this.wantsText = !selfClosing
        return
      case 'Visible':
        this.wantsText = true
        this.#value = ''
    }
  }

  text(text: string): void {
    this.#value += text
    if (this.#value.length <= this.#limits.cellCharacters) return
    const values = { row: this.#row, column: String(this.#column + 1), limit: this.#limits.cellCharacters }
    failRead('sheet.cell-too-long', values, { row: this.#row, column: this.#column + 1 })
  }

  close(name: string): void {
    switch (name) {
      case 'Data':
        this.wantsText = false
        return
      case 'Visible':
        this.wantsText = false
        this.#hidden = /Hidden/.test(this.#value)
        this.#value = ''
        return
      case 'Cell':
        this.#closeCell()
        return
      case 'Row':
        this.#cells?.endRow()
        return
      case 'Worksheet':
        if (this.#cells) this.sheets.push(this.#cells.finish(this.#hidden, this.#merges, []))
        this.#cells = undefined
    }
  }

  #openCell(attributes: Map<string, string>): void {
    this.#column = indexIn(attributes, this.#column + 2) - 1
    this.#type = ''
    this.#value = ''
    this.#formula = attributes.get('Formula')?.replace(/^=/, '')
    const [across, down] = [
      Number(attributes.get('MergeAcross')) || 0,
      Number(attributes.get('MergeDown')) || 0,
    ]
    if (across > 0 || down > 0)
      this.#merges.push(this.#row, this.#column + 1, this.#row + down, this.#column + 1 + across)
  }

  #closeCell(): void {
    const shown = this.#shown()
    const formula = this.#formula
    const width =
      this.#merges.at(-4) === this.#row && this.#merges.at(-3) === this.#column + 1 ? this.#merges.at(-1) : 0
    if (formula !== undefined) {
      const kind = FORMULA | ((shown?.kind ?? 0) << RESULT_SHIFT) | (shown?.mangled ?? 0)
      this.#cells?.add(this.#column, kind, this.#texts.intern(shown?.text ?? ''), this.#texts.intern(formula))
    } else if (shown)
      this.#cells?.add(this.#column, shown.kind | shown.mangled, this.#texts.intern(shown.text))
    if (width) this.#column = width - 1
  }

  #shown(): { kind: number; text: string; mangled: number } | undefined {
    const value = this.#value
    if (value.trim() === '') return undefined
    switch (this.#type) {
      case 'Number': {
        const number = Number(value)
        if (!Number.isFinite(number)) return { kind: TEXT, text: value, mangled: 0 }
        return { kind: NUMBER, text: numberText(number), mangled: losesDigits(number) ? MANGLED_BIT : 0 }
      }
      case 'DateTime':
        return { kind: DATE, text: value.replace('T', ' ').replace(/ 00:00:00(?:\.0+)?$/, ''), mangled: 0 }
      case 'Boolean':
        return { kind: BOOLEAN, text: value === '1' ? 'TRUE' : 'FALSE', mangled: 0 }
      case 'Error':
        return { kind: ERROR, text: value, mangled: 0 }
      default:
        return { kind: TEXT, text: value, mangled: POWER_OF_TEN.test(value) ? MANGLED_BIT : 0 }
    }
  }
}

/** Attributes without their prefix: ss:Index is Index. */
function given(source: string): Map<string, string> {
  return new Map([...attributesOf(source)].map(([name, value]) => [name.replace(/^.*:/, ''), value]))
}

function indexIn(attributes: Map<string, string>, otherwise: number): number {
  const index = attributes.get('Index')
  if (index === undefined) return otherwise
  const number = Number(index)
  if (!Number.isInteger(number) || number < 1) failDamaged('markup')
  return number
}
