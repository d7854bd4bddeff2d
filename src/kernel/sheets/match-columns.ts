import { columnLetters } from './cell-name.ts'
import { findDataRows } from './data-rows.ts'
import { FormSheet } from './form-sheet.ts'
import {
  type ColumnSpec,
  type Header,
  headerKey,
  headerKeyWithoutRemark,
  type SheetForm,
} from './sheet-form.ts'
import { type SheetProblem, sheetProblem } from './sheet-problem.ts'
import { workbookWords } from './words.ts'
import type { Sheet, Workbook } from './workbook.ts'

const DEEPEST_HEADER_ROW = 30
const MOST_HEADER_ROWS = 3

export type FormReading<Field extends string> = {
  /** Whether the rows can be taken: the form was found and nothing is wrong with its header. */
  ok: boolean
  /** The sheets that hold the form: one, or one per town. Unless all is well they give no rows, only where they are. */
  sheets: FormSheet<Field>[]
  problems: SheetProblem[]
}

/**
 * Finds a form in a workbook: the sheets that hold it, their header rows (below titles, of up to three rows,
 * merged or not) and the column of each field. When it is not there, says what was found instead; `others` are
 * the forms it may be mistaken for.
 */
export async function readForm<Field extends string>(
  workbook: Workbook,
  form: SheetForm<Field>,
  others: readonly SheetForm[] = [],
): Promise<FormReading<Field>> {
  const problems: SheetProblem[] = [...workbook.remarks]
  const sheets: FormSheet<Field>[] = []
  const skipped: SheetProblem[] = []
  for (const sheet of workbook.sheets) {
    if (sheet.rowCount === 0 || isOurOwn(sheet.name)) continue
    const header = findHeader(sheet, form)
    const isForm = header !== undefined && isEnough(header, form)
    const other = others.find((candidate) => isBetterFit(sheet, candidate, form, isForm ? header : undefined))
    if (!isForm || other) {
      skipped.push(notThisForm(sheet, form, other))
    } else if (sheet.hidden) {
      skipped.push(sheetProblem('sheet.hidden-sheet', { sheet: sheet.name }, { sheet: sheet.name }))
    } else {
      sheets.push(
        new FormSheet(sheet, header.lastRow, header.columns, await findDataRows(sheet, header, form)),
      )
      problems.push(...headerProblems(sheet, header, form))
    }
  }
  // Beside a good sheet others may stand; alone, they are why nothing can be imported.
  problems.push(...(sheets.length > 0 ? skipped.map((problem) => asRemark(problem, form)) : skipped))
  for (const { sheet, rows } of sheets) {
    if (rows.length === 0 && sheets.every((each) => each.rows.length === 0)) {
      problems.push(sheetProblem('sheet.no-rows', { sheet: sheet.name }, { sheet: sheet.name }))
    }
  }
  const ok = problems.every(({ severity }) => severity === 'warning')
  return { ok, sheets: ok ? sheets : sheets.map((sheet) => sheet.withoutRows()), problems }
}

function isOurOwn(name: string): boolean {
  const { instructions, options, summary } = workbookWords
  return [instructions, options, summary].some(({ zh, en }) => name === zh || name === en)
}

function isEnough(header: Header, form: SheetForm): boolean {
  const required = form.columns.filter((column) => column.required)
  const found = required.filter((column) => header.columns.has(column.field))
  return found.length * 2 >= required.length && header.columns.size >= Math.min(2, form.columns.length)
}

function missing(header: Header, form: SheetForm): ColumnSpec[] {
  return form.columns.filter((column) => column.required && !header.columns.has(column.field))
}

function isBetterFit(sheet: Sheet, other: SheetForm, form: SheetForm, own: Header | undefined): boolean {
  if (own && missing(own, form).length === 0) return false
  const header = findHeader(sheet, other)
  if (!header || !isEnough(header, other)) return false
  return !own || (missing(header, other).length === 0 && header.columns.size > own.columns.size)
}

function findHeader<Field extends string>(sheet: Sheet, form: SheetForm<Field>): Header<Field> | undefined {
  const fields = fieldsByKey(form)
  let best: Header<Field> | undefined
  for (let firstRow = 0; firstRow < Math.min(sheet.rowCount, DEEPEST_HEADER_ROW); firstRow++) {
    for (let height = 1; height <= MOST_HEADER_ROWS && firstRow + height <= sheet.rowCount; height++) {
      const header = readHeader(sheet, firstRow, height, fields, form)
      if (header.columns.size > 0 && header.score > (best?.score ?? 0)) best = header
    }
  }
  return best
}

function fieldsByKey<Field extends string>(form: SheetForm<Field>): Map<string, Field> {
  const fields = new Map<string, Field>()
  for (const { field, label } of form.columns) fields.set(headerKey(label), field)
  for (const { field, aliases = [] } of form.columns) {
    for (const alias of aliases) if (!fields.has(headerKey(alias))) fields.set(headerKey(alias), field)
  }
  return fields
}

function readHeader<Field extends string>(
  sheet: Sheet,
  firstRow: number,
  height: number,
  fields: Map<string, Field>,
  form: SheetForm<Field>,
): Header<Field> {
  const lastRow = firstRow + height - 1
  const found = new Map<Field, { column: number; rank: number }>()
  const header: Header<Field> = { firstRow, lastRow, columns: new Map(), repeated: [], unknown: [], score: 0 }
  for (let column = 0; column < sheet.columnCount; column++) {
    const labels = headerLabels(sheet, firstRow, lastRow, column)
    if (labels.length === 0) continue
    const match = matchLabels(labels, fields)
    const before = match && found.get(match.field)
    const label = labels.join('·')
    if (!match || (before && before.rank < match.rank)) header.unknown.push({ column, label })
    else if (before && before.rank === match.rank) {
      header.repeated.push({ field: match.field, first: before.column, second: column })
    } else {
      if (before) {
        const labels = headerLabels(sheet, firstRow, lastRow, before.column)
        header.unknown.push({ column: before.column, label: labels.join('·') })
      }
      found.set(match.field, { column, rank: match.rank })
    }
  }
  for (const { field, required } of form.columns) {
    const match = found.get(field)
    if (!match) continue
    header.columns.set(field, match.column)
    // Required columns weigh most, then how exactly a header names its column.
    header.score += (required ? 20 : 10) - match.rank
  }
  return header
}

/** A column's headers from the top, each once: a header merged downwards stands in several rows. */
function headerLabels(sheet: Sheet, firstRow: number, lastRow: number, column: number): string[] {
  const labels: string[] = []
  for (let row = firstRow; row <= lastRow; row++) {
    const label = sheet.mergedText(row, column).trim()
    if (label !== '' && label !== labels.at(-1)) labels.push(label)
  }
  return labels
}

/** The field of a column and how exactly its header names it, 0 best. */
function matchLabels<Field extends string>(labels: string[], fields: Map<string, Field>) {
  const keys = labels.map(headerKey)
  const whole = [keys.join(''), keys.slice(-2).join(''), keys.at(-1) ?? '']
  const candidates = [...whole, ...whole.map(headerKeyWithoutRemark)]
  for (const [rank, key] of candidates.entries()) {
    const field = fields.get(key)
    if (field !== undefined) return { field, rank }
  }
  return undefined
}

function headerProblems(sheet: Sheet, header: Header, form: SheetForm): SheetProblem[] {
  const row = sheet.rowNumber(header.lastRow)
  const unknown = header.unknown.filter(({ label }) => !isPassedOver(label))
  const labelOf = (field: string) => form.columns.find((column) => column.field === field)?.label ?? field
  return [
    ...missing(header, form).map(({ label }) => {
      const values = { sheet: sheet.name, label, row, unknown: listed(unknown.map((column) => column.label)) }
      return sheetProblem('sheet.column-missing', values, { sheet: sheet.name, row })
    }),
    ...header.repeated.map(({ field, first, second }) => {
      const values = {
        label: labelOf(field),
        first: columnLetters(first + 1),
        second: columnLetters(second + 1),
      }
      return sheetProblem('sheet.column-twice', values, { sheet: sheet.name, row, column: second + 1 })
    }),
    ...unknown.map(({ column, label }) => {
      const values = { label, column: columnLetters(column + 1) }
      const place = { sheet: sheet.name, row, column: column + 1 }
      return sheetProblem('sheet.column-unknown', values, place, 'warning')
    }),
  ]
}

/** The running number people put first and the column our marked workbook adds need no remark. */
function isPassedOver(label: string): boolean {
  return ['序号', 'no.', workbookWords.problem.zh, workbookWords.problem.en]
    .map(headerKey)
    .includes(headerKey(label))
}

function notThisForm(sheet: Sheet, form: SheetForm, other: SheetForm | undefined): SheetProblem {
  const found = listed(likelyHeader(sheet))
  const place = { sheet: sheet.name }
  if (other) {
    return sheetProblem(
      'sheet.other-form',
      { sheet: sheet.name, other: other.name, form: form.name, found },
      place,
    )
  }
  const wanted = listed(form.columns.filter((column) => column.required).map((column) => column.label))
  return sheetProblem('sheet.header-not-found', { sheet: sheet.name, form: form.name, wanted, found }, place)
}

/** The texts of the fullest of the first rows: what a person would take for the header. */
function likelyHeader(sheet: Sheet): string[] {
  let fullest: string[] = []
  for (let row = 0; row < Math.min(sheet.rowCount, DEEPEST_HEADER_ROW); row++) {
    const texts: string[] = []
    for (let column = 0; column < sheet.columnCount; column++) {
      if (sheet.kind(row, column) === 'text') texts.push(sheet.text(row, column).trim())
    }
    if (texts.length > fullest.length) fullest = texts
  }
  return fullest
}

function asRemark(problem: SheetProblem, form: SheetForm): SheetProblem {
  const { sheet = '', code } = problem
  if (code !== 'sheet.header-not-found') return { ...problem, severity: 'warning' }
  return sheetProblem('sheet.other-sheet', { sheet, form: form.name }, { sheet }, 'warning')
}

function listed(labels: string[]): string | { zh: string; en: string } {
  if (labels.length === 0) return { zh: '无', en: 'none' }
  const short = labels.slice(0, 8).map((label) => (label.length > 20 ? `${label.slice(0, 20)}…` : label))
  const more = labels.length > short.length
  return { zh: short.join('、') + (more ? '等' : ''), en: short.join(', ') + (more ? ' and others' : '') }
}
