import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { findHomes, homesByAccount } from '../../households/public.ts'
import { RetryPayment, SendBackStatement, type StatementState } from '../model.ts'
import { checkAccount, mayRetry } from '../rules.ts'

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
