import { readForm } from '../../kernel/sheets/match-columns.ts'
import { breather } from '../../kernel/pace/breather.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import type { SheetForm } from '../../kernel/sheets/sheet-form.ts'
import { readAccountNumber } from '../../kernel/standards/account-number.ts'
import { filled, type SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import { readCentiKwh } from '../../kernel/sheets/reading-text.ts'
import { sheetWords } from './words/sheets.ts'

type Field = 'accountNumber' | 'holder' | 'start' | 'end' | 'used' | 'valley'

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
      note: { zh: '10 位或 13 位，按文本填写。', en: '10 or 13 digits, as text.' },
    },
    {
      field: 'holder',
      label: '户名',
      aliases: ['用电户名', '客户名称', '用户名称'],
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
    {
      field: 'valley',
      label: '谷段电量',
      aliases: ['谷电量', '低谷电量', '谷时电量', '谷段用电量'],
      required: false,
      kind: 'number',
      example: '1400.00',
      note: {
        zh: '只补谷段电量的地方必填，不超过用电量。',
        en: 'Needed where only valley hours are subsidised; no more than all of it.',
      },
    },
  ],
}

export interface UsageRow {
  /** The account's cell. */
  place: Pick<SheetProblem, 'sheet' | 'row' | 'column'>
  accountNumber: string
  /** As the file has it, where it has it, and its column. */
  holder: { text: string; column: number } | undefined
  startCentiKwh: number
  endCentiKwh: number
  usedCentiKwh: number
  /** Of them in valley hours, where the file has it. */
  valleyCentiKwh: number | null
}

type Fault =
  `usage.${'mangled' | 'account' | 'reading-missing' | 'reading' | 'backwards' | 'valley' | 'difference' | 'twice'}`

export interface UsageReading {
  rows: UsageRow[]
  problems: SheetProblem[]
}

/** Reads the workbook; every row is either understood whole or named with sheet, row, column and what to do. */
export async function readUsageSheet(bytes: Uint8Array): Promise<UsageReading> {
  const workbook = await readWorkbook(bytes)
  if (isSheetProblem(workbook)) return { rows: [], problems: [workbook] }
  const reading = await readForm(workbook, usageForm)
  const problems = [...reading.problems]
  const breath = breather()
  const rows: UsageRow[] = []
  const seen = new Map<string, number>()
  for (const sheet of reading.sheets)
    for (const at of sheet.rows) {
      if (breath.due) await breath.take()
      const wrong = (field: Field, code: Fault, values: Record<string, string | number> = {}) =>
        problems.push(sheet.problem(at, field, { code, words: filled(sheetWords[code], values) }))
      const before = problems.length
      const account = readAccountNumber(sheet.text(at, 'accountNumber'))
      if (sheet.isMangled(at, 'accountNumber')) wrong('accountNumber', 'usage.mangled')
      else if (!account.ok) wrong('accountNumber', 'usage.account', { text: sheet.text(at, 'accountNumber') })
      const start = readCentiKwh(sheet.text(at, 'start'))
      const end = readCentiKwh(sheet.text(at, 'end'))
      for (const [field, reading] of [['start', start] as const, ['end', end] as const])
        if (reading === undefined) {
          const text = sheet.text(at, field)
          wrong(field, text === '' ? 'usage.reading-missing' : 'usage.reading', text === '' ? {} : { text })
        }
      if (start !== undefined && end !== undefined) {
        if (end < start) wrong('end', 'usage.backwards')
        const stated = sheet.text(at, 'used')
        if (stated !== '' && readCentiKwh(stated) !== end - start)
          wrong('used', 'usage.difference', { text: stated })
      }
      const valleyText = sheet.text(at, 'valley')
      const valley = valleyText === '' ? null : readCentiKwh(valleyText)
      if (valley === undefined) wrong('valley', 'usage.reading', { text: valleyText })
      else if (
        valley !== null &&
        start !== undefined &&
        end !== undefined &&
        valley > Math.max(end - start, 0)
      )
        wrong('valley', 'usage.valley', { text: valleyText })
      if (account.ok) {
        const first = seen.get(account.accountNumber)
        if (first !== undefined) wrong('accountNumber', 'usage.twice', { first })
        else seen.set(account.accountNumber, sheet.sheet.rowNumber(at))
      }
      if (problems.length > before || !account.ok || start === undefined || end === undefined) continue
      rows.push({
        place: {
          sheet: sheet.sheet.name,
          row: sheet.sheet.rowNumber(at),
          column: (sheet.columns.get('accountNumber') ?? 0) + 1,
        },
        accountNumber: account.accountNumber,
        holder: holderAt(sheet.text(at, 'holder'), sheet.columns.get('holder')),
        startCentiKwh: start,
        endCentiKwh: end,
        usedCentiKwh: end - start,
        valleyCentiKwh: valley ?? null,
      })
    }
  return { rows, problems }
}

const holderAt = (text: string, column: number | undefined): UsageRow['holder'] =>
  text.trim() === '' || column === undefined ? undefined : { text: text.trim(), column: column + 1 }
