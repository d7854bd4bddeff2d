import type { Day } from '../../../kernel/dates/day.ts'
import { type AccountNumberProblem, readAccountNumber } from '../../../kernel/standards/account-number.ts'
import { type BankCardProblem, readBankCard } from '../../../kernel/standards/bank-card.ts'
import { type IdNumberProblem, readIdNumber } from '../../../kernel/standards/id-number.ts'
import { isNoName, normaliseName } from '../../../kernel/standards/names.ts'
import { readTelephone, type TelephoneProblem } from '../../../kernel/standards/telephone.ts'
import { type HomeField, homeFields, type HomeFields, type Line } from '../model/fields.ts'
import type { RegisterColumn } from '../model/register.ts'
import { type ChoiceField, readChoice, readYesNo } from './choices.ts'
import { doubtsOf, looksRounded } from './doubts.ts'
import { inHundredths, readEquipmentAndUnits, readNumber, readYuan, writtenUnits } from './quantities.ts'
import { answerOfNames } from './names.ts'
import { isComparable, titleKindNamedBy } from './title.ts'

export interface RowCell {
  text: string
  /** A spreadsheet has lost the last digits of the number here. */
  mangled: boolean
  /** An error such as #REF!, or a formula the file carries no result of. */
  broken: boolean
  /** A spreadsheet holds a day here. */
  isDay?: boolean
}

/** Something to be said about a row; the sentence is `import.<code>` in the words, filled with `values`. */
export interface RowProblem {
  column: RegisterColumn
  severity: 'error' | 'warning'
  code: RowProblemCode
  values?: Record<string, string | number>
}

export type RowProblemCode =
  | 'blank'
  | 'blank-householder'
  | 'column-absent'
  | 'not-name'
  | 'too-long'
  | 'not-in-list'
  | 'not-yes-no'
  | 'not-number'
  | 'wrong-unit'
  | 'line-area-blank'
  | 'line-area-implausible'
  | 'out-of-range'
  | 'not-yuan'
  | 'digits-lost'
  | 'ends-in-zeros'
  | 'broken-cell'
  | 'became-day'
  | `id-number.${IdNumberProblem}`
  | `telephone.${TelephoneProblem}`
  | `account.${AccountNumberProblem}`
  | `card.${BankCardProblem}`
  | 'card.fails-luhn'
  | 'sex-differs'
  | 'names-differ'
  | 'names-look'
  | 'names-variant'
  | 'title-short'
  | 'area-exceeds'
  | 'no-village'
  | 'unknown-village'
  | 'other-town'
  | 'town-needed'
  | 'repeated-in-file'
  | 'in-register'

export interface ReadRow {
  fields: Partial<HomeFields>
  line: Line | undefined
  problems: RowProblem[]
}

const blanks = new Set(['', '/', '\\', '-', '--', '—', '——', '无', '空', '暂无', '不详', 'N/A', '#N/A'])
/** Left blank they stop nothing; screening will say that they are missing. */
const asked: readonly HomeField[] = [
  'idNumber',
  'telephone',
  'address',
  'titleNumber',
  'accountNumber',
  'wantedUnits',
]
const readColumns: readonly RegisterColumn[] = [...homeFields, 'town', 'village', 'line']
const yesNoFields = [
  'actualResident',
  'permanentlyResident',
  'inDemolitionPlan',
  'helpedBefore',
  'wishes',
] as const
const choiceFields = ['sex', 'titleKind', 'dwellingKind', 'hardship', 'formerHeating'] as const
const texts: Partial<Record<HomeField, number>> = {
  villageGroup: 40,
  registeredAt: 120,
  address: 160,
  transformerArea: 60,
  wantedEquipment: 60,
  remark: 400,
}
const quantities = {
  residents: { least: 0, most: 60, whole: true },
  buildingAreaM2: { least: 1, most: 5000, whole: false },
  heatingAreaM2: { least: 1, most: 5000, whole: false },
  coalTonnes: { least: 0, most: 100, whole: false },
  wantedUnits: { least: 1, most: 20, whole: true },
} as const

/**
 * Reads one line of the register: plain values and everything there is to say about them. What cannot be understood
 * is an error, since to guess would enter something nobody said; what is merely missing or doubtful is a warning.
 */
export function readRow(cellOf: (column: RegisterColumn) => RowCell, today: Day): ReadRow {
  const fields: Partial<HomeFields> = {}
  const problems: RowProblem[] = []
  const say = (
    column: RegisterColumn,
    severity: RowProblem['severity'],
    code: RowProblemCode,
    values?: RowProblem['values'],
  ) => problems.push(values ? { column, severity, code, values } : { column, severity, code })
  const read = (column: RegisterColumn): string | undefined => {
    const { text, broken } = cellOf(column)
    return broken || blanks.has(text) ? undefined : text
  }
  for (const column of readColumns) if (cellOf(column).broken) say(column, 'error', 'broken-cell')

  readNames(fields, cellOf, read, say)
  readNumbers(fields, cellOf, read, say, today)
  for (const [field, longest] of Object.entries(texts) as [keyof typeof texts & 'remark', number][]) {
    const text = read(field)
    if (text === undefined) continue
    if (text.length > longest) say(field, 'error', 'too-long', { longest })
    else fields[field] = text
    if (cellOf(field).isDay && field !== 'remark') say(field, 'warning', 'became-day', { text })
  }
  splitCombined(fields, read)
  for (const field of yesNoFields) {
    const { text, broken } = cellOf(field)
    if (text === '' || broken) continue
    const value = readYesNo(text)
    if (value !== undefined) fields[field] = value
    else if (!blanks.has(text)) say(field, 'error', 'not-yes-no', { text: shortened(text) })
  }
  for (const field of choiceFields) readListed(field, cellOf(field), fields, say)
  for (const [field, limits] of Object.entries(quantities) as [keyof typeof quantities, Limits][])
    readQuantity(field, limits, fields, read, say)
  const contribution = read('contributionFen')
  if (contribution !== undefined) {
    const fen = readYuan(contribution)
    if (fen === undefined || fen > 10_000_000)
      say('contributionFen', 'error', 'not-yuan', { text: shortened(contribution) })
    else fields.contributionFen = fen
  }
  const lineText = read('line')
  const line = lineText === undefined ? undefined : readChoice('line', lineText)
  if (lineText !== undefined && line === undefined)
    say('line', 'error', 'not-in-list', { text: shortened(lineText) })

  for (const field of asked)
    if (fields[field] === undefined && !problems.some((problem) => problem.column === field))
      say(field, 'warning', 'blank')
  doubt(fields, say, today)
  return { fields, line, problems }
}

type Read = (column: RegisterColumn) => string | undefined
type Say = (
  column: RegisterColumn,
  severity: RowProblem['severity'],
  code: RowProblemCode,
  values?: RowProblem['values'],
) => void
type Limits = { least: number; most: number; whole: boolean }

function readNames(
  fields: Partial<HomeFields>,
  cellOf: (column: RegisterColumn) => RowCell,
  read: Read,
  say: Say,
): void {
  for (const field of ['householder', 'titleOwner', 'accountHolder'] as const) {
    if (cellOf(field).broken) continue
    const name = normaliseName(read(field) ?? '')
    if (name === '') {
      if (field === 'householder') say(field, 'error', 'blank-householder')
      continue
    }
    if (name.length > 60) say(field, 'error', 'too-long', { longest: 60 })
    else if (isNoName(name)) say(field, 'error', 'not-name', { text: shortened(name) })
    else fields[field] = name
  }
}

function readNumbers(
  fields: Partial<HomeFields>,
  cellOf: (column: RegisterColumn) => RowCell,
  read: Read,
  say: Say,
  today: Day,
): void {
  const numbered = (column: HomeField, take: (text: string) => void) => {
    const text = read(column)
    if (text === undefined) return
    if (cellOf(column).mangled) say(column, 'error', 'digits-lost')
    else take(text)
  }
  numbered('idNumber', (text) => {
    const reading = readIdNumber(text, today)
    if (!reading.ok) return say('idNumber', 'error', `id-number.${reading.problem}`)
    fields.idNumber = reading.idNumber
    if (read('sex') === undefined) fields.sex = reading.sex
  })
  numbered('telephone', (text) => {
    const reading = readTelephone(text)
    if (reading.ok) fields.telephone = reading.telephone
    else say('telephone', 'error', `telephone.${reading.problem}`)
  })
  numbered('accountNumber', (text) => {
    const reading = readAccountNumber(text)
    if (!reading.ok) return say('accountNumber', 'error', `account.${reading.problem}`)
    fields.accountNumber = reading.accountNumber
    if (looksRounded(reading.accountNumber)) say('accountNumber', 'warning', 'ends-in-zeros')
  })
  numbered('bankCard', (text) => {
    const reading = readBankCard(text)
    if (!reading.ok) return say('bankCard', 'error', `card.${reading.problem}`)
    fields.bankCard = reading.card
  })
  numbered('titleNumber', (text) => {
    if (text.length > 60) return say('titleNumber', 'error', 'too-long', { longest: 60 })
    if (cellOf('titleNumber').isDay) say('titleNumber', 'warning', 'became-day', { text })
    const kind = titleKindNamedBy(text)
    if (kind) fields.titleKind = kind
    else fields.titleNumber = text
  })
}

/** Lists from elsewhere write equipment and units in one column, as `2匹×2`. */
function splitCombined(fields: Partial<HomeFields>, read: Read): void {
  if (!fields.wantedEquipment || read('wantedUnits') !== undefined) return
  const both = readEquipmentAndUnits(fields.wantedEquipment)
  if (!both || both.units < 1 || both.units > 20) return
  fields.wantedEquipment = both.equipment
  fields.wantedUnits = both.units
}

function readListed(
  field: (typeof choiceFields)[number],
  { text, broken }: RowCell,
  fields: Partial<HomeFields>,
  say: Say,
): void {
  if (text === '' || broken) return
  const choice = readChoice(field as ChoiceField, text)
  if (choice !== undefined) Object.assign(fields, { [field]: choice })
  else if (!blanks.has(text)) say(field, 'error', 'not-in-list', { text: shortened(text) })
}

function readQuantity(
  field: keyof typeof quantities,
  { least, most, whole }: Limits,
  fields: Partial<HomeFields>,
  read: Read,
  say: Say,
): void {
  if (fields[field] !== undefined) return
  const text = read(field)
  if (text === undefined) return
  const number = readNumber(text, writtenUnits[field])
  if (number && 'foreignUnit' in number)
    return say(field, 'error', 'wrong-unit', {
      text: shortened(text),
      unit: number.foreignUnit,
      wanted: writtenUnits[field][0],
    })
  const value = number?.value
  if (value === undefined || (whole && !Number.isInteger(value)))
    return say(field, 'error', 'not-number', { text: shortened(text) })
  if (value < least || value > most) return say(field, 'error', 'out-of-range', { least, most })
  fields[field] = whole ? value : inHundredths(value)
}

/** Understood, but worth a second look (§4.4): screening will weigh it. */
function doubt(fields: Partial<HomeFields>, say: Say, today: Day): void {
  for (const { field, code } of doubtsOf(fields, today)) say(field, 'warning', code)
  const { householder, buildingAreaM2, heatingAreaM2, titleNumber } = fields
  for (const field of ['titleOwner', 'accountHolder'] as const) {
    const other = fields[field]
    if (!householder || !other || other === householder) continue
    const answer = answerOfNames(householder, other)
    if (answer === 'look') say(field, 'warning', 'names-look', { text: shortened(other) })
    else if (answer === 'correct-record') say(field, 'warning', 'names-variant', { text: shortened(other) })
    else if (answer === 'mismatch') say(field, 'warning', 'names-differ')
  }
  if (buildingAreaM2 !== undefined && heatingAreaM2 !== undefined && heatingAreaM2 > buildingAreaM2)
    say('heatingAreaM2', 'warning', 'area-exceeds')
  if (titleNumber !== undefined && !isComparable(titleNumber))
    say('titleNumber', 'warning', 'title-short', { text: shortened(titleNumber) })
}

/** Personal numbers must not travel in messages whole. */
export const shortened = (text: string): string => (text.length > 12 ? `${text.slice(0, 12)}…` : text)
