import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { hasParameter, type Pack, parameter } from '../../kernel/pack/pack.ts'
import { listColumns, type ListedSheet } from '../../kernel/sheets/list-columns.ts'
import { headerKey } from '../../kernel/sheets/sheet-form.ts'
import type { Workbook } from '../../kernel/sheets/workbook.ts'
import { villagesOfArea, withdrawnVillages } from '../villages/public.ts'
import { type Mapping, type SourceField, type SourceKind } from './model.ts'
import { sourceForms } from './rules/forms.ts'
import type { AreaToRead } from './rules/reading.ts'

/** §4.1b: help of this day or later is no help of earlier years. */
const line = 'eligibility.helpedBefore'

/** The places a list of this area may name, and which years are no earlier ones; undefined where there is no such area. */
export async function areaToRead(
  db: ReadDb,
  { county, pack, today }: { county: number; pack: Pack; today: Day },
  area: string,
): Promise<(AreaToRead & { name: string }) | undefined> {
  const found = await villagesOfArea(db, county, area)
  if (!found) return undefined
  return {
    ...found,
    withdrawn: await withdrawnVillages(db, county),
    helpedBefore: hasParameter(pack, line, today) ? String(parameter(pack, line, today).value) : undefined,
  }
}

/** What a layout is found again by: its headers, whatever their order. */
export const signatureOf = (labels: readonly string[]): Buffer =>
  createHash('sha256')
    .update([...new Set(labels.map(headerKey))].sort().join('\n'))
    .digest()

/**
 * The columns of an uploaded list as they would be read, and whose word that is: the user's, what was kept of a list laid
 * out alike, or the usual headers'.
 */
export async function columnsOf(
  db: ReadDb,
  county: number,
  kind: SourceKind,
  workbook: Workbook,
  given: Mapping | undefined,
): Promise<{
  sheets: ListedSheet<SourceField>[]
  mapping: Mapping | undefined
  by: 'user' | 'kept' | 'headers'
}> {
  const form = sourceForms[kind]
  if (given) return { sheets: await listColumns(workbook, form, given), mapping: given, by: 'user' }
  const sheets = await listColumns(workbook, form)
  for (const sheet of sheets) {
    const labels = sheet.columns.map(({ label }) => label).filter((label) => label !== '')
    const kept = await findMapping(db, county, kind, signatureOf(labels))
    if (!kept) continue
    const columns = Object.fromEntries(
      sheet.columns.flatMap(({ column, label }) => {
        const field = kept[headerKey(label)]
        return field === undefined ? [] : [[column, field]]
      }),
    )
    const mapping = { sheet: sheet.sheet, headerRow: sheet.headerRow, columns }
    return { sheets: await listColumns(workbook, form, mapping), mapping, by: 'kept' }
  }
  return { sheets, mapping: undefined, by: 'headers' }
}

async function findMapping(
  db: ReadDb,
  county: number,
  kind: SourceKind,
  signature: Buffer,
): Promise<Record<string, SourceField | null> | undefined> {
  const { rows } = await sql<{ columns: Record<string, SourceField | null> }>`
    select columns from source_mapping
     where county = ${county} and kind = ${kind} and signature = ${signature}`.execute(db)
  return rows[0]?.columns
}
