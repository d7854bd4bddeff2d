import { columnsAsRead, type ColumnsAsRead } from '../../kernel/columns/kept-columns.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { hasParameter, type Pack, parameter } from '../../kernel/pack/pack.ts'
import type { Workbook } from '../../kernel/sheets/workbook.ts'
import { countyArea } from '../organisations/public.ts'
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

/** The columns of an uploaded list as they would be read: kept ones are the county's. */
export async function columnsOf(
  db: ReadDb,
  county: number,
  kind: SourceKind,
  workbook: Workbook,
  given: Mapping | undefined,
): Promise<ColumnsAsRead<SourceField>> {
  const area = await countyArea(db, county)
  return columnsAsRead(db, { county, form: kind, area }, sourceForms[kind], workbook, given)
}
