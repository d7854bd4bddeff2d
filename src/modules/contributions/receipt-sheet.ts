import { breather } from '../../kernel/pace/breather.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { readForm } from '../../kernel/sheets/match-columns.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { readFen } from '../../kernel/sheets/reading-text.ts'
import type { SheetForm } from '../../kernel/sheets/sheet-form.ts'
import { filled, type SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import { readIdNumber } from '../../kernel/standards/id-number.ts'
import type { Way } from './model.ts'
import { readPaidOn, readReceiptNumber, wayOf } from './rules/receipt-row.ts'
import { sheetWords } from './words/sheets.ts'

type Field = 'householder' | 'idNumber' | 'village' | 'sequence' | 'number' | 'amount' | 'paidOn' | 'way'

/** What a town's cashier keeps: one row a receipt. A home is named by its ID number, or by village and number there. */
export const receiptForm: SheetForm<Field> = {
  name: { zh: '自筹款收据', en: 'Contribution receipts' },
  columns: [
    {
      field: 'householder',
      label: '户主',
      aliases: ['户主姓名', '姓名', '交款人', '缴款人'],
      required: true,
      kind: 'text',
      example: '示例',
    },
    {
      field: 'idNumber',
      label: '身份证号',
      aliases: ['身份证', '身份证号码', '证件号码'],
      required: false,
      kind: 'text',
      width: 22,
      note: {
        zh: '没有身份证号的，填村居和登记序号。',
        en: 'Without it, give the village and the number in its register.',
      },
    },
    { field: 'village', label: '村居', aliases: ['村', '村名', '村（居）'], required: false, kind: 'text' },
    {
      field: 'sequence',
      label: '登记序号',
      aliases: ['申请序号', '台账序号', '户序号', '申请编号'],
      required: false,
      kind: 'number',
    },
    {
      field: 'number',
      label: '收据号',
      aliases: ['收据编号', '票据号', '收据号码', '票号'],
      required: true,
      kind: 'text',
      example: '0001001',
    },
    {
      field: 'amount',
      label: '金额(元)',
      aliases: ['金额', '交款金额', '收款金额', '缴费金额'],
      required: true,
      kind: 'number',
      example: '1500',
    },
    {
      field: 'paidOn',
      label: '日期',
      aliases: ['收款日期', '交款日期', '缴费日期', '开票日期'],
      required: true,
      kind: 'day',
      example: '2023-06-01',
    },
    {
      field: 'way',
      label: '方式',
      aliases: ['收款方式', '交款方式', '缴费方式'],
      required: false,
      kind: 'choice',
      options: ['现金', '转账', '扫码'],
      example: '现金',
    },
  ],
}

export interface SheetReceipt {
  place: Pick<SheetProblem, 'sheet' | 'row' | 'column'>
  householder: string
  idNumber: string | undefined
  village: string
  sequence: number | undefined
  number: number
  amountFen: number
  paidOn: Day
  way: Way
}

export interface SheetReading {
  rows: SheetReceipt[]
  problems: SheetProblem[]
}

type Fault = `contribution.sheet.${
  | 'no-name'
  | 'id-number'
  | 'no-home'
  | 'number'
  | 'amount'
  | 'day'
  | 'way'
  | 'twice'}`

/** Reads the workbook; every row is understood whole or named with what to do about it. */
export async function readReceiptRows(bytes: Uint8Array, today: Day): Promise<SheetReading> {
  const workbook = await readWorkbook(bytes)
  if (isSheetProblem(workbook)) return { rows: [], problems: [workbook] }
  const reading = await readForm(workbook, receiptForm)
  const problems = [...reading.problems]
  const rows: SheetReceipt[] = []
  const seen = new Map<string, number>()
  const breath = breather()
  for (const sheet of reading.sheets)
    for (const at of sheet.rows) {
      if (breath.due) await breath.take()
      const before = problems.length
      const wrong = (field: Field, code: Fault, values: Record<string, string | number> = {}) =>
        problems.push(sheet.problem(at, field, { code, words: filled(sheetWords[code], values) }))
      const householder = sheet.text(at, 'householder')
      if (householder === '') wrong('householder', 'contribution.sheet.no-name')
      const written = sheet.text(at, 'idNumber')
      const id = written === '' ? undefined : readIdNumber(written, today)
      if (id && (!id.ok || sheet.isMangled(at, 'idNumber'))) wrong('idNumber', 'contribution.sheet.id-number')
      const village = sheet.text(at, 'village')
      const sequence = /^\d{1,6}$/.test(sheet.text(at, 'sequence'))
        ? Number(sheet.text(at, 'sequence'))
        : undefined
      if (written === '' && (village === '' || sequence === undefined))
        wrong('householder', 'contribution.sheet.no-home')
      const number = readReceiptNumber(sheet.text(at, 'number'))
      if (number === undefined) wrong('number', 'contribution.sheet.number')
      const amountFen = readFen(sheet.text(at, 'amount'))
      if (amountFen === undefined || amountFen === 0) wrong('amount', 'contribution.sheet.amount')
      const paidOn = readPaidOn(sheet.text(at, 'paidOn'))
      if (paidOn === undefined || paidOn > today) wrong('paidOn', 'contribution.sheet.day')
      const way = wayOf(sheet.text(at, 'way'))
      if (way === undefined) wrong('way', 'contribution.sheet.way')
      if (number !== undefined && paidOn !== undefined) {
        const key = `${paidOn.slice(0, 4)} ${number}`
        const first = seen.get(key)
        if (first !== undefined) wrong('number', 'contribution.sheet.twice', { first })
        else seen.set(key, sheet.sheet.rowNumber(at))
      }
      if (problems.length > before || !number || !amountFen || !paidOn || !way) continue
      rows.push({
        place: sheet.place(at, 'householder'),
        householder,
        idNumber: id?.ok ? id.idNumber : undefined,
        village,
        sequence,
        number,
        amountFen,
        paidOn,
        way,
      })
    }
  return { rows, problems }
}
