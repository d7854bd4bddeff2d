import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { book, findFunds, mayCharge } from '../../funds/public.ts'
import { moveHomes } from '../../households/public.ts'
import { countyArea } from '../../organisations/public.ts'
import { FreezeBatch, ImportReceipt } from '../model.ts'
import { payableHomes } from '../payable.ts'
import { readReceiptSheet, type ReceiptRow } from '../receipt-sheet.ts'
import { addPaidToRecovery } from '../recoveries.ts'
import { findSeasons } from './season.ts'

interface ReadyStatement {
  id: string
  home: string
  account: string
  amountFen: number
  bureauReviewedBy: string | null
}

async function readyStatements(db: ReadDb, county: number, season: string): Promise<ReadyStatement[]> {
  const { rows } = await sql<ReadyStatement>`
    select s.id, s.home, s.account_number as account, s.amount_fen as "amountFen", s.bureau_reviewed_by as "bureauReviewedBy"
      from statement s
     where s.county = ${county} and s.season = ${season} and s.state = 'bureau-reviewed'
     order by s.village, s.home`.execute(db)
  return rows
}

/**
 * Freezes what both reviews have passed into a batch: each payment with a reference of its own, the sum reserved in
 * the season's fund. The payment rules are asked once more; who no longer answers yes stays out, blocked.
 */
export const freezeBatch = defineAct({
  kind: 'batch.freeze',
  version: 1,
  input: FreezeBatch,
  permission: 'batch.freeze',
  clauses: ['§4.3', '§5.2'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, context) => {
    const { county } = context
    const area = await countyArea(db, county)
    const seasons = await findSeasons(
      db,
      county,
      items.map((item) => item.subject),
    )
    const funds = await findFunds(
      db,
      county,
      [...seasons.values()].flatMap((s) => (s.fund ? [s.fund] : [])),
    )
    return Promise.all(
      items.map(async (item) => {
        const season = seasons.get(item.subject)
        if (!season) return undefined
        const ready = await readyStatements(db, county, season.id)
        const homes = await payableHomes(
          db,
          context,
          ready.map((one) => one.home),
        )
        const payable = ready.filter((one) => homes.get(one.home)?.decision.answer === 'yes')
        return {
          area,
          season,
          fund: season.fund ? funds.get(season.fund) : undefined,
          payable,
          payees: new Map(payable.map((one) => [one.id, homes.get(one.home)?.accountHolder ?? ''])),
          noLonger: ready.filter((one) => !payable.includes(one)),
          totalFen: payable.reduce((sum, one) => sum + one.amountFen, 0),
        }
      }),
    )
  },
  place: (facts) => ({ area: facts.area }),
  may: ({ payable, fund, totalFen }, { actor }) => [
    ...(payable.length === 0
      ? [refuse('batch.nothing-reviewed', ['§4.3'])]
      : mayCharge(fund, 'operating', totalFen)),
    ...(payable.some((one) => one.bureauReviewedBy === actor.id)
      ? [refuse('statement.same-person', ['§5.2'])]
      : []),
  ],
  apply: async (tx, items, context) => {
    const { county, today, actor } = context
    const effects = []
    for (const { id, input, facts } of items) {
      const { last } = await tx
        .selectFrom('payment_batch')
        .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
        .where('county', '=', county)
        .executeTakeFirstOrThrow()
      const number = last + 1
      const lines = facts.payable.map((one, at) => ({
        reference: `QN${String(number).padStart(4, '0')}${String(at + 1).padStart(6, '0')}`,
        payee: facts.payees.get(one.id) ?? '',
        account: one.account,
        amountFen: one.amountFen,
        home: one.home,
        statement: one.id,
      }))
      const content = lines.map((l) => `${l.reference}\t${l.account}\t${l.amountFen}\n`).join('')
      await tx
        .insertInto('payment_batch')
        .values({
          county,
          id: input.id,
          season: input.season,
          fund: facts.fund?.id ?? '',
          number,
          state: 'frozen',
          payments: lines.length,
          total_fen: facts.totalFen,
          lines_digest: createHash('sha256').update(content).digest(),
          frozen_on: today,
          frozen_by: actor.id,
          act: id,
        })
        .execute()
      const ids = facts.payable.map(() => newId())
      await sql`
        insert into payment (county, id, reference, batch, statement, home, account_number, payee, amount_fen, state)
        select ${county}, p.id, p.reference, ${input.id}, p.statement, p.home, p.account, p.payee, p.amount, 'waiting'
          from unnest(${ids}::uuid[], ${lines.map((l) => l.reference)}::text[], ${lines.map((l) => l.statement)}::uuid[],
                      ${lines.map((l) => l.home)}::uuid[], ${lines.map((l) => l.account)}::text[],
                      ${lines.map((l) => l.payee)}::text[], ${lines.map((l) => l.amountFen)}::bigint[])
               as p (id, reference, statement, home, account, payee, amount)`.execute(tx)
      await sql`update statement set state = 'batched' where county = ${county}
                   and id = any(${lines.map((l) => l.statement)}::uuid[])`.execute(tx)
      await sql`update statement set state = 'blocked' where county = ${county}
                   and id = any(${facts.noLonger.map((one) => one.id)}::uuid[])`.execute(tx)
      await book(tx, context, [
        {
          fund: facts.fund?.id ?? '',
          amountFen: facts.totalFen,
          kind: 'batch',
          reference: input.id,
          act: id,
        },
      ])
      effects.push({
        touched: [...facts.payable, ...facts.noLonger].map((one) => ({ type: 'home', id: one.home })),
        result: { number, payments: lines.length, totalFen: facts.totalFen, leftOut: facts.noLonger.length },
      })
    }
    return effects
  },
})

interface MatchedReceipt extends ReceiptRow {
  payment: string
  statement: string
  home: string
}

/**
 * The receipt of a batch (§4.3): every row matched by reference and amount, or the file is refused whole and nothing
 * is booked. What was settled before with the same result counts as repeated, so a file sent twice pays once.
 */
export const importReceipt = defineAct({
  kind: 'receipt.import',
  version: 1,
  input: ImportReceipt,
  permission: 'receipt.import',
  clauses: ['§4.3', '§5.2'],
  evidence: ['workbook'],
  subject: { type: 'batch', of: (input) => input.batch },
  load: async (db, items, { county, store }) => {
    const area = await countyArea(db, county)
    const batches = await db
      .selectFrom('payment_batch')
      .select(['id', 'number', 'state', 'fund'])
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map((item) => item.subject),
      )
      .execute()
    return Promise.all(
      items.map(async ({ subject, input }) => {
        const batch = batches.find((row) => row.id === subject)
        if (!batch) return undefined
        if (!input || !(await store.has(input.file))) return { area, batch, receipt: undefined }
        const { rows, problems } = await readReceiptSheet(await store.read(input.file))
        const payments = new Map(
          (
            await db
              .selectFrom('payment')
              .select(['id', 'reference', 'statement', 'home', 'amount_fen', 'state'])
              .where('county', '=', county)
              .where('batch', '=', batch.id)
              .execute()
          ).map((row) => [row.reference, row]),
        )
        const fresh: MatchedReceipt[] = []
        const strange: ReceiptRow[] = []
        const otherAmount: ReceiptRow[] = []
        const otherResult: ReceiptRow[] = []
        let repeated = 0
        for (const row of rows) {
          const payment = payments.get(row.reference)
          if (!payment) strange.push(row)
          else if (payment.amount_fen !== row.amountFen) otherAmount.push(row)
          else if (payment.state === 'waiting')
            fresh.push({ ...row, payment: payment.id, statement: payment.statement, home: payment.home })
          else if ((payment.state === 'paid') === row.paid) repeated += 1
          else otherResult.push(row)
        }
        return { area, batch, receipt: { problems, fresh, strange, otherAmount, otherResult, repeated } }
      }),
    )
  },
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: ({ receipt }, { input, evidence }) => {
    if (!receipt || !evidence.some((ref) => ref.digest === input.file))
      return [refuse('evidence.not-uploaded', ['§4.3'], { kind: 'workbook', digest: input.file })]
    const named = (code: string, rows: readonly ReceiptRow[]) =>
      rows[0]
        ? [refuse(code, ['§4.3'], { rows: rows.length, row: rows[0].row, reference: rows[0].reference })]
        : []
    const errors = receipt.problems.filter((problem) => problem.severity === 'error')
    return [
      ...(errors[0]
        ? [
            refuse('usage.faulty-sheet', ['§4.3'], {
              problems: errors.length,
              row: errors[0].row ?? 0,
              first: errors[0].words.zh,
              firstEn: errors[0].words.en,
            }),
          ]
        : []),
      ...named('receipt.unknown-reference', receipt.strange),
      ...named('receipt.other-amount', receipt.otherAmount),
      ...named('receipt.other-result', receipt.otherResult),
      ...(errors.length === 0 && receipt.fresh.length === 0 && receipt.repeated > 0
        ? [refuse('receipt.all-known', ['§4.3'], { rows: receipt.repeated })]
        : []),
    ]
  },
  apply: async (tx, items, context) => {
    const { county, today, actor } = context
    const effects = []
    for (const { id, input, facts } of items) {
      const fresh = facts.receipt?.fresh ?? []
      const paid = fresh.filter((row) => row.paid)
      const failed = fresh.filter((row) => !row.paid)
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
         where payment.county = ${county} and payment.id = r.id`.execute(tx)
      await sql`
        update statement set state = r.state
          from unnest(${fresh.map((r) => r.statement)}::uuid[], ${fresh.map((r) => (r.paid ? 'paid' : 'failed'))}::text[])
               as r (id, state)
         where statement.county = ${county} and statement.id = r.id`.execute(tx)
      const backFen = failed.reduce((sum, row) => sum + row.amountFen, 0)
      await book(tx, context, [
        {
          fund: facts.batch.fund,
          amountFen: -backFen,
          kind: 'failed-payment',
          reference: input.batch,
          act: id,
        },
      ])
      await moveHomes(
        tx,
        county,
        paid.map((row) => row.home),
        'subsidised',
      )
      await addPaidToRecovery(
        tx,
        county,
        paid.map((row) => ({
          home: row.home,
          source: row.payment,
          fund: facts.batch.fund,
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
          repeated: facts.receipt?.repeated ?? 0,
          waiting,
          paidFen: paid.reduce((sum, row) => sum + row.amountFen, 0),
        },
      })
    }
    return effects
  },
})
