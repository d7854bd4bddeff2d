import { readForm } from '../../kernel/sheets/match-columns.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import type { SheetForm } from '../../kernel/sheets/sheet-form.ts'
import type { SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import type { Said } from '../../kernel/words/words.ts'
import { readFen } from './reading-text.ts'

type Field = 'reference' | 'amount' | 'result' | 'failure'

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
    },
    {
      field: 'amount',
      label: '金额(元)',
      aliases: ['金额', '实付金额', '充值金额'],
      required: true,
      kind: 'number',
    },
    {
      field: 'result',
      label: '结果',
      aliases: ['处理结果', '支付结果', '状态'],
      required: true,
      kind: 'choice',
      options: ['成功', '失败'],
    },
    {
      field: 'failure',
      label: '失败原因',
      aliases: ['退票原因', '原因', '备注'],
      required: false,
      kind: 'text',
    },
  ],
}

export interface ReceiptRow {
  row: number
  reference: string
  amountFen: number
  paid: boolean
  failure: string | undefined
}

/** Reads the receipt; the same reference twice with the same result counts once, with another result it is an error. */
export async function readReceiptSheet(
  bytes: Uint8Array,
): Promise<{ rows: ReceiptRow[]; problems: SheetProblem[] }> {
  const workbook = await readWorkbook(bytes)
  if (isSheetProblem(workbook)) return { rows: [], problems: [workbook] }
  const reading = readForm(workbook, receiptForm)
  const problems = [...reading.problems]
  const rows = new Map<string, ReceiptRow>()
  for (const sheet of reading.sheets)
    for (const at of sheet.rows) {
      const wrong = (field: Field, code: string, words: Said) =>
        problems.push(sheet.problem(at, field, { code: `receipt.${code}`, words }))
      const before = problems.length
      const reference = sheet.text(at, 'reference')
      const amountFen = readFen(sheet.text(at, 'amount'))
      const result = sheet.text(at, 'result')
      if (reference === '')
        wrong('reference', 'no-reference', { zh: '缺少支付编号。', en: 'The payment reference is missing.' })
      if (amountFen === undefined)
        wrong('amount', 'amount', {
          zh: '金额不是数字(最多两位小数)。',
          en: 'The amount is not a number with at most two decimals.',
        })
      if (!['成功', '失败'].includes(result))
        wrong('result', 'result', {
          zh: '结果只能填“成功”或“失败”。',
          en: 'The result is 成功 (paid) or 失败 (failed).',
        })
      const failure = sheet.text(at, 'failure') || undefined
      if (result === '失败' && !failure)
        wrong('failure', 'no-reason', { zh: '失败的请写明原因。', en: 'Say why the payment failed.' })
      if (problems.length > before || amountFen === undefined) continue
      const row = { row: sheet.sheet.rowNumber(at), reference, amountFen, paid: result === '成功', failure }
      const earlier = rows.get(reference)
      if (earlier && (earlier.paid !== row.paid || earlier.amountFen !== row.amountFen))
        wrong('reference', 'contradiction', {
          zh: `支付编号“${reference}”在第 ${earlier.row} 行有不同的结果或金额。请核对后只留一行。`,
          en: `The reference “${reference}” has another result or amount in row ${earlier.row}. Keep the right one.`,
        })
      else rows.set(reference, row)
    }
  return { rows: [...rows.values()], problems }
}
