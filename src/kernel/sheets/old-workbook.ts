import * as XLSX from '@e965/xlsx'
import { CellCollector, type TextCollector } from './cell-collector.ts'
import { columnLetters } from './cell-name.ts'
import { checkCompoundFile } from './compound-file.ts'
import {
  builtInFormat,
  dayNumberText,
  losesDigits,
  type NumberFormat,
  numberText,
  POWER_OF_TEN,
  readFormatCode,
} from './number-format.ts'
import type { ReadLimits } from './read-limits.ts'
import type { Reader } from './reply.ts'
import { failDamaged, failRead, ReadFailure } from './sheet-problem.ts'
import { cellKinds, MANGLED_BIT, RESULT_SHIFT, type SheetCells } from './workbook.ts'

const TEXT = cellKinds.indexOf('text')
const NUMBER = cellKinds.indexOf('number')
const DATE = cellKinds.indexOf('date')
const BOOLEAN = cellKinds.indexOf('boolean')
const ERROR = cellKinds.indexOf('error')
const FORMULA = cellKinds.indexOf('formula')

/** Such a workbook is locked with the password every program tries first, so that people need none. */
const NO_PASSWORD = 'VelvetSweatshop'
/** Built-in date formats of Chinese versions, which the library has no text for. */
const chineseDates = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]

/**
 * Reads workbooks of Excel 97–2003 and before by SheetJS, in a thread whose memory and time are limited. Texts of
 * Excel 95 and before are GBK here. Nothing is evaluated; macros stay unread.
 */
export const readOldWorkbook: Reader = (bytes, limits, texts, count) => {
  if (bytes[0] === 0xd0) checkCompoundFile(bytes)
  XLSX.set_cptable({ utils: { decode: decodeCodePage, encode: encodeLatin } })
  const book = parsed(bytes)
  const hidden = book.Workbook?.Sheets ?? []
  const since1904 = book.Workbook?.WBProps?.date1904 === true
  if (book.SheetNames.length > limits.sheets) failRead('sheet.too-many-sheets', { limit: limits.sheets })
  const sheets = book.SheetNames.flatMap((name, at): SheetCells[] => {
    const sheet = book.Sheets[name]
    // The library keeps a sheet only once it has come to its end.
    if (!sheet) return failDamaged('truncated')
    if (sheet['!type'] && sheet['!type'] !== 'sheet') return []
    const cells = new CellCollector(name, limits, count)
    readSheet(sheet, new CellReader(name, cells, texts, limits, since1904))
    // Parsed rows are not needed again; a workbook of many sheets is held once, not twice.
    delete book.Sheets[name]
    return [cells.finish((hidden[at]?.Hidden ?? 0) !== 0, mergesOf(sheet), [])]
  })
  return { sheets, remarks: [] }
}

function parsed(bytes: Uint8Array): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: false,
      codepage: 936,
      password: NO_PASSWORD,
    })
  } catch (error) {
    if (error instanceof ReadFailure) throw error
    const said = error instanceof Error ? error.message : String(error)
    if (/password|encrypt/i.test(said)) failRead('sheet.encrypted')
    return failDamaged('content')
  }
}

function readSheet(sheet: XLSX.WorkSheet, reader: CellReader): void {
  const rows = (sheet['!data'] ?? []) as (XLSX.CellObject | undefined)[][]
  // Rows far down leave holes, which forEach passes over.
  rows.forEach((row, at) => {
    reader.startRow(at + 1)
    row.forEach((cell, column) => cell && reader.add(column, cell))
    reader.endRow()
  })
}

class CellReader {
  readonly #name: string
  readonly #cells: CellCollector
  readonly #texts: TextCollector
  readonly #limits: ReadLimits
  readonly #since1904: boolean
  readonly #formats = new Map<string, NumberFormat>()
  #row = 0
  #hasCells = false

  constructor(
    name: string,
    cells: CellCollector,
    texts: TextCollector,
    limits: ReadLimits,
    since1904: boolean,
  ) {
    this.#name = name
    this.#cells = cells
    this.#texts = texts
    this.#limits = limits
    this.#since1904 = since1904
  }

  startRow(row: number): void {
    this.#row = row
    this.#hasCells = false
  }

  endRow(): void {
    if (this.#hasCells) this.#cells.endRow()
  }

  add(column: number, cell: XLSX.CellObject): void {
    const shown = this.#shown(cell, column)
    if (!shown && cell.f === undefined) return
    if (!this.#hasCells) this.#cells.startRow(this.#row)
    this.#hasCells = true
    const text = this.#texts.intern(shown?.text ?? '')
    const kind = shown?.kind ?? 0
    const mangled = shown?.mangled ? MANGLED_BIT : 0
    if (cell.f === undefined) this.#cells.add(column, kind | mangled, text)
    else
      this.#cells.add(
        column,
        FORMULA | (kind << RESULT_SHIFT) | mangled,
        text,
        this.#texts.intern(String(cell.f).slice(0, this.#limits.cellCharacters)),
      )
  }

  #shown(
    cell: XLSX.CellObject,
    column: number,
  ): { kind: number; text: string; mangled?: boolean } | undefined {
    const { v: value } = cell
    if (value === undefined || value === null) return undefined
    switch (cell.t) {
      case 'n':
        return this.#numeric(Number(value), cell)
      case 'b':
        return { kind: BOOLEAN, text: value ? 'TRUE' : 'FALSE' }
      case 'e':
        return { kind: ERROR, text: errors[Number(value)] ?? '#N/A' }
      case 's':
      case 'd':
      case 'z': {
        const text = String(value)
        if (text.length > this.#limits.cellCharacters) {
          const place = { row: this.#row, column: column + 1 }
          const values = {
            row: this.#row,
            column: columnLetters(column + 1),
            limit: this.#limits.cellCharacters,
          }
          failRead('sheet.cell-too-long', values, { sheet: this.#name, ...place })
        }
        return text.trim() === '' ? undefined : { kind: TEXT, text, mangled: POWER_OF_TEN.test(text) }
      }
    }
  }

  #numeric(value: number, cell: XLSX.CellObject) {
    if (!Number.isFinite(value)) return { kind: TEXT, text: String(value) }
    const format = this.#formatOf(cell)
    if (format.kind === 'date') {
      const day = dayNumberText(value, this.#since1904)
      if (day !== undefined) return { kind: DATE, text: day }
    }
    const text = numberText(value)
    const padded = format.kind === 'padded' && value >= 0 ? text.padStart(format.width, '0') : text
    return { kind: NUMBER, text: padded, mangled: losesDigits(value) }
  }

  #formatOf({ z: code }: XLSX.CellObject): NumberFormat {
    if (code === undefined) return builtInFormat(0)
    const key = String(code)
    let format = this.#formats.get(key)
    if (!format) {
      format = typeof code === 'number' ? builtInFormat(code) : readFormatCode(key)
      if (this.#formats.size < this.#limits.styles) this.#formats.set(key, format)
    }
    return format
  }
}

const errors: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
}

function mergesOf(sheet: XLSX.WorkSheet): number[] {
  return (sheet['!merges'] ?? [])
    .slice(0, 200_000)
    .flatMap(({ s, e }) => [s.r + 1, s.c + 1, e.r + 1, e.c + 1])
}

type Bytes = Uint8Array | readonly number[] | string

/** The library's own tables of code pages weigh half a megabyte; what Node decodes is enough. */
function decodeCodePage(page: number, data: Bytes): string {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data)
  if (page === 1200) return bytes.toString('utf16le')
  if (page === 65001) return bytes.toString('utf8')
  // A Western page on a Chinese workbook is the mark of a program that did not say; its texts are Chinese.
  return new TextDecoder(page === 950 ? 'big5' : 'gbk').decode(bytes)
}

function encodeLatin(_page: number, text: string): number[] {
  return [...Buffer.from(text, 'latin1')]
}

for (const id of chineseDates) XLSX.SSF.load('yyyy"年"m"月"d"日"', id)
