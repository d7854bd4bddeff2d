import { readForm } from '../../kernel/sheets/match-columns.ts'
import { breather } from '../../kernel/pace/breather.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import type { SheetForm } from '../../kernel/sheets/sheet-form.ts'
import { filled, type SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import { readFen } from '../../kernel/sheets/reading-text.ts'
import { sheetWords } from './words/sheets.ts'

type Field = 'reference' | 'account' | 'payee' | 'amount' | 'result' | 'failure'

/** What comes back from whoever paid: one row a payment, by the reference the batch gave it. */
export const receiptForm: SheetForm<Field> = {
  name: { zh: '发放回执', en: 'Payment receipt' },
  columns: [
    {
      field: 'reference',
      label: '支付编号',
      aliases: ['批次流水号', '业务编号', '流水号'],
      required: true,
      kind: 'text',
      width: 18,
      note: { zh: '与发放清单一致。', en: 'As in the batch.' },
      example: 'QN0001000001',
    },
    {
      field: 'account',
      label: '户号',
      aliases: ['账号', '收款账号', '卡号', '收款卡号', '用电户号'],
      required: false,
      kind: 'text',
      width: 18,
    },
    {
      field: 'payee',
      label: '户名',
      aliases: ['收款人', '收款户名', '收款人姓名', '姓名', '用电户名'],
      required: false,
      kind: 'text',
    },
    {
      field: 'amount',
      label: '金额(元)',
      aliases: ['金额', '实付金额', '充值金额'],
      required: true,
      kind: 'number',
      example: '440.10',
    },
    {
      field: 'result',
      label: '结果',
      aliases: ['处理结果', '支付结果', '状态'],
      required: true,
      kind: 'choice',
      options: ['成功', '失败'],
      example: '成功',
    },
    {
      field: 'failure',
      label: '失败原因',
      aliases: ['退票原因', '原因', '备注'],
      required: false,
      kind: 'text',
      width: 24,
    },
  ],
}

interface Cell {
  text: string
  column: number
}

export interface ReceiptRow {
  place: Pick<SheetProblem, 'sheet' | 'row' | 'column'>
  reference: string
  /** As the payer's file has them, where it has them. */
  account: Cell | undefined
  payee: Cell | undefined
  amountFen: number
  paid: boolean
  failure: string | undefined
}

export interface ReceiptReading {
  rows: ReceiptRow[]
  problems: SheetProblem[]
}

type Fault = `receipt.${'no-reference' | 'amount' | 'result' | 'no-reason' | 'contradiction'}`

/** Reads the receipt; the same reference twice with the same result counts once and is told, with another result it is an error. */
export async function readReceiptSheet(bytes: Uint8Array): Promise<ReceiptReading> {
  const workbook = await readWorkbook(bytes)
  if (isSheetProblem(workbook)) return { rows: [], problems: [workbook] }
  const reading = await readForm(workbook, receiptForm)
  const problems = [...reading.problems]
  const breath = breather()
  const rows = new Map<string, ReceiptRow>()
  for (const sheet of reading.sheets)
    for (const at of sheet.rows) {
      if (breath.due) await breath.take()
      const wrong = (field: Field, code: Fault, values: Record<string, string | number> = {}) =>
        problems.push(sheet.problem(at, field, { code, words: filled(sheetWords[code], values) }))
      const before = problems.length
      const reference = sheet.text(at, 'reference').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
      const amountFen = readFen(sheet.text(at, 'amount'))
      const result = sheet.text(at, 'result')
      const failure = sheet.text(at, 'failure') || undefined
      if (reference === '') wrong('reference', 'receipt.no-reference')
      if (amountFen === undefined) wrong('amount', 'receipt.amount')
      if (!['成功', '失败'].includes(result)) wrong('result', 'receipt.result')
      if (result === '失败' && !failure) wrong('failure', 'receipt.no-reason')
      if (problems.length > before || amountFen === undefined) continue
      const cell = (field: Field, text: string): Cell | undefined =>
        text === '' ? undefined : { text, column: (sheet.columns.get(field) ?? 0) + 1 }
      const row = {
        place: {
          sheet: sheet.sheet.name,
          row: sheet.sheet.rowNumber(at),
          column: (sheet.columns.get('reference') ?? 0) + 1,
        },
        reference,
        account: cell('account', sheet.text(at, 'account').normalize('NFKC').replaceAll(/\s/g, '')),
        payee: cell('payee', sheet.text(at, 'payee').trim()),
        amountFen,
        paid: result === '成功',
        failure,
      }
      const earlier = rows.get(reference)
      if (earlier && !saysTheSame(earlier, row))
        wrong('reference', 'receipt.contradiction', { reference, first: earlier.place.row ?? 0 })
      else if (earlier)
        problems.push({
          ...sheet.problem(at, 'reference', {
            code: 'receipt.row-twice',
            words: filled(sheetWords['receipt.row-twice'], { reference, first: earlier.place.row ?? 0 }),
          }),
          severity: 'warning',
        })
      else rows.set(reference, row)
    }
  return { rows: [...rows.values()], problems }
}

const saysTheSame = (one: ReceiptRow, other: ReceiptRow): boolean =>
  one.paid === other.paid &&
  one.amountFen === other.amountFen &&
  one.account?.text === other.account?.text &&
  one.payee?.text === other.payee?.text
