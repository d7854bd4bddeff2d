import type { ReadDb } from '../../kernel/database/database.ts'
import { filled, type SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import { normaliseName, sameName } from '../../kernel/standards/names.ts'
import type { ReceiptReading, ReceiptRow } from './receipt-sheet.ts'
import { sheetWords } from './words/sheets.ts'

export interface MatchedReceipt extends ReceiptRow {
  payment: string
  statement: string
  home: string
}

export interface ReceiptMatch {
  rows: number
  /** Rows that settle a payment which waits. */
  fresh: MatchedReceipt[]
  /** Rows that say what an earlier receipt has said. */
  repeated: number
  unknown: ReceiptRow[]
  otherAmount: ReceiptRow[]
  otherResult: ReceiptRow[]
  /** Rows whose account or name is not the payment's: the money went elsewhere. */
  elsewhere: ReceiptRow[]
  /** The reading's problems and those of the match, all errors: one of them refuses the file whole. */
  problems: SheetProblem[]
}

/** What of a row is not the payment's, where both say it. */
function elsewhereIn(
  payment: { account_number: string; payee: string },
  { account, payee }: Pick<ReceiptRow, 'account' | 'payee'>,
): 'account' | 'payee' | undefined {
  if (account !== undefined && !fits(account.text, payment.account_number)) return 'account'
  const isNamed = payee !== undefined && payment.payee !== ''
  if (isNamed && !fits(normaliseName(payee.text), payment.payee) && !sameName(payee.text, payment.payee))
    return 'payee'
  return undefined
}

/** Payers cover part of a number or name with asterisks. */
function fits(shown: string, whole: string): boolean {
  const parts = shown.split(/\*+/u).map((part) => part.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'u').test(whole)
}

/**
 * Every row of a receipt against the batch's payments: by reference, then amount, account and name where they are
 * given, then what was said before.
 */
export async function matchReceipt(
  db: ReadDb,
  county: number,
  batch: string,
  reading: ReceiptReading,
): Promise<ReceiptMatch> {
  const payments = new Map(
    (
      await db
        .selectFrom('payment')
        .select([
          'id',
          'reference',
          'statement',
          'home',
          'amount_fen',
          'state',
          'account_number',
          'payee',
          'came_back_on',
        ])
        .where('county', '=', county)
        .where('batch', '=', batch)
        .execute()
    ).map((row) => [row.reference, row]),
  )
  const match: ReceiptMatch = {
    rows: reading.rows.length,
    fresh: [],
    repeated: 0,
    unknown: [],
    otherAmount: [],
    otherResult: [],
    elsewhere: [],
    problems: [...reading.problems],
  }
  const doubt = (
    row: ReceiptRow,
    list: ReceiptRow[],
    code: 'unknown-reference' | 'other-amount' | 'other-result' | 'elsewhere',
    column = row.place.column,
  ) => {
    list.push(row)
    match.problems.push({
      code: `receipt.${code}`,
      severity: 'error',
      ...row.place,
      column,
      words: filled(sheetWords[`receipt.${code}`], { reference: row.reference }),
    })
  }
  for (const row of reading.rows) {
    const payment = payments.get(row.reference)
    const elsewhere = payment && elsewhereIn(payment, row)
    if (!payment) doubt(row, match.unknown, 'unknown-reference')
    else if (payment.amount_fen !== row.amountFen) doubt(row, match.otherAmount, 'other-amount')
    else if (elsewhere) doubt(row, match.elsewhere, 'elsewhere', row[elsewhere]?.column)
    else if (payment.state === 'waiting')
      match.fresh.push({ ...row, payment: payment.id, statement: payment.statement, home: payment.home })
    // What came back since was paid when the payer said so.
    else if ((payment.state === 'paid' || payment.came_back_on !== null) === row.paid) match.repeated += 1
    else doubt(row, match.otherResult, 'other-result')
  }
  return match
}
