import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { findHomes, homesByAccount } from '../../households/public.ts'
import { book } from '../../funds/public.ts'
import { CameBack, RetryPayment, SendBackStatement, type StatementState } from '../model.ts'
import { checkAccount, checkCameBack, mayComeBack, mayRetry, type Paid } from '../rules.ts'

interface OneStatement {
  id: string
  home: string
  village: string
  state: StatementState
  ended: string | null
}

async function loadStatements(
  db: ReadDb,
  items: readonly { subject: string }[],
  { county }: { county: number },
): Promise<(OneStatement | undefined)[]> {
  const rows = await db
    .selectFrom('statement')
    .select(['id', 'home', 'village', 'state'])
    .where('county', '=', county)
    .where(
      'id',
      'in',
      items.map((item) => item.subject),
    )
    .execute()
  const homes = await findHomes(
    db,
    county,
    rows.map((row) => row.home),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return items.map((item) => {
    const row = byId.get(item.subject)
    return row && { ...row, ended: homes.get(row.home)?.ended ?? null }
  })
}

/** Takes one statement out of the review, with the reason; drawing up again takes it in again (§4.3). */
export const sendBack = defineAct({
  kind: 'statement.send-back',
  version: 1,
  input: SendBackStatement,
  permission: 'statement.send-back',
  clauses: ['§4.3'],
  subject: { type: 'statement', of: (input) => input.statement },
  load: loadStatements,
  place: (facts) => ({ area: facts.village }),
  may: ({ state }) =>
    state === 'drawn-up' || state === 'town-reviewed'
      ? []
      : [refuse('statement.beyond-review', ['§4.3'], { state })],
  apply: async (tx, items, { county, today, actor }) => {
    await sql`
      update statement
         set state = 'blocked', sent_back_on = ${today}, sent_back_by = ${actor.id}, sent_back_reason = s.reason
        from unnest(${items.map((item) => item.subject)}::uuid[], ${items.map((item) => item.input.reason)}::text[])
             as s (id, reason)
       where statement.county = ${county} and statement.id = s.id`.execute(tx)
    return items.map(({ facts }) => ({ touched: [{ type: 'home', id: facts.home }] }))
  },
})

/**
 * A payment that came back (§4.3): as it was, it waits for the next batch; with another account the bureau looks it
 * over first, so that nobody alone decides where money goes (§5.2).
 */
export const retryPayment = defineAct({
  kind: 'payment.retry',
  version: 1,
  input: RetryPayment,
  permission: 'payment.retry',
  clauses: ['§4.3', '§5.2'],
  evidence: ['document'],
  subject: { type: 'statement', of: (input) => input.statement },
  load: async (db, items, context) => {
    const statements = await loadStatements(db, items, context)
    const holders = await homesByAccount(
      db,
      context.county,
      items.flatMap((item) => (item.input?.accountNumber ? [item.input.accountNumber] : [])),
    )
    return items.map(({ input }, at) => {
      const statement = statements[at]
      const holding = input?.accountNumber ? (holders.get(input.accountNumber) ?? []) : []
      return statement && { ...statement, ofOthers: holding.some((home) => home.id !== statement.home) }
    })
  },
  place: (facts) => ({ area: facts.village }),
  may: ({ state, ended }) => mayRetry(state, ended),
  check: ({ ofOthers }) => checkAccount(ofOthers),
  apply: async (tx, items, { county, actor }) => {
    const accounts = items.map(({ input }) => input.accountNumber ?? null)
    await sql`
      update statement
         set state = case when r.account is null then 'bureau-reviewed' else 'town-reviewed' end,
             account_number = coalesce(r.account, account_number),
             account_corrected_by = case when r.account is null then account_corrected_by else ${actor.id} end,
             bureau_reviewed_by = case when r.account is null then bureau_reviewed_by end,
             bureau_reviewed_on = case when r.account is null then bureau_reviewed_on end
        from unnest(${items.map((item) => item.subject)}::uuid[], ${accounts}::text[]) as r (id, account)
       where statement.county = ${county} and statement.id = r.id`.execute(tx)
    return items.map(({ facts, input }) => ({
      touched: [{ type: 'home', id: facts.home }],
      result: { accountCorrected: input.accountNumber !== undefined },
    }))
  },
})

/**
 * A payment its receipt called paid, and which the bank sent back afterwards (§4.3): the money is the fund's again, and
 * the statement waits to be corrected and paid again, like any that came back at once.
 */
export const cameBack = defineAct({
  kind: 'payment.came-back',
  version: 1,
  input: CameBack,
  permission: 'receipt.import',
  clauses: ['§4.3', '§5.2'],
  evidence: ['document'],
  subject: { type: 'statement', of: (input) => input.statement },
  // A recovery of the home is opened for what it has received.
  alsoLock: (input) => [{ type: 'home', id: input.home }],
  load: async (db, items, context) => {
    const statements = await loadStatements(db, items, context)
    const paid = await paidOf(
      db,
      context.county,
      items.map((item) => item.subject),
    )
    return items.map(({ subject, input }, at) => {
      const statement = statements[at]
      if (!statement || (input && input.home !== statement.home)) return undefined
      return { ...statement, payment: paid.get(subject) }
    })
  },
  place: (facts) => ({ area: facts.village }),
  may: ({ state, payment }) => mayComeBack(state, payment),
  check: ({ payment }, { input }, { today }) => checkCameBack(payment, input.cameBackOn, today),
  apply: async (tx, items, context) => {
    const { county } = context
    const back = items.flatMap(({ id, subject, input, facts: { payment, ended } }) =>
      payment ? [{ act: id, statement: subject, input, payment, ended }] : [],
    )
    await sql`
      update payment set state = 'failed', failure = b.reason, came_back_on = b.day
        from unnest(${back.map(({ payment }) => payment.id)}::uuid[], ${back.map(({ input }) => input.reason)}::text[],
                    ${back.map(({ input }) => input.cameBackOn)}::date[]) as b (id, reason, day)
       where payment.county = ${county} and payment.id = b.id`.execute(tx)
    await sql`
      update statement set state = b.state
        from unnest(${back.map(({ statement }) => statement)}::uuid[],
                    ${back.map(({ ended }) => (ended ? 'revoked' : 'failed'))}::text[]) as b (id, state)
       where statement.county = ${county} and statement.id = b.id`.execute(tx)
    await book(
      tx,
      context,
      back.map(({ act, payment: { fund, batch, number, amountFen } }) => ({
        ...{ fund, number, act, amountFen },
        kind: 'payment-came-back' as const,
        reference: batch,
      })),
    )
    return items.map(({ facts }) => ({
      touched: [
        { type: 'home', id: facts.home },
        ...(facts.payment ? [{ type: 'batch', id: facts.payment.batch }] : []),
      ],
      result: { amountFen: facts.payment?.amountFen ?? 0 },
    }))
  },
})

/** The paid payment of each statement that has one. */
async function paidOf(db: ReadDb, county: number, statements: readonly string[]) {
  const { rows } = await sql<
    Paid & { id: string; statement: string; batch: string; number: number; fund: string }
  >`
    select p.id, p.statement, p.batch, b.number, b.fund, p.amount_fen as "amountFen", p.settled_on as "settledOn",
           exists (select 1 from recovery_item i where i.county = ${county} and i.source = p.id) as "isInRecovery"
      from payment p join payment_batch b on b.county = ${county} and b.id = p.batch
     where p.county = ${county} and p.statement = any(${[...statements]}::uuid[]) and p.state = 'paid'`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.statement, row]))
}
