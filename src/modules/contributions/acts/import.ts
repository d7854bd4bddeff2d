import { defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { holdHomes } from '../../households/public.ts'
import { ImportReceipts } from '../model.ts'
import { matchReceipts, type ReceiptMatch } from '../receipt-match.ts'
import { readReceiptRows } from '../receipt-sheet.ts'
import { findAccounts, moneyOfHomes } from '../standing.ts'
import { takeReceipts } from './receipt.ts'

/** §A.2: a town's receipts from one workbook, every row of which is right, or none is taken. */
export const importReceipts = defineAct({
  kind: 'contribution.import',
  oneAtATime: true,
  version: 1,
  input: ImportReceipts,
  permission: 'contribution.collect',
  clauses: ['§A.2', '§5.2'],
  evidence: ['workbook'],
  subject: { type: 'contribution-account', of: (input) => input.account },
  load: async (db, items, context) => {
    const { county, store, progress, today } = context
    const accounts = await findAccounts(db, county, { ids: items.map(({ subject }) => subject) })
    const facts = []
    for (const { subject, input, evidence } of items) {
      const account = accounts.find(({ id }) => id === subject)
      const isCited = input && evidence.some(({ digest }) => digest === input.file)
      if (!account) facts.push(undefined)
      else if (!input || !isCited || !(await store.has(input.file)))
        facts.push({ town: account.town, match: undefined })
      else {
        progress(0.02, 'progress.reading')
        const reading = await readReceiptRows(await store.read(input.file), today)
        progress(0.5, 'progress.matching')
        facts.push({ town: account.town, match: await matchReceipts(db, context, account, reading) })
      }
    }
    return facts
  },
  place: ({ town }) => ({ area: town }),
  may: () => [],
  check: ({ match }, { input }) => checkSheet(match, input.file),
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id, input, facts } of items) {
      const { match } = facts
      if (!match) throw new Error('Receipts were decided without their file.')
      const homes = [...new Set(match.matched.map(({ home }) => home))]
      // The homes were not known before the file was read: whoever collects from one now waits here, or is seen.
      const ended = await holdHomes(tx, context.county, homes)
      const now = await moneyOfHomes(tx, context.county, homes)
      if (ended.size > 0 || homes.some((home) => now.get(home)?.receivedFen !== match.receivedFen.get(home)))
        throw new Overtaken('A home of the sheet paid or left in the same moment.')
      const receipts = match.matched.map((row) => ({
        id: newId(),
        account: input.account,
        home: row.home,
        number: row.number,
        amountFen: row.amountFen,
        paidOn: row.paidOn,
        way: row.way,
        act: id,
      }))
      // Within the parameter limit of one statement.
      for (let from = 0; from < receipts.length; from += 1000)
        await takeReceipts(tx, context, receipts.slice(from, from + 1000))
      effects.push({
        touched: homes.map((home) => ({ type: 'home', id: home })),
        result: {
          receipts: receipts.length,
          homes: homes.length,
          amountFen: receipts.reduce((sum, { amountFen }) => sum + amountFen, 0),
        },
      })
    }
    return effects
  },
})

function checkSheet(match: ReceiptMatch | undefined, file: string): Refusal[] {
  if (!match) return [refuse('evidence.not-uploaded', ['§A.2'], { kind: 'workbook', digest: file })]
  const errors = match.problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first) {
    const { row, words } = first
    return [
      refuse('workbook.faulty', ['§A.2'], {
        problems: errors.length,
        zh: row === undefined ? words.zh : `第 ${row} 行：${words.zh}`,
        en: row === undefined ? words.en : `Row ${row}: ${words.en}`,
      }),
    ]
  }
  return match.matched.length === 0 ? [refuse('contribution.sheet-empty', ['§A.2'])] : []
}
