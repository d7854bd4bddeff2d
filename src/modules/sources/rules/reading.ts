import type { Day } from '../../../kernel/dates/day.ts'
import { breather } from '../../../kernel/pace/breather.ts'
import { findDoubt } from '../../../kernel/sheets/doubtful-cell.ts'
import type { FormSheet } from '../../../kernel/sheets/form-sheet.ts'
import { readForm } from '../../../kernel/sheets/match-columns.ts'
import type { ColumnSpec } from '../../../kernel/sheets/sheet-form.ts'
import { filled, type SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'
import type { Workbook } from '../../../kernel/sheets/workbook.ts'
import { placeReader, type VillageInArea } from '../../villages/rules/places.ts'
import type { Mapping, SourceField, SourceKind } from '../model.ts'
import { rowWords } from '../words/rows.ts'
import { sourceForms } from './forms.ts'
import { type DaysToRead, type ReadSourceRow, readSourceRow, type RowRemark } from './row.ts'

export interface PlacedRow extends ReadSourceRow {
  sheet: string
  row: number
  village?: VillageInArea
  /** The place as it is written, where it is no village of the area. */
  place?: string
}

export interface SourceReading {
  rows: PlacedRow[]
  /** Rows of data, those with errors included. */
  read: number
  /** Rows that have an error. */
  wrong: number
  /** Errors of the file or its header, without which no row can be taken. */
  blocking: number
  problems: SheetProblem[]
  /** How many of each kind, also of those beyond the list. */
  kinds: Map<string, { problem: SheetProblem; count: number }>
}

/** More are counted, not listed: a list of a million people may leave out a million villages. */
const mostListed = 2000

export interface AreaToRead {
  villages: readonly VillageInArea[]
  isOneTown: boolean
  withdrawn: ReadonlyMap<string, { day: string; into: VillageInArea | undefined }>
  /** Help of this day or later is no help of earlier years. */
  helpedBefore?: Day | undefined
}

/**
 * Reads a whole list: every row that can be entered, and everything to be said about the others. `onRead` is told from
 * time to time which share of the rows is read.
 */
export async function readSource(
  workbook: Workbook,
  kind: SourceKind,
  area: AreaToRead,
  today: Day,
  mapping?: Mapping,
  onRead?: (share: number) => void,
): Promise<SourceReading> {
  const form = sourceForms[kind]
  const { sheets, problems, ok } = await readForm(workbook, form, { mapping })
  const reading: SourceReading = {
    rows: [],
    read: 0,
    wrong: 0,
    blocking: problems.filter(({ severity }) => severity === 'error').length,
    problems: [],
    kinds: new Map(),
  }
  for (const problem of problems) note(reading, problem)
  if (!ok) return reading
  const places: Places = {
    of: placeReader(area.villages, area.isOneTown),
    inAddress: addressReader(area.villages),
    withdrawn: area.withdrawn,
  }
  const seen = new Map<string, number>()
  const required = new Set(form.columns.flatMap((column) => (column.required ? [column.field] : [])))
  const all = sheets.reduce((sum, { rows }) => sum + rows.length, 0)
  const breath = breather()
  for (const sheet of sheets)
    for (const at of sheet.rows) {
      if (breath.due) {
        onRead?.(reading.read / all)
        await breath.take()
      }
      reading.read++
      const said: SheetProblem[] = []
      const row = readOne(
        kind,
        sheet,
        at,
        form.columns,
        required,
        places,
        { today, helpedBefore: area.helpedBefore },
        said,
      )
      const repeated = repeatedBefore(kind, row, seen)
      if (repeated !== undefined)
        said.push(
          sheet.problem(at, keyField[kind], {
            code: 'source.repeated',
            severity: 'warning',
            words: filled(rowWords.repeated, { row: repeated }),
          }),
        )
      for (const problem of said) note(reading, problem)
      if (said.some(({ severity }) => severity === 'error')) reading.wrong++
      else reading.rows.push(row)
    }
  return reading
}

interface Places {
  of: ReturnType<typeof placeReader>
  inAddress(address: string): VillageInArea | undefined
  withdrawn: AreaToRead['withdrawn']
}

/** The row in which the same number stood before. */
function repeatedBefore(kind: SourceKind, row: PlacedRow, seen: Map<string, number>): number | undefined {
  const key = keyOf[kind]?.(row)
  if (key === undefined) return undefined
  const before = seen.get(key)
  if (before === undefined) seen.set(key, row.row)
  return before
}

function note(reading: SourceReading, problem: SheetProblem): void {
  const known = reading.kinds.get(problem.code)
  if (known) known.count++
  else reading.kinds.set(problem.code, { problem, count: 1 })
  if (reading.problems.length < mostListed) reading.problems.push(problem)
}

function readOne(
  kind: SourceKind,
  sheet: FormSheet<SourceField>,
  at: number,
  columns: readonly ColumnSpec<SourceField>[],
  required: ReadonlySet<SourceField>,
  places: Places,
  days: DaysToRead,
  said: SheetProblem[],
): PlacedRow {
  const doubted = new Set<SourceField>()
  for (const column of columns) {
    if (!sheet.columns.has(column.field)) continue
    const doubt = findDoubt(sheet, at, column)
    // A number where a day need not be is kept as it is written, like any other.
    if (!doubt || (doubt.code === 'sheet.day-as-number' && !column.required)) continue
    said.push(doubt)
    if (doubt.severity === 'error') doubted.add(column.field)
  }
  const textOf = (field: SourceField) => (doubted.has(field) ? '' : sheet.text(at, field))
  const isRequired = (field: SourceField) => required.has(field) && !doubted.has(field)
  const { row, remarks } = readSourceRow(kind, textOf, isRequired, days)
  const place = placed(kind, textOf, row, places)
  for (const remark of [...remarks, ...place.remarks])
    said.push(sheet.problem(at, sheet.columns.has(remark.field) ? remark.field : undefined, remark))
  return {
    ...row,
    sheet: sheet.sheet.name,
    row: sheet.sheet.rowNumber(at),
    ...(place.village && { village: place.village }),
    ...(place.written && { place: place.written }),
  }
}

interface Placed {
  village?: VillageInArea
  written?: string
  remarks: RowRemark[]
}

/**
 * The village of a line. Only the list of villages to be demolished stands or falls with it; of the others a place we do
 * not know is kept as it is written, since a person is found by number.
 */
function placed(
  kind: SourceKind,
  textOf: (field: SourceField) => string,
  { address }: ReadSourceRow,
  places: Places,
): Placed {
  const [town, village] = [textOf('town').trim(), textOf('village').trim()]
  const severity: RowRemark['severity'] = kind === 'demolition' ? 'error' : 'warning'
  const old = places.withdrawn.get(village)
  if (old) {
    const values = { text: village, day: old.day, into: old.into?.name ?? '' }
    const code = old.into ? 'withdrawn' : 'withdrawn-nowhere'
    const remark = {
      field: 'village' as const,
      severity: old.into ? ('warning' as const) : severity,
      code: `source.${code}`,
      words: filled(rowWords[code], values),
    }
    return { ...(old.into ? { village: old.into } : { written: village }), remarks: [remark] }
  }
  if (village === '' && kind !== 'demolition') {
    const found = address === undefined ? undefined : places.inAddress(address)
    return { ...(found && { village: found }), ...(town && !found && { written: town }), remarks: [] }
  }
  const found = places.of(town, village)
  if (found.ok) return { village: found.village, remarks: [] }
  // Where the town is asked for, it is the village's name that is several villages'.
  const text = (found.code === 'other-town' ? town : village).slice(0, 20)
  const remark = {
    field: found.column,
    severity,
    code: `source.${found.code}`,
    words: filled(rowWords[found.code], { text }),
  } as const
  return { written: `${town}${village}`, remarks: [remark] }
}

const bareName = (name: string): string => name.replace(/[(（][^()（）]*[)）]$/, '')

/** The one village whose town and name both stand in an address; nothing where several may be meant. */
function addressReader(villages: readonly VillageInArea[]): (address: string) => VillageInArea | undefined {
  const towns = new Map<string, { name: string; village: VillageInArea }[]>()
  for (const village of villages) {
    const town = village.townName.replace(/(?:街道|镇|乡)$/, '')
    towns.set(town, [...(towns.get(town) ?? []), { name: bareName(village.name), village }])
  }
  return (address) => {
    let found: { name: string; village: VillageInArea } | undefined
    let isTied = false
    for (const [town, own] of towns) {
      if (!address.includes(town)) continue
      for (const one of own) {
        if (!address.includes(one.name)) continue
        const longer = one.name.length - (found?.name.length ?? 0)
        if (longer > 0) [found, isTied] = [one, false]
        else if (longer === 0) isTied = true
      }
    }
    return isTied ? undefined : found?.village
  }
}

/** The number of which a list should hold each but once. */
const keyOf: Partial<Record<SourceKind, (row: ReadSourceRow) => string | undefined>> = {
  grid: ({ accountNumber }) => accountNumber,
  police: ({ idNumber }) => idNumber,
  hardship: ({ idNumber }) => idNumber,
  death: ({ idNumber }) => idNumber,
}
const keyField: Partial<Record<SourceKind, SourceField>> = {
  grid: 'accountNumber',
  police: 'idNumber',
  hardship: 'idNumber',
  death: 'idNumber',
}
