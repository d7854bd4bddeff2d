import type { Day } from '../../../kernel/dates/day.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { breather } from '../../../kernel/pace/breather.ts'
import type { FormSheet } from '../../../kernel/sheets/form-sheet.ts'
import { readForm } from '../../../kernel/sheets/match-columns.ts'
import type { SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'
import type { Workbook } from '../../../kernel/sheets/workbook.ts'
import type { HomeFields, Line } from '../model/fields.ts'
import type { RegisterColumn, RegisterMapping } from '../model/register.ts'
import { sayRowProblem } from '../words/row-problems.ts'
import { placeReader, type VillageInArea } from '../../villages/rules/places.ts'
import { lineAreaProblem } from './line-area.ts'
import { registerForm } from './register-form.ts'
import { readRow, type RowCell, type RowProblem } from './row.ts'
import { titleKey } from './title.ts'

/** One application as its list says it, ready to be entered. */
export interface Application {
  sheet: string
  /** The row as the spreadsheet numbers it. */
  row: number
  village: VillageInArea
  line: Line
  fields: HomeFields
}

export interface RegisterReading {
  applications: Application[]
  problems: SheetProblem[]
  /** Rows of data, those with errors included. */
  rows: number
  sheets: FormSheet<RegisterColumn>[]
}

/** The keys of which no two homes may share one (§4.4), as they are compared, before they are blinded. */
export type KeyKind = 'idNumber' | 'accountNumber' | 'titleNumber'

export function keysOf(fields: Partial<HomeFields>, village: string): Record<KeyKind, string | undefined> {
  return {
    idNumber: fields.idNumber,
    accountNumber: fields.accountNumber,
    titleNumber: titleKey(fields, village),
  }
}

/**
 * Reads a whole register: every row that can be entered and everything to be said about the others. `line` is that
 * of rows that name none; `onRead` is told from time to time which share of the rows is read.
 */
export async function readRegister(
  workbook: Workbook,
  area: { villages: readonly VillageInArea[]; isOneTown: boolean },
  line: Line,
  by: { today: Day; pack: Pack },
  mapping?: RegisterMapping,
  onRead?: (share: number) => void,
): Promise<RegisterReading> {
  const form = registerForm()
  const { sheets, problems } = await readForm(workbook, form, { mapping })
  const placeOf = placeReader(area.villages, area.isOneTown)
  const seen = { idNumber: new Map(), accountNumber: new Map(), titleNumber: new Map() } as Seen
  const reading: RegisterReading = { applications: [], problems: [...problems], rows: 0, sheets }
  const all = sheets.reduce((sum, { rows }) => sum + rows.length, 0)
  const breath = breather()
  for (const sheet of sheets) {
    const absent = new Set<RegisterColumn>()
    for (const row of sheet.rows) {
      if (breath.due) {
        onRead?.(reading.rows / all)
        await breath.take()
      }
      reading.rows++
      const application = readOne(sheet, row, placeOf, line, by, seen, reading.problems, absent)
      if (application) reading.applications.push(application)
    }
    for (const { field, label } of form.columns) {
      if (!absent.has(field)) continue
      const words = sayRowProblem({ code: 'column-absent', values: { label } })
      reading.problems.push({ code: 'column-absent', severity: 'warning', sheet: sheet.sheet.name, words })
    }
  }
  return reading
}

type Seen = Record<KeyKind, Map<string, { sheet: string; row: number }>>

function readOne(
  sheet: FormSheet<RegisterColumn>,
  row: number,
  placeOf: ReturnType<typeof placeReader>,
  line: Line,
  { today, pack }: { today: Day; pack: Pack },
  seen: Seen,
  problems: SheetProblem[],
  absent: Set<RegisterColumn>,
): Application | undefined {
  const at = { sheet: sheet.sheet.name, row: sheet.sheet.rowNumber(row) }
  const cells = cellsOf(sheet, row)
  const read = readRow((column) => cells.get(column) ?? blank, today)
  const place = placeOf(cells.get('town')?.text ?? '', cells.get('village')?.text ?? '')
  const said: RowProblem[] = [...read.problems]
  if (!place.ok) {
    const text = (cells.get(place.column)?.text ?? '').slice(0, 20)
    said.push({ column: place.column, severity: 'error', code: place.code, values: { text } })
  }
  const named = read.line ?? line
  // A figure that could not be read has been told already.
  if (place.ok && !said.some(({ column, severity }) => column === 'buildingAreaM2' && severity === 'error')) {
    const problem = lineAreaProblem(pack, { line: named, areaKind: place.village.kind }, read.fields)
    if (problem) said.push(problem)
  }
  if (place.ok)
    for (const [kind, key] of Object.entries(keysOf(read.fields, place.village.code)) as [
      KeyKind,
      string | undefined,
    ][]) {
      if (key === undefined) continue
      const before = seen[kind].get(`${named}:${key}`)
      if (before) said.push({ column: kind, severity: 'warning', code: 'repeated-in-file', values: before })
      else seen[kind].set(`${named}:${key}`, at)
    }
  // What no row of the sheet can have is told once.
  for (const problem of said)
    if (problem.code === 'blank' && problem.column && !sheet.columns.has(problem.column))
      absent.add(problem.column)
    else
      problems.push(
        sheet.problem(row, problem.column, {
          code: problem.code,
          severity: problem.severity,
          words: sayRowProblem(problem),
        }),
      )
  if (!place.ok || read.fields.householder === undefined || said.some(({ severity }) => severity === 'error'))
    return undefined
  const fields: HomeFields = {
    ...read.fields,
    householder: read.fields.householder,
    address: read.fields.address ?? `${place.village.name}${read.fields.villageGroup ?? ''}`,
  }
  return { ...at, village: place.village, line: named, fields }
}

const DAY = /^\d{4}-\d{2}-\d{2}/
const blank: RowCell = { text: '', mangled: false, broken: false }

/** Each cell of a row once; whether a number was cut matters only where there is a long one. */
function cellsOf(sheet: FormSheet<RegisterColumn>, row: number): Map<RegisterColumn, RowCell> {
  const cells = new Map<RegisterColumn, RowCell>()
  for (const column of sheet.columns.keys()) {
    const text = sheet.text(row, column)
    const mangled = text.length >= 6 && sheet.isMangled(row, column)
    const broken = (text === '' || text.startsWith('#')) && sheet.isBroken(row, column)
    const isDay = DAY.test(text) && sheet.shownKind(row, column) === 'date'
    cells.set(column, text === '' && !broken ? blank : { text, mangled, broken, isDay })
  }
  return cells
}
