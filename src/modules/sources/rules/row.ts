import { type Day, isDay } from '../../../kernel/dates/day.ts'
import { filled, type SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'
import { readAccountNumber } from '../../../kernel/standards/account-number.ts'
import { readCreditCode } from '../../../kernel/standards/credit-code.ts'
import { readIdNumber } from '../../../kernel/standards/id-number.ts'
import { normaliseName } from '../../../kernel/standards/names.ts'
import { withoutSpacing } from '../../../kernel/standards/plain-text.ts'
import { readTelephone } from '../../../kernel/standards/telephone.ts'
import {
  accountNumberWords,
  creditCodeWords,
  idNumberWords,
  telephoneWords,
} from '../../../kernel/standards/words.ts'
import type { Said } from '../../../kernel/words/words.ts'
import type { SourceField, SourceKind } from '../model.ts'
import { rowWords } from '../words/rows.ts'

/** What a line of a source says, read; blanks are left out. */
export interface ReadSourceRow {
  name?: string
  /** Eighteen characters, or in an earlier year's list whatever it shows: digits hidden, or a number that does not check. */
  idNumber?: string
  idNumberChecks?: boolean
  telephone?: string
  address?: string
  accountNumber?: string
  oldAccountNumber?: string
  transformerArea?: string
  tariff?: string
  residential?: boolean
  title?: string
  creditCode?: string
  familyNumber?: string
  relation?: string
  category?: string
  year?: number
  status?: string
  active: boolean
  day?: string
  /** What stands there instead of a day, as it is written: 2023年10月, 待定. */
  dayWritten?: string
}

export interface RowRemark {
  field: SourceField
  severity: SheetProblem['severity']
  code: string
  words: Said
}

const blanks = new Set(['', '/', '\\', '-', '--', '—', '——', '无', '空', '暂无', '不详', 'N/A', '#N/A'])
const longest = 200
const ended: Partial<Record<SourceKind, RegExp>> = {
  grid: /销户|注销|拆除|已拆|终止/,
  business: /注销|吊销|撤销|歇业|迁出|废止/,
}

export interface DaysToRead {
  today: Day
  /** §4.1b: help of this day or later is no help of earlier years. */
  helpedBefore?: Day | undefined
}

/**
 * Reads one line of a list. What cannot be understood is an error, since to guess would enter something nobody said; what
 * is merely missing where it need not be is nothing to speak of.
 */
export function readSourceRow(
  kind: SourceKind,
  textOf: (field: SourceField) => string,
  isRequired: (field: SourceField) => boolean,
  { today, helpedBefore }: DaysToRead,
): { row: ReadSourceRow; remarks: RowRemark[] } {
  const row: ReadSourceRow = { active: true }
  const remarks: RowRemark[] = []
  const say: Say = (field, code, words, severity = 'error') =>
    void remarks.push({ field, severity, code, words })
  const read = (field: SourceField): string | undefined => {
    const text = textOf(field).trim()
    if (blanks.has(text)) {
      if (isRequired(field)) say(field, 'source.blank', rowWords.blank)
      return undefined
    }
    if (text.length > longest) {
      say(field, 'source.too-long', rowWords.tooLong)
      return undefined
    }
    return text
  }
  const numbered = <R extends { ok: true } | { ok: false; problem: string }>(
    field: SourceField,
    reader: (text: string) => R,
    words: Record<string, Said>,
    take: (reading: Extract<R, { ok: true }>) => void,
  ) => {
    const text = read(field)
    if (text === undefined) return
    const reading = reader(text)
    if (reading.ok) take(reading as Extract<R, { ok: true }>)
    else say(field, `source.${field}.${reading.problem}`, words[reading.problem] ?? rowWords.blank)
  }
  const plain = (
    field: 'address' | 'transformerArea' | 'title' | 'familyNumber' | 'relation' | 'category' | 'status',
  ) => {
    const text = read(field)
    if (text !== undefined) row[field] = text
  }

  const name = read('name')
  if (name !== undefined) row.name = normaliseName(name)
  idNumberOf(kind, read('idNumber'), today, row, say)
  numbered('telephone', readTelephone, telephoneWords, ({ telephone }) => (row.telephone = telephone))
  numbered(
    'accountNumber',
    readAccountNumber,
    accountNumberWords,
    ({ accountNumber }) => (row.accountNumber = accountNumber),
  )
  numbered(
    'oldAccountNumber',
    readAccountNumber,
    accountNumberWords,
    ({ accountNumber }) => (row.oldAccountNumber = accountNumber),
  )
  numbered('creditCode', readCreditCode, creditCodeWords, (reading) => {
    row.creditCode = reading.creditCode
    if (!reading.organisationCheckPasses)
      say('creditCode', 'source.creditCode.organisation-code', rowWords.organisationCode, 'warning')
  })
  for (const field of [
    'address',
    'transformerArea',
    'title',
    'familyNumber',
    'relation',
    'category',
    'status',
  ] as const)
    plain(field)
  if (row.familyNumber !== undefined) row.familyNumber = withoutSpacing(row.familyNumber)
  if (row.status !== undefined && ended[kind]?.test(row.status)) row.active = false
  const tariff = read('tariff')
  if (tariff !== undefined) {
    row.tariff = tariff
    row.residential = /居民|生活|民用/.test(tariff) && !/非居民|非民用/.test(tariff)
  }
  const year = read('year')
  if (year !== undefined) {
    const found = /^(20\d{2})(?:年度?)?$/.exec(withoutSpacing(year))?.[1]
    if (found) row.year = Number(found)
    if (found && kind === 'earlier' && helpedBefore !== undefined && `${found}-01-01` >= helpedBefore)
      say('year', 'source.own-year', rowWords.ownYear)
    else if (!found) say('year', 'source.year', rowWords.year)
  }
  const isWithoutId =
    blanks.has(textOf('idNumber').trim()) && !remarks.some(({ field }) => field === 'idNumber')
  if (kind === 'earlier' && isWithoutId) sayHowFound(row, say, !blanks.has(textOf('village').trim()))
  readDay(textOf('day').trim(), read, isRequired('day'), row, say)
  return { row, remarks }
}

/** Without its ID number a line of an earlier year is compared by the rest; with a name alone by nothing. */
function sayHowFound(row: ReadSourceRow, say: Say, hasPlace: boolean): void {
  const isNamed = row.address ?? row.accountNumber ?? row.telephone
  if (isNamed === undefined && !hasPlace) say('name', 'source.name-alone', rowWords.nameAlone, 'warning')
  else say('idNumber', 'source.no-id-number', rowWords.noIdNumber, 'warning')
}

type Say = (field: SourceField, code: string, words: Said, severity?: RowRemark['severity']) => void

/** A day that need not be there may be written as a year, a month or words: it is kept so, and the day is unknown. */
function readDay(
  written: string,
  read: (field: SourceField) => string | undefined,
  isRequired: boolean,
  row: ReadSourceRow,
  say: Say,
): void {
  const text = isRequired || written.length > longest || /^[/\\\-—]*$/.test(written) ? read('day') : written
  if (text === undefined) return
  const found = dayOf(text)
  if (found) row.day = found
  else if (isRequired) say('day', 'source.day', rowWords.day)
  else {
    row.dayWritten = text
    say('day', 'source.day-as-written', filled(rowWords.dayAsWritten, { text: text.slice(0, 20) }), 'warning')
  }
}

function idNumberOf(
  kind: SourceKind,
  text: string | undefined,
  today: Day,
  row: ReadSourceRow,
  say: Say,
): void {
  if (text === undefined) return
  const reading = readIdNumber(text, today)
  if (reading.ok) {
    row.idNumber = reading.idNumber
    row.idNumberChecks = true
    return
  }
  const plain = withoutSpacing(text).toUpperCase()
  const isHidden = /^[\dX*?]{15,18}$/.test(plain) && /[*?]/.test(plain)
  // Earlier years' lists hide digits and hold slips; what they show still helps to find somebody.
  if (kind === 'earlier' && reading.problem !== 'digits-lost' && (isHidden || /^[\dX]{14,19}$/.test(plain))) {
    row.idNumber = plain
    row.idNumberChecks = false
    if (!isHidden) say('idNumber', 'source.idNumber.kept', rowWords.idNumberKept, 'warning')
  } else say('idNumber', `source.idNumber.${reading.problem}`, idNumberWords[reading.problem])
}

/** 2021-05-03, 2021/5/3, 2021.5.3, 2021年5月3日, 20210503. */
function dayOf(text: string): string | undefined {
  const plain = withoutSpacing(text)
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (!parts) return undefined
  const [, year = '', month = '', day = ''] = parts
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(found) ? found : undefined
}
