import { hideDigits } from '../standards/mask.ts'
import { breather } from '../pace/breather.ts'
import { columnLetters } from './cell-name.ts'
import { findDataRows } from './data-rows.ts'
import { findHeader, isEnough, likelyHeader, missingColumns } from './find-header.ts'
import { FormSheet } from './form-sheet.ts'
import { fromFormulas } from './from-formulas.ts'
import { passedOver } from './passed-over.ts'
import { type ColumnMapping, type Header, headerKey, type SheetForm } from './sheet-form.ts'
import { type SheetProblem, sheetProblem } from './sheet-problem.ts'
import { workbookWords } from './words.ts'
import type { Sheet, Workbook } from './workbook.ts'

export type FormReading<Field extends string> = {
  /** Whether the rows can be taken: the form was found and nothing is wrong with its header. */
  ok: boolean
  /** The sheets that hold the form: one, or one per town. Unless all is well they give no rows, only where they are. */
  sheets: FormSheet<Field>[]
  problems: SheetProblem[]
}

export type FormOptions<Field extends string> = {
  /** Forms this one may be mistaken for. */
  others?: readonly SheetForm[]
  /** The user's own word on the columns; it overrides what was recognised. */
  mapping?: ColumnMapping<Field> | undefined
}

/**
 * Finds a form in a workbook: the sheets that hold it, their header rows (below titles, of up to three rows,
 * merged or not) and the column of each field. When it is not there, says what was found instead. Whatever is not
 * read is named: sheets, columns, and rows below the header that hold no data. One larger than those that are read is a
 * question that its user answers first.
 */
export async function readForm<Field extends string>(
  workbook: Workbook,
  form: SheetForm<Field>,
  { others = [], mapping }: FormOptions<Field> = {},
): Promise<FormReading<Field>> {
  const problems: SheetProblem[] = [...workbook.remarks]
  const sheets: FormSheet<Field>[] = []
  const skipped: { sheet: Sheet; problem: SheetProblem }[] = []
  const breath = breather()
  for (const sheet of workbook.sheets) {
    if (breath.due) await breath.take()
    if (sheet.rowCount === 0 || isOurOwn(sheet.name)) continue
    const isChosen = mapping?.sheets?.includes(sheet.name) ?? false
    if (mapping?.sheets && !isChosen) {
      skipped.push({ sheet, problem: unread('sheet.not-chosen', sheet) })
      continue
    }
    const header = findHeader(sheet, form, mapping)
    const isForm = header !== undefined && isEnough(header, form)
    const other = mapping
      ? undefined
      : others.find((candidate) => isBetterFit(sheet, candidate, form, isForm ? header : undefined))
    if (!isForm || other) {
      skipped.push({ sheet, problem: notThisForm(sheet, form, other) })
    } else if (sheet.hidden && !isChosen) {
      skipped.push({ sheet, problem: unread('sheet.hidden-sheet', sheet) })
    } else {
      const found = new FormSheet(
        sheet,
        header.lastRow,
        header.columns,
        await findDataRows(sheet, header, form, breath),
      )
      sheets.push(found)
      problems.push(
        ...headerProblems(sheet, header, form),
        ...passedOver(found),
        ...fromFormulas(found, form),
      )
    }
  }
  // Beside a good sheet others may stand; alone, they are why nothing can be imported.
  const [largest] = [...sheets].sort((a, b) => b.rows.length - a.rows.length)
  for (const { sheet, problem } of skipped) {
    const isAsked = largest && !mapping?.leftOut?.includes(sheet.name)
    const question = isAsked
      ? ((problem.code === 'sheet.not-chosen' ? listUnread(sheet, form) : undefined) ??
        largerUnread(sheet, largest, form))
      : undefined
    problems.push(question ?? (largest ? asRemark(problem, form) : problem))
  }
  for (const { sheet, rows } of sheets) {
    if (rows.length === 0 && sheets.every((each) => each.rows.length === 0)) {
      problems.push(sheetProblem('sheet.no-rows', { sheet: sheet.name }, { sheet: sheet.name }))
    }
  }
  const ok = problems.every(({ severity }) => severity === 'warning')
  return { ok, sheets: ok ? sheets : sheets.map((sheet) => sheet.withoutRows()), problems }
}

export function isOurOwn(name: string): boolean {
  const { instructions, options, summary } = workbookWords
  return [instructions, options, summary].some(({ zh, en }) => name === zh || name === en)
}

const unread = (code: 'sheet.not-chosen' | 'sheet.hidden-sheet', { name }: Sheet): SheetProblem =>
  sheetProblem(code, { sheet: name }, { sheet: name }, code === 'sheet.not-chosen' ? 'warning' : 'error')

/** A list of this form that is not read because another was chosen: of its rows nobody has said yet that they are to stay out. */
function listUnread(sheet: Sheet, form: SheetForm): SheetProblem | undefined {
  const header = findHeader(sheet, form)
  if (!header || !isEnough(header, form)) return undefined
  const rows = rowsLikeData(sheet, form)
  return rows > 0
    ? sheetProblem('sheet.list-unread', { sheet: sheet.name, rows }, { sheet: sheet.name })
    : undefined
}

/** Rows that hold about what a list of the form would, less one for its header. */
function rowsLikeData(sheet: Sheet, form: SheetForm): number {
  const required = form.columns.filter((column) => column.required).length
  const fewest = Math.max(2, Math.ceil(required / 2))
  let filled = 0
  for (let row = 0; row < sheet.rowCount; row++) if (sheet.filledCells(row) >= fewest) filled++
  return filled - 1
}

/** What is left unread may be the list itself and what is read a note beside it: only a person can tell. */
function largerUnread(
  sheet: Sheet,
  { sheet: read, rows: { length: readRows } }: FormSheet<string>,
  form: SheetForm,
): SheetProblem | undefined {
  const rows = rowsLikeData(sheet, form)
  if (rows <= readRows) return undefined
  const values = { sheet: sheet.name, rows, read: read.name, readRows }
  return sheetProblem('sheet.larger-unread', values, { sheet: sheet.name })
}

function isBetterFit(sheet: Sheet, other: SheetForm, form: SheetForm, own: Header | undefined): boolean {
  if (own && missingColumns(own, form).length === 0) return false
  const header = findHeader(sheet, other)
  if (!header || !isEnough(header, other)) return false
  return !own || (missingColumns(header, other).length === 0 && header.columns.size > own.columns.size)
}

function headerProblems(sheet: Sheet, header: Header, form: SheetForm): SheetProblem[] {
  const row = sheet.rowNumber(header.lastRow)
  const unknown = header.unknown.filter(({ label }) => !isPassedOver(label))
  const labelOf = (field: string) => form.columns.find((column) => column.field === field)?.label ?? field
  return [
    ...missingColumns(header, form).map(({ label }) => {
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

function asRemark(problem: SheetProblem, form: SheetForm): SheetProblem {
  const { sheet = '', code } = problem
  if (code !== 'sheet.header-not-found') return { ...problem, severity: 'warning' }
  return sheetProblem('sheet.other-sheet', { sheet, form: form.name }, { sheet }, 'warning')
}

function listed(labels: string[]): string | { zh: string; en: string } {
  if (labels.length === 0) return { zh: '无', en: 'none' }
  const short = labels
    .slice(0, 8)
    .map(hideDigits)
    .map((label) => (label.length > 20 ? `${label.slice(0, 20)}…` : label))
  const more = labels.length > short.length
  return { zh: short.join('、') + (more ? '等' : ''), en: short.join(', ') + (more ? ' and others' : '') }
}
