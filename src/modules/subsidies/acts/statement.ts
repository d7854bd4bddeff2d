import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { countyArea } from '../../organisations/public.ts'
import {
  DrawUpStatements,
  RetryPayment,
  ReviewInBureau,
  ReviewInTown,
  SendBackStatement,
  type StatementState,
} from '../model.ts'
import { payableHomes } from '../payable.ts'
import { mayCount, mayRetry, mayReview, operatingSubsidy } from '../rules.ts'
import { findSeasons } from './season.ts'
import { findHomes } from '../../households/public.ts'

/**
 * A statement for every home with readings: amount, formula and the payment rules' answer. Drawn up again, it
 * replaces what nobody has reviewed yet and leaves the rest (§4.3).
 */
export const drawUp = defineAct({
  kind: 'statement.draw-up',
  version: 1,
  input: DrawUpStatements,
  permission: 'statement.draw-up',
  clauses: ['§4.3', '§3.3.2a', '§3.3.2b', '§3.3.2c'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const seasons = await findSeasons(
      db,
      county,
      items.map((item) => item.subject),
    )
    return Promise.all(
      items.map(async (item) => {
        const season = seasons.get(item.subject)
        if (!season) return undefined
        const { rows } = await sql<{ home: string; account: string; used: number }>`
          select r.home, r.account_number as account, r.used_centi_kwh as used
            from usage_reading r
            left join statement s on s.county = ${county} and s.season = r.season and s.home = r.home
           where r.county = ${county} and r.season = ${season.id}
             and (s.id is null or s.state in ('drawn-up', 'blocked'))
           order by r.home`.execute(db)
        return { area, season, readings: rows }
      }),
    )
  },
  place: (facts) => ({ area: facts.area }),
  may: ({ season, readings }, { today }) => [
    ...mayCount({ endsOn: season.ends_on }, today),
    ...(readings.length === 0 ? [refuse('statement.no-readings', ['§4.3'])] : []),
  ],
  apply: async (tx, items, context) => {
    const { county, pack, today, actor } = context
    const effects = []
    for (const { id, facts } of items) {
      const homes = await payableHomes(
        tx,
        context,
        facts.readings.map((reading) => reading.home),
      )
      const drawn = facts.readings.flatMap((reading) => {
        const home = homes.get(reading.home)
        if (!home) return []
        const { amountFen, formula } = operatingSubsidy(pack, today, reading.used)
        const { answer } = home.decision
        return [{ reading, home, answer, formula, amountFen, payable: answer === 'yes' && amountFen > 0 }]
      })
      await sql`
        insert into statement (county, id, season, home, town, village, account_number, used_centi_kwh, amount_fen,
                               formula, answer, decision, state, drawn_up_on, drawn_up_by, act)
        select ${county}, s.id, ${facts.season.id}, s.home, s.town, s.village, s.account, s.used, s.amount,
               s.formula, s.answer, s.decision, s.state, ${today}, ${actor.id}, ${id}
          from unnest(${drawn.map(() => newId())}::uuid[], ${drawn.map((d) => d.home.id)}::uuid[],
                      ${drawn.map((d) => d.home.town)}::text[], ${drawn.map((d) => d.home.village)}::text[],
                      ${drawn.map((d) => d.reading.account)}::text[], ${drawn.map((d) => d.reading.used)}::bigint[],
                      ${drawn.map((d) => d.amountFen)}::bigint[], ${drawn.map((d) => JSON.stringify(d.formula))}::jsonb[],
                      ${drawn.map((d) => d.answer)}::text[],
                      ${drawn.map((d) => JSON.stringify(d.home.decision))}::jsonb[],
                      ${drawn.map((d) => (d.payable ? 'drawn-up' : 'blocked'))}::text[])
               as s (id, home, town, village, account, used, amount, formula, answer, decision, state)
        on conflict (county, season, home) do update
          set used_centi_kwh = excluded.used_centi_kwh, amount_fen = excluded.amount_fen, formula = excluded.formula,
              answer = excluded.answer, decision = excluded.decision, state = excluded.state,
              account_number = excluded.account_number, drawn_up_on = excluded.drawn_up_on,
              drawn_up_by = excluded.drawn_up_by, act = excluded.act`.execute(tx)
      const payable = drawn.filter((d) => d.payable)
      effects.push({
        touched: drawn.map((d) => ({ type: 'home', id: d.home.id })),
        result: {
          statements: drawn.length,
          payable: payable.length,
          blocked: drawn.length - payable.length,
          totalFen: payable.reduce((sum, d) => sum + d.amountFen, 0),
        },
      })
    }
    return effects
  },
})

interface Reviewable {
  id: string
  home: string
  town: string
  drawn_up_by: string
  town_reviewed_by: string | null
}

const statementsIn = async (
  db: ReadDb,
  county: number,
  season: string,
  town: string,
  state: StatementState,
  only?: readonly string[],
): Promise<Reviewable[]> => {
  let of = db
    .selectFrom('statement')
    .select(['id', 'home', 'town', 'drawn_up_by', 'town_reviewed_by'])
    .where('county', '=', county)
    .where('season', '=', season)
    .where('town', '=', town)
    .where('state', '=', state)
    .orderBy('id')
  if (only) of = of.where(sql<boolean>`id = any(${[...only]}::uuid[])`)
  return of.execute()
}

/** §4.3: the town looks over its list; what it doubts it sends back one by one before. */
export const reviewInTown = defineAct({
  kind: 'statement.review-town',
  version: 1,
  input: ReviewInTown,
  permission: 'statement.review-town',
  clauses: ['§4.3', '§A.2'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county, actor }) => {
    const seasons = await findSeasons(
      db,
      county,
      items.map((item) => item.subject),
    )
    return Promise.all(
      items.map(async (item) => {
        if (!seasons.has(item.subject)) return undefined
        const town = item.input?.town ?? townOf(actor.grants)
        const list = await statementsIn(db, county, item.subject, town, 'drawn-up', item.input?.statements)
        return { town, list }
      }),
    )
  },
  place: (facts) => ({ area: facts.town }),
  may: ({ list }, { actor }) =>
    mayReview({ ready: list.length, earlier: list.map((row) => row.drawn_up_by) }, actor.id),
  check: ({ list }, { input }) =>
    input.statements && input.statements.length !== list.length
      ? [
          refuse('statement.not-all-reviewable', ['§4.3'], {
            asked: input.statements.length,
            ready: list.length,
          }),
        ]
      : [],
  apply: async (tx, items, { county, today, actor }) => {
    for (const { facts } of items)
      await sql`
        update statement set state = 'town-reviewed', town_reviewed_by = ${actor.id}, town_reviewed_on = ${today}
         where county = ${county} and id = any(${facts.list.map((row) => row.id)}::uuid[])`.execute(tx)
    return items.map(({ facts }) => ({
      touched: facts.list.map((row) => ({ type: 'home', id: row.home })),
      result: { town: facts.town, statements: facts.list.length },
    }))
  },
})

export const reviewInBureau = defineAct({
  kind: 'statement.review-bureau',
  version: 1,
  input: ReviewInBureau,
  permission: 'statement.review-bureau',
  clauses: ['§4.3'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const seasons = await findSeasons(
      db,
      county,
      items.map((item) => item.subject),
    )
    return Promise.all(
      items.map(async (item) => {
        if (!seasons.has(item.subject)) return undefined
        const list = item.input
          ? await statementsIn(db, county, item.subject, item.input.town, 'town-reviewed')
          : await db
              .selectFrom('statement')
              .select(['id', 'home', 'town', 'drawn_up_by', 'town_reviewed_by'])
              .where('county', '=', county)
              .where('season', '=', item.subject)
              .where('state', '=', 'town-reviewed')
              .execute()
        return { area, list }
      }),
    )
  },
  place: (facts) => ({ area: facts.area }),
  // The bureau's officer may have drawn the list up; the town has looked it over in between.
  may: ({ list }, { actor }) =>
    mayReview({ ready: list.length, earlier: list.map((row) => row.town_reviewed_by) }, actor.id),
  apply: async (tx, items, { county, today, actor }) => {
    for (const { facts } of items)
      await sql`
        update statement set state = 'bureau-reviewed', bureau_reviewed_by = ${actor.id}, bureau_reviewed_on = ${today}
         where county = ${county} and id = any(${facts.list.map((row) => row.id)}::uuid[])`.execute(tx)
    return items.map(({ facts }) => ({
      touched: facts.list.map((row) => ({ type: 'home', id: row.home })),
      result: { statements: facts.list.length },
    }))
  },
})

interface OneStatement {
  id: string
  home: string
  town: string
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
    .select(['id', 'home', 'town', 'village', 'state'])
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
  return items.map((item) => {
    const row = rows.find((one) => one.id === item.subject)
    return row && { ...row, ended: homes.get(row.home)?.ended ?? null }
  })
}

/** Takes one statement out of the review, with the reason; drawing up again takes it in again. */
export const sendBack = defineAct({
  kind: 'statement.send-back',
  version: 1,
  input: SendBackStatement,
  permission: 'statement.review-town',
  clauses: ['§4.3'],
  subject: { type: 'statement', of: (input) => input.statement },
  load: loadStatements,
  place: (facts) => ({ area: facts.village }),
  may: ({ state }) =>
    state === 'drawn-up' || state === 'town-reviewed'
      ? []
      : [refuse('statement.beyond-review', ['§4.3'], { state })],
  apply: (tx, items, { county }) => setState(tx, county, items, 'blocked'),
})

/** A payment that came back: the account put right where it was wrong, then it waits for the next batch (§4.3). */
export const retryPayment = defineAct({
  kind: 'payment.retry',
  version: 1,
  input: RetryPayment,
  permission: 'payment.retry',
  clauses: ['§4.3'],
  evidence: ['document'],
  subject: { type: 'statement', of: (input) => input.statement },
  load: loadStatements,
  place: (facts) => ({ area: facts.village }),
  may: ({ state, ended }) => mayRetry(state, ended),
  apply: async (tx, items, { county }) => {
    for (const { input } of items)
      if (input.accountNumber)
        await tx
          .updateTable('statement')
          .set({ account_number: input.accountNumber })
          .where('county', '=', county)
          .where('id', '=', input.statement)
          .execute()
    return setState(tx, county, items, 'bureau-reviewed')
  },
})

async function setState(
  tx: WriteDb,
  county: number,
  items: readonly { subject: string; facts: OneStatement }[],
  state: StatementState,
) {
  await sql`update statement set state = ${state}
             where county = ${county} and id = any(${items.map((item) => item.subject)}::uuid[])`.execute(tx)
  return items.map(({ facts }) => ({ touched: [{ type: 'home', id: facts.home }] }))
}

/** The town of somebody's duty, for what may be done now before a town is named. */
const townOf = (grants: readonly { area?: string }[]): string =>
  grants.find((grant) => grant.area?.endsWith('000') && !grant.area.endsWith('000000'))?.area ?? ''
