import { readForm } from '../../kernel/sheets/match-columns.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import type { SheetForm } from '../../kernel/sheets/sheet-form.ts'
import type { SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import { readAccountNumber } from '../../kernel/standards/account-number.ts'
import { readCentiKwh } from './reading-text.ts'

type Field = 'accountNumber' | 'holder' | 'start' | 'end' | 'used'

/** What the grid company sends after the season (§4.3): cumulative readings on its first and last day. */
export const usageForm: SheetForm<Field> = {
  name: { zh: '取暖季用电量', en: 'Season’s electricity' },
  columns: [
    {
      field: 'accountNumber',
      label: '户号',
      aliases: ['用电户号', '客户编号', '用户编号', '缴费户号'],
      required: true,
      kind: 'text',
      width: 18,
      example: '0600123456789',
      note: { zh: '10 位或 13 位,按文本填写。', en: '10 or 13 digits, as text.' },
    },
    {
      field: 'holder',
      label: '户名',
      aliases: ['用电户名', '客户名称'],
      required: false,
      kind: 'text',
      example: '示例',
    },
    {
      field: 'start',
      label: '起始示数',
      aliases: ['季初示数', '上次示数', '期初示数'],
      required: true,
      kind: 'number',
      example: '1200.00',
    },
    {
      field: 'end',
      label: '截止示数',
      aliases: ['季末示数', '本次示数', '期末示数'],
      required: true,
      kind: 'number',
      example: '3400.50',
    },
    {
      field: 'used',
      label: '用电量',
      aliases: ['电量', '取暖季用电量'],
      required: false,
      kind: 'number',
      example: '2200.50',
    },
  ],
}

export interface UsageRow {
  row: number
  accountNumber: string
  startCentiKwh: number
  endCentiKwh: number
  usedCentiKwh: number
}

export interface UsageReading {
  rows: UsageRow[]
  problems: SheetProblem[]
}

/** Reads the workbook; every row is either understood whole or named with sheet, row, column and what to do. */
export async function readUsageSheet(bytes: Uint8Array): Promise<UsageReading> {
  const workbook = await readWorkbook(bytes)
  if (isSheetProblem(workbook)) return { rows: [], problems: [workbook] }
  const reading = readForm(workbook, usageForm)
  const problems = [...reading.problems]
  const rows: UsageRow[] = []
  const seen = new Map<string, number>()
  for (const sheet of reading.sheets)
    for (const at of sheet.rows) {
      const wrong = (field: Field, code: keyof typeof problemWords, values: Record<string, string> = {}) =>
        problems.push(
          sheet.problem(at, field, {
            code: `usage.${code}`,
            words: { zh: put(problemWords[code].zh, values), en: put(problemWords[code].en, values) },
          }),
        )
      const before = problems.length
      const account = readAccountNumber(sheet.text(at, 'accountNumber'))
      if (sheet.isMangled(at, 'accountNumber')) wrong('accountNumber', 'mangled')
      else if (!account.ok) wrong('accountNumber', 'account', { text: sheet.text(at, 'accountNumber') })
      const start = readCentiKwh(sheet.text(at, 'start'))
      const end = readCentiKwh(sheet.text(at, 'end'))
      if (start === undefined) wrong('start', 'reading', { text: sheet.text(at, 'start') })
      if (end === undefined) wrong('end', 'reading', { text: sheet.text(at, 'end') })
      if (start !== undefined && end !== undefined) {
        if (end < start) wrong('end', 'backwards')
        const stated = sheet.text(at, 'used')
        if (stated !== '' && readCentiKwh(stated) !== end - start)
          wrong('used', 'difference', { text: stated })
      }
      if (account.ok) {
        const first = seen.get(account.accountNumber)
        if (first !== undefined) wrong('accountNumber', 'twice', { first: String(first) })
        else seen.set(account.accountNumber, sheet.sheet.rowNumber(at))
      }
      if (problems.length > before || !account.ok || start === undefined || end === undefined) continue
      rows.push({
        row: sheet.sheet.rowNumber(at),
        accountNumber: account.accountNumber,
        startCentiKwh: start,
        endCentiKwh: end,
        usedCentiKwh: end - start,
      })
    }
  return { rows, problems }
}

const problemWords = {
  mangled: {
    zh: '户号被表格软件改成了数字并丢失了位数。请把该列设为文本,重新粘贴原户号。',
    en: 'The spreadsheet turned this account number into a number and lost digits. Format the column as text and paste it again.',
  },
  account: {
    zh: '户号“{{text}}”不是 10 位或 13 位数字。请对照营销系统更正。',
    en: 'The account number “{{text}}” is not 10 or 13 digits. Correct it from the billing system.',
  },
  reading: {
    zh: '示数“{{text}}”不是数字(最多两位小数)。请填写表码。',
    en: 'The reading “{{text}}” is not a number with at most two decimals. Enter the register’s reading.',
  },
  backwards: {
    zh: '截止示数小于起始示数。换表的请分两行核算后合并填写,或注明并单独报送。',
    en: 'The last reading is below the first. For a replaced meter, work out the sum first or report it apart.',
  },
  difference: {
    zh: '用电量“{{text}}”与两次示数之差不符。请核对三个数。',
    en: 'The quantity “{{text}}” is not the difference of the readings. Check the three figures.',
  },
  twice: {
    zh: '同一户号在第 {{first}} 行已出现。请只保留一行。',
    en: 'This account number is in row {{first}} already. Keep one row.',
  },
}

const put = (text: string, values: Record<string, string>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
