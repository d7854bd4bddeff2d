import { hideDigits } from '../standards/mask.ts'
import { breather } from '../pace/breather.ts'
import { columnLetters } from './cell-name.ts'
import { findDataRows } from './data-rows.ts'
import { findHeader, isEnough, missingColumns } from './find-header.ts'
import { headerLabels } from './header-rows.ts'
import { isOurOwn } from './match-columns.ts'
import type { ColumnMapping, SheetForm } from './sheet-form.ts'
import type { Sheet, Workbook } from './workbook.ts'

const MOST_SAMPLES = 3
const LONGEST_SAMPLE = 40
const ROWS_SAMPLED = 200

/** A column as a screen shows it, so that its user can say what it is. */
export type ListedColumn<Field extends string> = {
  /** As the spreadsheet names it: C. */
  column: string
  /** Its header, upper rows first; '' where it has none. */
  label: string
  /** What it was recognised as, or said to be. */
  field: Field | null
  /** The first values in it, shortened; long numbers with their middle hidden, as everywhere before somebody gives a reason. */
  samples: string[]
}

export type ListedSheet<Field extends string> = {
  sheet: string
  hidden: boolean
  /** Whether enough of the form is there for its rows to be read. */
  isForm: boolean
  /** The row the header ends in, as the spreadsheet numbers it. */
  headerRow: number
  dataRows: number
  columns: ListedColumn<Field>[]
  /** Required fields no column was found for. */
  missing: Field[]
  /** The sheets that have the same columns, this one first: what is said of it may be said of all. */
  alike: string[]
}

/**
 * The columns of each sheet as a form sees them, recognised or not, with sample values: what a screen needs to let
 * its user correct the mapping. `mapping` is applied first, as `readForm` would.
 */
export async function listColumns<Field extends string>(
  workbook: Workbook,
  form: SheetForm<Field>,
  mapping?: ColumnMapping<Field>,
): Promise<ListedSheet<Field>[]> {
  const listed: ListedSheet<Field>[] = []
  const breath = breather()
  for (const sheet of workbook.sheets) {
    if (breath.due) await breath.take()
    if (sheet.rowCount === 0 || isOurOwn(sheet.name)) continue
    const own = !mapping?.sheets || mapping.sheets.includes(sheet.name) ? mapping : undefined
    // Where nothing is recognised, the likely header is shown for its user to name the columns.
    const header = findHeader(sheet, form, own) ?? findHeader(sheet, form, { columns: {} })
    if (!header) continue
    const isForm = isEnough(header, form)
    const { rows, skipped } = await findDataRows(sheet, header, form, breath)
    // Where the columns are not known yet, a line without a known one may be data all the same.
    const unknown = isForm ? [] : skipped.flatMap(({ row, why }) => (why === 'unread' ? [row] : []))
    const sampled = [...rows, ...unknown].sort((a, b) => a - b).slice(0, ROWS_SAMPLED)
    const fields = new Map([...header.columns].map(([field, column]) => [column, field]))
    const columns: ListedColumn<Field>[] = []
    for (let column = 0; column < sheet.columnCount; column++) {
      const label = headerLabels(sheet, header.firstRow, header.lastRow, column).join('·')
      const samples = samplesOf(sheet, sampled, column)
      if (label === '' && samples.length === 0) continue
      columns.push({ column: columnLetters(column + 1), label, field: fields.get(column) ?? null, samples })
    }
    listed.push({
      sheet: sheet.name,
      hidden: sheet.hidden,
      isForm,
      headerRow: sheet.rowNumber(header.lastRow),
      dataRows: rows.length,
      columns,
      missing: missingColumns(header, form).map(({ field }) => field as Field),
      alike: [],
    })
  }
  for (const [layout, sheets] of byLayout(listed))
    for (const one of sheets)
      one.alike = [one, ...(layout === '' ? [] : sheets)]
        .filter((other, at) => at === 0 || (other !== one && !other.hidden))
        .map(({ sheet }) => sheet)
  return listed
}

/** The sheets by what their headers are and where; those without any have no layout. */
function byLayout<Field extends string>(listed: readonly ListedSheet<Field>[]) {
  const layouts = new Map<string, ListedSheet<Field>[]>()
  for (const one of listed) {
    const layout = one.columns
      .flatMap(({ column, label }) => (label === '' ? [] : [`${column} ${label}`]))
      .join('\n')
    layouts.set(layout, [...(layouts.get(layout) ?? []), one])
  }
  return layouts
}

function samplesOf(sheet: Sheet, rows: readonly number[], column: number): string[] {
  const samples = new Set<string>()
  for (const row of rows) {
    const text = hideDigits(sheet.text(row, column).trim())
    if (text !== '') samples.add(text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text)
    if (samples.size === MOST_SAMPLES) break
  }
  return [...samples]
}
