import type { Day } from '../../kernel/dates/day.ts'
import { breather } from '../../kernel/pace/breather.ts'
import { readForm } from '../../kernel/sheets/match-columns.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import type { SheetForm } from '../../kernel/sheets/sheet-form.ts'
import { filled, type SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import { readAccountNumber } from '../../kernel/standards/account-number.ts'
import { ProblemList } from './problem-list.ts'
import { dayNumber, inOrder, type MeterRow, minutesADay } from './rules/read-in.ts'
import { kindNames, momentOf } from './rules/read-tables.ts'
import { ACTUAL } from './rules/readings.ts'
import { fileWords } from './words/files.ts'

type Field = 'accountNumber' | 'at' | 'kwh' | 'kind'

/** §4.3: cumulative register readings of a day or of a season, one a row. */
export const readingsForm: SheetForm<Field> = {
  name: { zh: '电表示数', en: 'Register readings' },
  columns: [
    {
      field: 'accountNumber',
      label: '户号',
      aliases: ['用电户号', '客户编号', '用户编号', '缴费户号', 'meter'],
      required: true,
      kind: 'text',
      width: 18,
      example: '0600123456789',
      note: { zh: '10 位或 13 位，按文本填写。', en: '10 or 13 digits, as text.' },
    },
    {
      field: 'at',
      label: '抄表时间',
      aliases: ['抄表日期', '数据时间', '数据日期', '冻结时间', '冻结日期', '时间', '日期', 'at'],
      required: true,
      kind: 'text',
      width: 20,
      example: '2023-11-15 00:00',
      note: { zh: '只写日期的，按当天零点。', en: 'A day alone is its midnight.' },
    },
    {
      field: 'kwh',
      label: '示数',
      aliases: ['表示数', '读数', '表码', '正向有功总', '正向有功总示数', '累计示数', 'kwh'],
      required: true,
      kind: 'text',
      example: '1234.56',
      note: { zh: '电表累计示数，不是用电量。', en: 'What the register shows, not what was used.' },
    },
    {
      field: 'kind',
      label: '类型',
      aliases: ['抄表类型', '抄表方式', '示数类型', 'kind'],
      required: false,
      kind: 'choice',
      options: ['实抄', '估抄', '起度', '止度'],
      example: '实抄',
      note: {
        zh: '换表时，旧表末次为止度，新表首次为起度；没有这一列的，全部按实抄。',
        en: 'At a replacement 止度 is the old register’s last figure, 起度 the new one’s first; without the column all are read.',
      },
    },
  ],
}

export interface AccountReadings {
  accountNumber: string
  /** Its first cell. */
  place: Pick<SheetProblem, 'sheet' | 'row' | 'column'>
  rows: MeterRow[]
}

export interface ReadingsFile {
  rows: number
  accounts: AccountReadings[]
  found: ProblemList
}

/** A sheet of a spreadsheet holds 1,048,576 rows. */
const mostRows = 1_100_000
/** A meter's register has at most seven digits before the point. */
const register = /^\d{1,8}(?:\.\d{1,17})?$/

/** Reads the file; every row is either understood whole or named with sheet, row, column and what to do. */
export async function readReadingsSheet(
  bytes: Uint8Array,
  days: { from: Day; to: Day },
): Promise<ReadingsFile> {
  const found = new ProblemList()
  const workbook = await readWorkbook(bytes, { limits: { rows: mostRows } })
  if (isSheetProblem(workbook)) {
    found.add(workbook)
    return { rows: 0, accounts: [], found }
  }
  const reading = await readForm(workbook, readingsForm)
  found.add(...reading.problems)
  const breath = breather()
  const accounts = new Map<string, AccountReadings>()
  const numbers = new Map<string, string | undefined>()
  const minutes = new Map<string, number>()
  const [first, end] = [dayNumber(days.from) * minutesADay, (dayNumber(days.to) + 1) * minutesADay]
  let count = 0
  for (const sheet of reading.sheets)
    for (const at of sheet.rows) {
      if (breath.due) await breath.take()
      count++
      let isWrong = false
      const wrong = (field: Field, code: keyof typeof fileWords, values: Record<string, string> = {}) => {
        isWrong = true
        found.add(sheet.problem(at, field, { code, words: filled(fileWords[code], values) }))
      }
      const account = sheet.text(at, 'accountNumber')
      if (!numbers.has(account)) {
        const read = readAccountNumber(account)
        numbers.set(account, read.ok ? read.accountNumber : undefined)
      }
      const accountNumber = numbers.get(account)
      if (sheet.isMangled(at, 'accountNumber')) wrong('accountNumber', 'readings.mangled')
      else if (accountNumber === undefined)
        wrong('accountNumber', 'readings.account', { text: short(account) })
      const time = sheet.text(at, 'at')
      const minute = minutes.get(time) ?? minuteOf(time)
      minutes.set(time, minute)
      if (Number.isNaN(minute)) wrong('at', 'readings.time', { text: short(time) })
      else if (minute < first || minute >= end)
        wrong('at', 'readings.outside', { text: short(time), ...days })
      const figure = sheet.text(at, 'kwh').normalize('NFKC').replaceAll(/[\s,]/g, '')
      if (!register.test(figure)) wrong('kwh', 'readings.kwh', { text: short(figure) })
      const said = sheet.text(at, 'kind')
      const kind = sheet.columns.has('kind') ? kindNames[said.toLowerCase()] : ACTUAL
      if (kind === undefined) wrong('kind', 'readings.kind', { text: short(said) })
      if (isWrong || accountNumber === undefined || kind === undefined) continue
      let own = accounts.get(accountNumber)
      if (!own) {
        own = { accountNumber, place: sheet.place(at, 'accountNumber'), rows: [] }
        accounts.set(accountNumber, own)
      }
      own.rows.push({ minute, centiKwh: Math.round(Number(figure) * 100), kind })
    }
  for (const account of accounts.values()) {
    if (breath.due) await breath.take()
    account.rows = inOrder(account.rows)
  }
  return { rows: count, accounts: [...accounts.values()], found }
}

const short = (text: string) => text.slice(0, 30)

/** To the minute: a register is never exchanged and read in the same one. */
export const minuteOf = (text: string): number =>
  Math.floor(
    momentOf(
      text
        .replace(/[年月]/g, '-')
        .replace('日', ' ')
        .trim(),
    ) *
      minutesADay +
      1e-6,
  )
