import { columnLetters } from './cell-name.ts'
import { headerLabels, holdsNumber, isCoveredFromLeft, isLowerHeader, LONGEST_LABEL } from './header-rows.ts'
import {
  type ColumnMapping,
  type ColumnSpec,
  type Header,
  headerKey,
  headerKeyWithoutRemark,
  type SheetForm,
} from './sheet-form.ts'
import type { Sheet } from './workbook.ts'

const DEEPEST_HEADER_ROW = 30
const MOST_HEADER_ROWS = 3
/** Rows in which a column without a header of its own is looked for content. */
const ROWS_SAMPLED = 200

export function isEnough(header: Header, form: SheetForm): boolean {
  const required = form.columns.filter((column) => column.required)
  const found = required.filter((column) => header.columns.has(column.field))
  return found.length * 2 >= required.length && header.columns.size >= Math.min(2, form.columns.length)
}

export function missingColumns(header: Header, form: SheetForm): ColumnSpec[] {
  return form.columns.filter((column) => column.required && !header.columns.has(column.field))
}

/**
 * The header of a form in a sheet: recognised, then corrected by the user's mapping. With a mapping alone, or the row it
 * names, a sheet needs no header that we know; without either, undefined.
 */
export function findHeader<Field extends string>(
  sheet: Sheet,
  form: SheetForm<Field>,
  mapping?: ColumnMapping<Field>,
): Header<Field> | undefined {
  if (!mapping) return recogniseHeader(sheet, form)
  const fields = fieldsByKey(form)
  const named = mapping.headerRow === undefined ? undefined : indexOfRow(sheet, mapping.headerRow)
  const header =
    named === undefined
      ? (recogniseHeader(sheet, form) ?? readHeader(sheet, likelyHeaderRow(sheet), 1, fields, form))
      : tallestHeader(sheet, named, fields, form)
  return corrected(sheet, header, mapping, form)
}

/** The header that ends in the row the user names, of whatever height knows most of it. */
function tallestHeader<Field extends string>(
  sheet: Sheet,
  lastRow: number,
  fields: Map<string, Field>,
  form: SheetForm<Field>,
): Header<Field> {
  const isLower = lowerHeaders(sheet, fields)
  let lowest = 1
  while (lowest < MOST_HEADER_ROWS && isLower(lastRow - lowest + 1)) lowest++
  let best = readHeader(sheet, lastRow - lowest + 1, lowest, fields, form)
  for (let height = lowest + 1; height <= MOST_HEADER_ROWS && lastRow - height + 1 >= 0; height++) {
    const header = readHeader(sheet, lastRow - height + 1, height, fields, form)
    if (header.score > best.score) best = header
  }
  return best
}

function indexOfRow(sheet: Sheet, number: number): number | undefined {
  for (let row = 0; row < sheet.rowCount && sheet.rowNumber(row) <= number; row++)
    if (sheet.rowNumber(row) === number) return row
  return undefined
}

function corrected<Field extends string>(
  sheet: Sheet,
  header: Header<Field>,
  { columns }: ColumnMapping<Field>,
  form: SheetForm<Field>,
): Header<Field> {
  const given = new Map<number, Field | null>()
  for (let column = 0; column < sheet.columnCount; column++) {
    const field = columns[columnLetters(column + 1)]
    if (field === null || form.columns.some((spec) => spec.field === field)) given.set(column, field ?? null)
  }
  const mapped = new Set(given.values())
  const kept = [...header.columns].filter(([field, column]) => !mapped.has(field) && !given.has(column))
  const said = [...given].flatMap(([column, field]): [Field, number][] =>
    field === null ? [] : [[field, column]],
  )
  const columnsNow = new Map<Field, number>()
  const repeated: Header<Field>['repeated'] = header.repeated.filter(
    ({ field, first, second }) => !mapped.has(field) && !given.has(first) && !given.has(second),
  )
  for (const [field, column] of [...kept, ...said]) {
    const first = columnsNow.get(field)
    if (first === undefined) columnsNow.set(field, column)
    else repeated.push({ field, first, second: column })
  }
  const taken = new Set(columnsNow.values())
  const label = (column: number) => headerLabels(sheet, header.firstRow, header.lastRow, column).join('·')
  const displaced = [...header.columns.values()].filter((column) => !taken.has(column) && !given.has(column))
  const unknown = [
    ...header.unknown.filter(({ column }) => !given.has(column)),
    ...displaced.map((column) => ({ column, label: label(column) })),
  ].sort((a, b) => a.column - b.column)
  return { ...header, columns: columnsNow, repeated, unknown }
}

function recogniseHeader<Field extends string>(
  sheet: Sheet,
  form: SheetForm<Field>,
): Header<Field> | undefined {
  const fields = fieldsByKey(form)
  const isLower = lowerHeaders(sheet, fields)
  const isData = Array.from(
    { length: Math.min(sheet.rowCount, DEEPEST_HEADER_ROW + MOST_HEADER_ROWS) },
    (_, row) => holdsNumber(sheet, row),
  )
  let best: Header<Field> | undefined
  for (let firstRow = 0; firstRow < Math.min(sheet.rowCount, DEEPEST_HEADER_ROW); firstRow++) {
    if (isLower(firstRow)) continue
    for (let height = 1; height <= MOST_HEADER_ROWS && firstRow + height <= sheet.rowCount; height++) {
      if (isData[firstRow + height - 1]) break
      if (height < MOST_HEADER_ROWS && isLower(firstRow + height)) continue
      const header = readHeader(sheet, firstRow, height, fields, form)
      // Of headers that know as much the one of fewer rows has no title in it.
      const isBetter = header.score > (best?.score ?? 0)
      const isShorter = best && header.score === best.score && height <= best.lastRow - best.firstRow
      if (header.columns.size > 0 && (isBetter || isShorter)) best = header
    }
  }
  return best
}

/** Which rows go on with the header above them, each looked at once. */
function lowerHeaders(sheet: Sheet, fields: ReadonlyMap<string, string>): (row: number) => boolean {
  const known = new Map<number, boolean>()
  const isKnown = (label: string) => fields.has(headerKey(label))
  return (row) => {
    const answer = known.get(row) ?? isLowerHeader(sheet, row, isKnown)
    known.set(row, answer)
    return answer
  }
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
    if (isCoveredFromLeft(sheet, firstRow, lastRow, column)) {
      if (hasOwnData(sheet, lastRow, column)) header.unknown.push({ column, label: labels.join('·') })
      continue
    }
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

function hasOwnData(sheet: Sheet, lastRow: number, column: number): boolean {
  for (let row = lastRow + 1; row < Math.min(sheet.rowCount, lastRow + 1 + ROWS_SAMPLED); row++)
    if (sheet.text(row, column).trim() !== '') return true
  return false
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

/** The texts of the fullest of the first rows: what a person would take for the header. */
export function likelyHeader(sheet: Sheet): string[] {
  const row = likelyHeaderRow(sheet)
  const texts: string[] = []
  for (let column = 0; column < sheet.columnCount; column++) {
    if (sheet.kind(row, column) === 'text') texts.push(sheet.text(row, column).slice(0, LONGEST_LABEL).trim())
  }
  return texts
}

function likelyHeaderRow(sheet: Sheet): number {
  let fullest = 0
  let best = 0
  for (let row = 0; row < Math.min(sheet.rowCount, DEEPEST_HEADER_ROW); row++) {
    let texts = 0
    for (let column = 0; column < sheet.columnCount; column++) if (sheet.kind(row, column) === 'text') texts++
    if (texts > fullest && !holdsNumber(sheet, row)) [fullest, best] = [texts, row]
  }
  return best
}
