import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { book } from '../../funds/public.ts'
import { holdHomes, moveHomes } from '../../households/public.ts'
import { countyArea } from '../../organisations/public.ts'
import { ImportReceipt } from '../model.ts'
import { matchReceipt } from '../receipt-match.ts'
import { readReceiptSheet } from '../receipt-sheet.ts'
import { addPaidToRecovery } from '../recoveries.ts'
import { checkReceipt } from '../rules.ts'

/**
 * The receipt of a batch (§4.3): every row matched by reference and amount, or the file is refused whole and nothing
 * is booked. What was settled before with the same result counts as repeated, so a file sent twice pays once.
 */
export const importReceipt = defineAct({
  kind: 'receipt.import',
  oneAtATime: true,
  version: 1,
  input: ImportReceipt,
  permission: 'receipt.import',
  clauses: ['§4.3', '§5.2'],
  evidence: ['workbook'],
  subject: { type: 'batch', of: (input) => input.batch },
  load: async (db, items, { county, store, progress }) => {
    const area = await countyArea(db, county)
    const batches = await db
      .selectFrom('payment_batch')
      .select(['id', 'number', 'fund'])
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map((item) => item.subject),
      )
      .execute()
    const facts = []
    for (const { subject, input, evidence } of items) {
      const batch = batches.find((row) => row.id === subject)
      if (!batch) {
        facts.push(undefined)
        continue
      }
      const cited = input && evidence.some((ref) => ref.digest === input.file)
      if (!input || !cited || !(await store.has(input.file))) {
        facts.push({ area, batch, receipt: undefined })
        continue
      }
      progress(0.02, 'progress.reading')
      const reading = await readReceiptSheet(await store.read(input.file))
      progress(0.5, 'progress.matching')
      facts.push({ area, batch, receipt: await matchReceipt(db, county, batch.id, reading) })
    }
    return facts
  },
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: ({ receipt }, { input }) => checkReceipt(receipt, input.file),
  apply: async (tx, items, context) => {
    const { county, today, actor } = context
    const effects = []
    for (const { id, input, facts } of items) {
      const { batch, receipt } = facts
      if (!receipt) throw new Error('A receipt was decided without its file.')
      const { fresh, repeated } = receipt
      const paid = fresh.filter((row) => row.paid)
      const failed = fresh.filter((row) => !row.paid)
      // Coal reported in the same moment waits here, or is seen here: what was paid is then owed back.
      const ended = await holdHomes(
        tx,
        county,
        fresh.map((row) => row.home),
      )
      await tx
        .insertInto('receipt_import')
        .values({
          county,
          id,
          batch: input.batch,
          file_digest: Buffer.from(input.file, 'hex'),
          file_name: input.fileName,
          row_count: fresh.length,
          imported_on: today,
          imported_by: actor.id,
        })
        .execute()
      await sql`
        update payment set state = r.state, failure = r.failure, receipt = ${id}, settled_on = ${today}
          from unnest(${fresh.map((r) => r.payment)}::uuid[], ${fresh.map((r) => (r.paid ? 'paid' : 'failed'))}::text[],
                      ${fresh.map((r) => r.failure ?? null)}::text[]) as r (id, state, failure)
         where payment.county = ${county} and payment.id = r.id and payment.state = 'waiting'`.execute(tx)
      const stateOf = (row: (typeof fresh)[number]) =>
        row.paid ? 'paid' : ended.has(row.home) ? 'revoked' : 'failed'
      await sql`
        update statement set state = r.state
          from unnest(${fresh.map((r) => r.statement)}::uuid[], ${fresh.map(stateOf)}::text[]) as r (id, state)
         where statement.county = ${county} and statement.id = r.id`.execute(tx)
      const sumOf = (rows: typeof fresh) => rows.reduce((sum, row) => sum + row.amountFen, 0)
      const journal = { fund: batch.fund, reference: input.batch, number: batch.number, act: id }
      await book(tx, context, [
        { ...journal, kind: 'batch-paid', amountFen: sumOf(paid) },
        { ...journal, kind: 'payment-failed', amountFen: sumOf(failed) },
      ])
      await moveHomes(
        tx,
        county,
        paid.map((row) => row.home),
        'subsidised',
      )
      await addPaidToRecovery(
        tx,
        context,
        id,
        paid.map((row) => ({
          home: row.home,
          source: row.payment,
          fund: batch.fund,
          amountFen: row.amountFen,
        })),
      )
      const { waiting } = await tx
        .selectFrom('payment')
        .select((eb) => eb.fn.countAll<number>().as('waiting'))
        .where('county', '=', county)
        .where('batch', '=', input.batch)
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow()
      if (waiting === 0)
        await tx
          .updateTable('payment_batch')
          .set({ state: 'closed' })
          .where('county', '=', county)
          .where('id', '=', input.batch)
          .execute()
      effects.push({
        touched: fresh.map((row) => ({ type: 'home', id: row.home })),
        result: {
          paid: paid.length,
          failed: failed.length,
          repeated,
          waiting,
          paidFen: sumOf(paid),
        },
      })
    }
    return effects
  },
})
