import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { book, findFunds, mayCharge, mayPay } from '../../funds/public.ts'
import { holdHomes } from '../../households/public.ts'
import { countyArea } from '../../organisations/public.ts'
import { FreezeBatch } from '../model.ts'
import { payableHomes } from '../payable.ts'
import { findSeasons } from '../seasons.ts'

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
    const facts = []
    for (const { subject } of items) {
      const season = seasons.get(subject)
      if (!season) {
        facts.push(undefined)
        continue
      }
      const ready = await readyStatements(db, county, season.id)
      const homes = await payableHomes(
        db,
        context,
        season,
        ready.map((one) => one.home),
      )
      const lines = ready.flatMap((one) => {
        const home = homes.get(one.home)
        return home ? [{ ...one, payee: home.accountHolder ?? '', decision: home.decision }] : []
      })
      const payable = lines.filter((line) => line.decision.answer === 'yes')
      facts.push({
        area,
        season,
        fund: season.fund ? funds.get(season.fund) : undefined,
        payable,
        noLonger: lines.filter((line) => line.decision.answer !== 'yes'),
        totalFen: payable.reduce((sum, line) => sum + line.amountFen, 0),
      })
    }
    return facts
  },
  place: (facts) => ({ area: facts.area }),
  may: ({ payable, fund, totalFen }, { actor }) => [
    ...(payable.length === 0
      ? [refuse('batch.nothing-reviewed', ['§4.3'])]
      : [...mayCharge(fund, 'operating', totalFen), ...mayPay(fund, totalFen)]),
    ...(payable.some((one) => one.bureauReviewedBy === actor.id)
      ? [refuse('statement.same-person', ['§5.2'])]
      : []),
  ],
  apply: async (tx, items, context) => {
    const { county, today, actor } = context
    const effects = []
    for (const { id, input, facts } of items) {
      const { payable, noLonger, fund, totalFen } = facts
      if (!fund) throw new Error('A batch was decided without its fund.')
      await holdStatements(tx, county, payable)
      const { last } = await tx
        .selectFrom('payment_batch')
        .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
        .where('county', '=', county)
        .executeTakeFirstOrThrow()
      const number = last + 1
      const lines = payable.map((one, at) => ({
        ...one,
        payment: newId(),
        reference: `QN${String(number).padStart(4, '0')}${String(at + 1).padStart(6, '0')}`,
      }))
      const content = lines.map((l) => `${l.reference}\t${l.account}\t${l.amountFen}\n`).join('')
      const linesDigest = createHash('sha256').update(content).digest()
      await tx
        .insertInto('payment_batch')
        .values({
          county,
          id: input.id,
          season: input.season,
          fund: fund.id,
          number,
          state: 'frozen',
          payments: lines.length,
          total_fen: totalFen,
          lines_digest: linesDigest,
          frozen_on: today,
          frozen_by: actor.id,
          act: id,
        })
        .execute()
      await sql`
        insert into payment (county, id, reference, batch, statement, home, account_number, payee, amount_fen, state)
        select ${county}, p.id, p.reference, ${input.id}, p.statement, p.home, p.account, p.payee, p.amount, 'waiting'
          from unnest(${lines.map((l) => l.payment)}::uuid[], ${lines.map((l) => l.reference)}::text[],
                      ${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.home)}::uuid[],
                      ${lines.map((l) => l.account)}::text[], ${lines.map((l) => l.payee)}::text[],
                      ${lines.map((l) => l.amountFen)}::bigint[])
               as p (id, reference, statement, home, account, payee, amount)`.execute(tx)
      await sql`
        update statement set state = 'blocked', answer = n.answer, decision = n.decision
          from unnest(${noLonger.map((one) => one.id)}::uuid[], ${noLonger.map((one) => one.decision.answer)}::text[],
                      ${noLonger.map((one) => JSON.stringify(one.decision))}::jsonb[]) as n (id, answer, decision)
         where statement.county = ${county} and statement.id = n.id and statement.state = 'bureau-reviewed'`.execute(
        tx,
      )
      await book(tx, context, [
        { fund: fund.id, amountFen: totalFen, kind: 'batch-frozen', reference: input.id, number, act: id },
      ])
      effects.push({
        touched: [...payable, ...noLonger].map((one) => ({ type: 'home', id: one.home })),
        result: {
          number,
          payments: lines.length,
          totalFen,
          leftOut: noLonger.length,
          linesDigest: linesDigest.toString('hex'),
        },
      })
    }
    return effects
  },
})

/** Nobody's subsidy is revoked and no statement taken back between the decision and the batch. */
async function holdStatements(
  tx: WriteDb,
  county: number,
  payable: readonly { id: string; home: string }[],
): Promise<void> {
  const ended = await holdHomes(
    tx,
    county,
    payable.map((one) => one.home),
  )
  const { numAffectedRows } = await sql`
    update statement set state = 'batched'
     where county = ${county} and id = any(${payable.map((one) => one.id)}::uuid[])
       and state = 'bureau-reviewed'`.execute(tx)
  if (ended.size > 0 || Number(numAffectedRows) < payable.length)
    throw new Overtaken('A home or statement of the batch changed in the same moment.')
}
