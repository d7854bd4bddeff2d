import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { book } from '../../funds/public.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { findHomes, homePlace } from '../../households/public.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import { programmeId } from '../../policy/public.ts'
import { LiftRecovery, OpenRecovery, ReleaseStatements, Repay, ResumeStatements } from '../model.ts'
import { payableHomes } from '../payable.ts'
import { journalsOf, loadRecoveries, receivedBy, settle } from '../recoveries.ts'
import { checkRepayment, isOwedBack, mayRepay } from '../rules.ts'

/**
 * Follows a subsidy cancelled for coal, or a departure after money was received: what is owed back, line by line
 * (§3.3.2b, §3.1.3d). What was not paid yet is paid no more.
 */
export const openRecovery = defineAct({
  kind: 'recovery.open',
  version: 1,
  internal: true,
  input: OpenRecovery,
  permission: 'coal.decide',
  clauses: ['§3.3.2b', '§3.1.3d'],
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, { county }) => {
    const homes = await findHomes(
      db,
      county,
      items.map((item) => item.subject),
    )
    const received = await receivedBy(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => {
      const home = homes.get(item.subject)
      return (
        home && {
          ...home,
          received: received.filter(
            (one) => one.home === home.id && isOwedBack(one.kind, item.input?.recovers ?? 'all'),
          ),
        }
      )
    })
  },
  place: (facts) => homePlace(facts),
  may: () => [],
  apply: async (tx, items, context) => {
    const { county, today } = context
    const effects = []
    // Electricity was used in a home whose machines are put right; whether it is paid, the payment rules say.
    await stopStatements(
      tx,
      county,
      items.filter(({ input }) => !input.failedCheck).map((item) => item.subject),
    )
    for (const { id, input, facts } of items) {
      const owedFen = facts.received.reduce((sum, one) => sum + one.amountFen, 0)
      if ((input.change ?? input.failedCheck) && owedFen === 0) {
        effects.push({ result: { owedFen, items: 0 } })
        continue
      }
      await tx
        .insertInto('recovery')
        .values({
          county,
          id: input.id,
          home: input.home,
          finding: input.finding ?? null,
          change: input.change ?? null,
          failed_check: input.failedCheck ?? null,
          opened_on: today,
          owed_fen: owedFen,
          state: owedFen > 0 ? 'open' : 'closed',
          act: id,
        })
        .execute()
      if (facts.received.length > 0)
        await tx
          .insertInto('recovery_item')
          .values(
            facts.received.map((one) => ({
              county,
              recovery: input.id,
              kind: one.kind,
              source: one.source,
              fund: one.fund,
              amount_fen: one.amountFen,
            })),
          )
          .execute()
      await book(tx, context, journalsOf('recovery-opened', input.id, facts.received, id))
      effects.push({
        touched: [{ type: 'recovery', id: input.id }],
        result: { recovery: input.id, owedFen, items: facts.received.length },
      })
    }
    return effects
  },
})

/** Follows a check that found a home in order, or its return to the register: what was to be repaid is owed no more. */
export const liftRecovery = defineAct({
  kind: 'recovery.lift',
  version: 1,
  internal: true,
  input: LiftRecovery,
  permission: 'recovery.repay',
  clauses: ['§4.2', '§3.3.2c', '§3.1.3d'],
  subject: { type: 'recovery', of: (input) => input.recovery },
  load: async (db, items, { county }) => {
    const rows = await db
      .selectFrom('recovery')
      .select(['id', 'home'])
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map((item) => item.subject),
      )
      .execute()
    const area = await countyArea(db, county)
    return items.map(({ subject }) => {
      const row = rows.find(({ id }) => id === subject)
      return row && { ...row, area }
    })
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  apply: async (tx, items, context) => {
    const { county } = context
    for (const { id, subject } of items) {
      const { rows } = await sql<{ fund: string; amountFen: number }>`
        with lifted as (
          update recovery set state = 'lifted'
           where county = ${county} and id = ${subject} and state = 'open' and repaid_fen = 0 and waived_fen = 0
           returning id)
        select i.fund, i.amount_fen as "amountFen"
          from recovery_item i join lifted l on l.id = i.recovery where i.county = ${county}`.execute(tx)
      await book(tx, context, journalsOf('recovery-lifted', subject, rows, id))
    }
    return items.map(({ facts }) => ({ touched: [{ type: 'home', id: facts.home }] }))
  },
})

/** What is in a frozen batch may be paid already; its receipt will tell, and add to a finding's recovery. */
async function stopStatements(tx: WriteDb, county: number, homes: readonly string[]): Promise<void> {
  await sql`update statement set state = 'revoked' where county = ${county} and home = any(${[...homes]}::uuid[])
               and state in ('drawn-up', 'town-reviewed', 'bureau-reviewed', 'failed', 'blocked')`.execute(tx)
}

/**
 * Follows a return to the register: what was stopped when the home left waits for its reviews
 * again, or is held back as before (§4.3). Of what was under way nothing was stopped.
 */
export const resumeStatements = defineAct({
  kind: 'statement.resume',
  version: 1,
  internal: true,
  input: ResumeStatements,
  permission: 'change.approve',
  clauses: ['§4.3', '§3.1.3d'],
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, { county }) => {
    const homes = await findHomes(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => homes.get(item.subject))
  },
  place: homePlace,
  may: () => [],
  apply: async (tx, items, { county }) => {
    const { rows } = await sql<{ home: string }>`
      update statement set state = case when answer = 'yes' then 'drawn-up' else 'blocked' end,
                           town_reviewed_by = null, town_reviewed_on = null,
                           bureau_reviewed_by = null, bureau_reviewed_on = null
       where county = ${county} and home = any(${items.map((item) => item.subject)}::uuid[]) and state = 'revoked'
      returning home`.execute(tx)
    return items.map(({ subject }) => ({
      result: { statements: rows.filter(({ home }) => home === subject).length },
    }))
  },
})

/**
 * Follows a finding of coal that did not stand: what was held back for it, and for nothing else, waits for its reviews
 * again (§3.3.2b, §4.3). What a town sent back stays with whoever has to put it right.
 */
export const releaseStatements = defineAct({
  kind: 'statement.release',
  version: 1,
  internal: true,
  input: ReleaseStatements,
  permission: 'coal.decide',
  clauses: ['§3.3.2b', '§4.3'],
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, { county }) => {
    const homes = await findHomes(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => homes.get(item.subject))
  },
  place: homePlace,
  may: () => [],
  apply: async (tx, items, context) => {
    const { county } = context
    const effects = []
    for (const { subject: home } of items) {
      const { rows } = await sql<{ id: string; season: string; starts_on: Day; ends_on: Day }>`
        select s.id, s.season, n.starts_on, n.ends_on
          from statement s join season n on n.county = ${county} and n.id = s.season
         where s.county = ${county} and s.home = ${home} and s.state = 'blocked' and s.sent_back_on is null
           and s.amount_fen > 0
         order by n.starts_on for update of s`.execute(tx)
      let released = 0
      for (const { id, season, starts_on, ends_on } of rows) {
        const found = (await payableHomes(tx, context, { id: season, starts_on, ends_on }, [home])).get(home)
        if (!found) continue
        const { decision } = found
        const isPayable = decision.answer === 'yes'
        if (isPayable) released++
        await sql`
          update statement set state = ${isPayable ? 'drawn-up' : 'blocked'}, answer = ${decision.answer},
                               decision = ${JSON.stringify(decision)}::jsonb,
                               town_reviewed_by = null, town_reviewed_on = null,
                               bureau_reviewed_by = null, bureau_reviewed_on = null
           where county = ${county} and id = ${id}`.execute(tx)
      }
      effects.push({ result: { statements: released } })
    }
    return effects
  },
})

/** Money back from a household: to the funds it came from, line by line, until all is repaid. */
export const repay = defineAct({
  kind: 'recovery.repay',
  version: 1,
  input: Repay,
  permission: 'recovery.repay',
  clauses: ['§3.3.2b', '§5.2'],
  evidence: ['document'],
  subject: { type: 'recovery', of: (input) => input.recovery },
  // No two at once, so that one reference is seen by the other.
  alsoLock: (_input, county) => [{ type: 'programme', id: programmeId(county) }],
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const found = await loadRecoveries(
      db,
      county,
      items.map((item) => item.subject),
    )
    const references = items.flatMap(({ input }) => input?.bankReference ?? [])
    const used =
      references.length === 0
        ? []
        : await db
            .selectFrom('repayment')
            .select(['bank_reference as reference', 'paid_on as day', 'amount_fen as amountFen'])
            .where('county', '=', county)
            .where('bank_reference', 'in', references)
            .execute()
    return items.map((item) => {
      const row = found.get(item.subject)
      const usedFor = used.find((one) => one.reference === item.input?.bankReference)
      return row && { area, ...row, usedFor: usedFor && { day: usedFor.day, amountFen: usedFor.amountFen } }
    })
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => mayRepay(facts),
  check: (facts, { input }, { today }) => checkRepayment(facts, input, today),
  apply: async (tx, items, context) => {
    const { county } = context
    const effects = []
    for (const { id, input, facts } of items) {
      await tx
        .insertInto('repayment')
        .values({
          county,
          id: input.id,
          recovery: input.recovery,
          amount_fen: input.amountFen,
          paid_on: input.paidOn,
          bank_reference: input.bankReference,
          act: id,
        })
        .execute()
      const leftFen = await settle(tx, context, id, facts, 'repaid', input.amountFen)
      effects.push({ touched: [{ type: 'home', id: facts.home }], result: { leftFen } })
    }
    return effects
  },
})
