import type { Language } from '../words/words.ts'
import { columnLetters } from './cell-name.ts'
import { dayCell } from './day-serial.ts'
import { dropDowns, optionsSheet } from './drop-downs.ts'
import type { FormSheet } from './form-sheet.ts'
import { readForm } from './match-columns.ts'
import { headerKey, type SheetForm } from './sheet-form.ts'
import { filled, type SheetProblem } from './sheet-problem.ts'
import type { Look } from './sheet-styles.ts'
import type { CellOut, RowOut, SheetOut, StyledCell } from './sheet-xml.ts'
import { workbookWords } from './words.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { bytesOf, writeSheets } from './write-sheets.ts'

const MOST_LISTED = 5000
const LONGEST_MESSAGE = 2000

/**
 * The user's workbook given back with its problems: the same sheets, rows, columns and data, wrong cells
 * coloured, a last column 「问题」 that says what and how to put it right, and a summary sheet in front.
 * Formulas come back as the results they showed. With the form it holds, the header row is known and the
 * drop-downs are there again. Reading a marked workbook passes over what was added.
 */
export async function markWorkbook(
  workbook: Workbook,
  problems: readonly SheetProblem[],
  options: { form?: SheetForm; language?: Language } = {},
): Promise<Uint8Array> {
  const { form, language = 'zh' } = options
  const formSheets = form ? (await readForm(workbook, form)).sheets : []
  const out: SheetOut[] = [summarySheet(problems, language)]
  for (const sheet of workbook.sheets) {
    if (isNamed(sheet.name, 'summary') || (form && isNamed(sheet.name, 'options'))) continue
    const formSheet = formSheets.find((candidate) => candidate.sheet === sheet)
    const own = problems.filter((problem) => problem.sheet === sheet.name)
    out.push(new MarkedSheet(sheet, own, formSheet, form, language).out())
  }
  const lists = form && optionsSheet(form.columns, language)
  return bytesOf(writeSheets(lists ? [...out, lists] : out))
}

function isNamed(name: string, key: 'summary' | 'options' | 'problem'): boolean {
  return Object.values(workbookWords[key]).some((word) => headerKey(word) === headerKey(name))
}

class MarkedSheet {
  readonly #sheet: Sheet
  readonly #byRow = new Map<number, SheetProblem[]>()
  readonly #formSheet: FormSheet<string> | undefined
  readonly #form: SheetForm | undefined
  readonly #language: Language
  readonly #headerRow: number
  /** Index of the column the messages go to: the one of an earlier marking, or the first free one. */
  readonly #messageColumn: number

  constructor(
    sheet: Sheet,
    problems: readonly SheetProblem[],
    formSheet: FormSheet<string> | undefined,
    form: SheetForm | undefined,
    language: Language,
  ) {
    this.#sheet = sheet
    this.#formSheet = formSheet
    this.#form = form
    this.#language = language
    this.#headerRow = formSheet?.headerRow ?? 0
    for (const problem of problems) {
      if (problem.row === undefined) continue
      const sofar = this.#byRow.get(problem.row)
      if (sofar) sofar.push(problem)
      else this.#byRow.set(problem.row, [problem])
    }
    const last = sheet.columnCount - 1
    const isMarked = sheet.rowCount > 0 && isNamed(sheet.text(this.#headerRow, last), 'problem')
    this.#messageColumn = isMarked ? last : last + 1
  }

  out(): SheetOut {
    const sheet = this.#sheet
    const { name, hidden } = sheet
    const merges = sheet.merges.filter(({ toColumn }) => toColumn <= this.#messageColumn)
    const widths = Array.from({ length: this.#messageColumn }, (_, column) => ({
      width: sheet.width(column) ?? 12,
      format: this.#isTextColumn(column) ? ('text' as const) : ('general' as const),
    }))
    const columns = this.#byRow.size > 0 ? [...widths, { width: 80 }] : widths
    if (!this.#formSheet || sheet.rowCount === 0) return { name, hidden, columns, merges, rows: this.#rows() }
    const header = sheet.rowNumber(this.#headerRow)
    const { columns: found } = this.#formSheet
    const columnOf = (field: string) => {
      const column = found.get(field)
      return column === undefined ? undefined : column + 1
    }
    const lists = this.#form ? dropDowns(this.#form.columns, columnOf, header + 1, this.#language) : []
    return { name, hidden, columns, merges, frozenRows: header, dropDowns: lists, rows: this.#rows() }
  }

  *#rows(): Generator<RowOut> {
    const sheet = this.#sheet
    // A problem may stand in a row that is blank.
    const problemRows = [...this.#byRow.keys()].sort((a, b) => a - b)
    let next = 0
    const blanksBefore = function* (end: number) {
      for (; (problemRows[next] ?? Infinity) < end; next++) yield problemRows[next] ?? 0
      if (problemRows[next] === end) next++
    }
    for (let row = 0; row < sheet.rowCount; row++) {
      const number = sheet.rowNumber(row)
      for (const blank of blanksBefore(number)) yield { number: blank, cells: this.#cells(undefined, blank) }
      yield { number, cells: this.#cells(row, number) }
    }
    for (const blank of blanksBefore(Infinity)) yield { number: blank, cells: this.#cells(undefined, blank) }
  }

  #cells(row: number | undefined, number: number): CellOut[] {
    const problems = this.#byRow.get(number) ?? []
    const cells: CellOut[] = []
    const isHeader = this.#formSheet !== undefined && row === this.#headerRow
    for (let column = 0; column < this.#messageColumn; column++) {
      const own = lookOf(problems.filter((problem) => problem.column === column + 1))
      const look = own ?? (isHeader ? 'header' : undefined)
      const plain = row === undefined ? { value: null } : cellOf(this.#sheet, row, column)
      cells.push(look ? { ...plain, look } : plain)
    }
    if (row !== undefined && row === this.#headerRow && this.#byRow.size > 0) {
      const note = problems.length > 0 ? `：${this.#message(problems)}` : ''
      cells.push({ value: workbookWords.problem[this.#language] + note, look: 'header' })
    } else if (problems.length > 0) {
      const isWrong = problems.some(({ severity }) => severity === 'error')
      cells.push({ value: this.#message(problems), look: isWrong ? 'message' : 'plain', format: 'text' })
    }
    return cells
  }

  /** Colour is never alone: each message says whether it is an error, and where. */
  #message(problems: readonly SheetProblem[]): string {
    const language = this.#language
    const lines = problems.map(({ severity, column, words }) => {
      const where = column === undefined ? '' : columnLetters(column) + (language === 'zh' ? '列 ' : ' ')
      return language === 'zh'
        ? `【${workbookWords[severity].zh}】${where}${words.zh}`
        : `[${workbookWords[severity].en}] ${where}${words.en}`
    })
    return lines.join(' ').slice(0, LONGEST_MESSAGE)
  }

  /** A column that already holds long numbers as text keeps whatever is typed next as text. */
  #isTextColumn(column: number): boolean {
    const from = this.#headerRow + 1
    for (let row = from; row < Math.min(this.#sheet.rowCount, from + 200); row++) {
      if (this.#sheet.kind(row, column) === 'text' && /^[\d\sXx]{8,}$/.test(this.#sheet.text(row, column)))
        return true
    }
    return false
  }
}

function lookOf(problems: readonly SheetProblem[]): Look | undefined {
  if (problems.length === 0) return undefined
  return problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
}

/** A cell as it was read; a formula as the result it showed. */
function cellOf(sheet: Sheet, row: number, column: number): StyledCell {
  const value = sheet.text(row, column)
  switch (sheet.shownKind(row, column)) {
    case 'blank': {
      const formula = sheet.formula(row, column)
      return formula === undefined ? { value: null } : { value: `=${formula}`, format: 'text' }
    }
    case 'number':
      // Digits a format had padded would lose their zeros as a quantity.
      return /^-?0\d/.test(value) ? { value, format: 'text' } : { value: Number(value) }
    case 'date':
      return dayCell(value)
    case 'boolean':
      return { value: value === 'TRUE' }
    case 'error':
      return { value, isError: /^#[A-Z0-9/_]+[!?]?$/.test(value) }
    case 'text':
    case 'formula':
      return { value, format: /^[\d\sXx]{8,}$/.test(value) ? 'text' : undefined }
  }
}

function summarySheet(problems: readonly SheetProblem[], language: Language): SheetOut {
  const says = (key: keyof typeof workbookWords) => workbookWords[key][language]
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const head = ['sheet', 'row', 'column', 'severity', 'words'] as const
  const ordered = [...problems].sort(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  )
  const rows: RowOut[] = [
    { cells: [{ value: says('summary'), look: 'title' }], height: 32 },
    {
      cells: [
        {
          value: filled(workbookWords['summary.head'], { errors, warnings: problems.length - errors })[
            language
          ],
          look: 'note',
        },
      ],
      height: 32,
    },
    { cells: head.map((key) => ({ value: says(`summary.${key}`), look: 'header' })) },
    ...ordered.slice(0, MOST_LISTED).map(({ sheet, row, column, severity, words }): RowOut => {
      const look = severity === 'error' ? 'error' : 'warning'
      const letters = column === undefined ? null : columnLetters(column)
      return {
        cells: [
          sheet,
          row,
          letters,
          { value: says(severity), look },
          { value: words[language], format: 'text' },
        ],
      }
    }),
  ]
  if (problems.length > MOST_LISTED) {
    const more = filled(workbookWords['summary.more'], { more: problems.length - MOST_LISTED })[language]
    rows.push({ cells: [{ value: more, look: 'note' }] })
  }
  return {
    name: says('summary'),
    columns: [20, 8, 8, 8, 110].map((width) => ({ width })),
    rows,
    frozenRows: 3,
    filterRow: 3,
    merges: [1, 2].map((row) => ({ fromRow: row, fromColumn: 1, toRow: row, toColumn: head.length })),
  }
}
