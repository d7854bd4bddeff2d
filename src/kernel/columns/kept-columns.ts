import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '../database/database.ts'
import type { Day } from '../dates/day.ts'
import { listColumns, type ListedSheet } from '../sheets/list-columns.ts'
import { type ColumnMapping, headerKey, type SheetForm } from '../sheets/sheet-form.ts'
import type { Workbook } from '../sheets/workbook.ts'

/** Lists of one form that come from one area. */
interface KeptFor {
  county: number
  form: string
  area: string
}

export interface ColumnsAsRead<Field extends string> {
  sheets: ListedSheet<Field>[]
  mapping: ColumnMapping<Field> | undefined
  /** Whose word the columns are. */
  by: 'user' | 'kept' | 'headers'
}

/**
 * The columns of an uploaded list as they would be read, and whose word that is: the user's, what was kept of a list laid
 * out alike, or the usual headers'.
 */
export async function columnsAsRead<Field extends string>(
  db: ReadDb,
  keptFor: KeptFor,
  form: SheetForm<Field>,
  workbook: Workbook,
  given: ColumnMapping<Field> | undefined,
): Promise<ColumnsAsRead<Field>> {
  const sheets = await listColumns(workbook, form, given)
  if (given) return { sheets, mapping: given, by: 'user' }
  const asKept = async (sheet: ListedSheet<Field>, kept: ReadonlyMap<string, Field | null>) => {
    const columns: Record<string, Field | null> = {}
    for (const { column, label } of sheet.columns) {
      const field = kept.get(headerKey(label))
      if (field !== undefined) columns[column] = field
    }
    const { alike, headerRow } = sheet
    const mapping = { sheets: alike, ...(alike.length === 1 && { headerRow }), columns }
    return { sheets: await listColumns(workbook, form, mapping), mapping, by: 'kept' as const }
  }
  for (const sheet of sheets) {
    const kept = await findKept(db, keptFor, form, labelsOf(sheet))
    if (kept) return asKept(sheet, kept)
  }
  // A word about another layout is asked for only where the usual headers read no sheet at all.
  for (const sheet of sheets.some(isRead) ? [] : sheets) {
    const said = await findSaidElsewhere(db, keptFor, form, sheet)
    if (said) return asKept(sheet, said)
  }
  return { sheets, mapping: undefined, by: 'headers' }
}

/** Keeps what a user said of a layout: the next list with these headers is read so. Answers how many columns that are. */
export async function keepColumns(
  tx: WriteDb,
  { county, form, area }: KeptFor,
  said: Readonly<Record<string, string | null>>,
  { act, today, by }: { act: string; today: Day; by: string },
): Promise<number> {
  const columns = Object.fromEntries(Object.entries(said).map(([label, field]) => [headerKey(label), field]))
  await sql`
    insert into kept_columns (county, area, form, signature, columns, kept_on, kept_by, act)
    values (${county}, ${area}, ${form}, ${signatureOf(Object.keys(said))}, ${JSON.stringify(columns)}::jsonb,
            ${today}::date, ${by}::uuid, ${act}::uuid)
    on conflict (county, area, form, signature) do update
       set columns = excluded.columns, kept_on = excluded.kept_on, kept_by = excluded.kept_by, act = excluded.act`.execute(
    tx,
  )
  return Object.keys(said).length
}

const isRead = ({ isForm, missing }: ListedSheet<string>): boolean => isForm && missing.length === 0

/** What a layout is found again by: its headers, whatever their order. */
const signatureOf = (labels: readonly string[]): Buffer =>
  createHash('sha256')
    .update([...new Set(labels.map(headerKey))].sort().join('\n'))
    .digest()

const labelsOf = ({ columns }: ListedSheet<string>): string[] =>
  columns.map(({ label }) => label).filter((label) => label !== '')

async function findKept<Field extends string>(
  db: ReadDb,
  { county, form: name, area }: KeptFor,
  form: SheetForm<Field>,
  labels: readonly string[],
): Promise<Map<string, Field | null> | undefined> {
  const { rows } = await sql<{ columns: Record<string, string | null> }>`
    select columns from kept_columns
     where county = ${county} and area = ${area} and form = ${name} and signature = ${signatureOf(labels)}`.execute(
    db,
  )
  const [kept] = rows
  return kept && fieldsSaid(form, kept.columns)
}

/**
 * What was said of single headers in other layouts, the newest word first, for columns of this one that nobody knows and
 * fields that it lacks; undefined where that is none.
 */
async function findSaidElsewhere<Field extends string>(
  db: ReadDb,
  { county, form: name, area }: KeptFor,
  form: SheetForm<Field>,
  sheet: ListedSheet<Field>,
): Promise<Map<string, Field | null> | undefined> {
  const unknown = new Set(
    sheet.columns
      .filter(({ label, field }) => label !== '' && field === null)
      .map(({ label }) => headerKey(label)),
  )
  const taken = new Set(sheet.columns.map(({ field }) => field))
  if (unknown.size === 0) return undefined
  const { rows } = await sql<{ columns: Record<string, string | null> }>`
    select columns from kept_columns where county = ${county} and area = ${area} and form = ${name}
     order by kept_on desc, act desc limit 50`.execute(db)
  const found = new Map<string, Field | null>()
  for (const { columns } of rows)
    for (const [label, field] of fieldsSaid(form, columns)) {
      if (!unknown.delete(label) || field === null || taken.has(field)) continue
      found.set(label, field)
      taken.add(field)
    }
  return found.size > 0 ? found : undefined
}

/** What was said, of fields that the form still has. */
function fieldsSaid<Field extends string>(
  form: SheetForm<Field>,
  said: Readonly<Record<string, string | null>>,
): Map<string, Field | null> {
  const known = new Map(form.columns.map(({ field }) => [field as string, field]))
  const columns = new Map<string, Field | null>()
  for (const [label, name] of Object.entries(said)) {
    const field = name === null ? null : known.get(name)
    if (field !== undefined) columns.set(label, field)
  }
  return columns
}
