import { sql } from 'kysely'
import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import { ReviewInBureau, ReviewInTown, type StatementState } from '../model.ts'
import { mayReview } from '../rules.ts'
import { findSeasons } from '../seasons.ts'

interface Reviewable {
  id: string
  home: string
  drawnUpBy: string
  townReviewedBy: string | null
  accountCorrectedBy: string | null
}

/** Statements of a season that stand at a state: a town's, or everybody's before a town is named. */
function statementsAt(
  db: ReadDb,
  county: number,
  where: { season: string; town?: string; state: StatementState; only?: readonly string[] },
): Promise<Reviewable[]> {
  let of = db
    .selectFrom('statement')
    .select([
      'id',
      'home',
      'drawn_up_by as drawnUpBy',
      'town_reviewed_by as townReviewedBy',
      'account_corrected_by as accountCorrectedBy',
    ])
    .where('county', '=', county)
    .where('season', '=', where.season)
    .where('state', '=', where.state)
    .orderBy('id')
  if (where.town !== undefined) of = of.where('town', '=', where.town)
  if (where.only) of = of.where(sql<boolean>`id = any(${[...where.only]}::uuid[])`)
  return of.execute()
}

/** Moves the statements on, and no other: one sent back or revoked meanwhile makes everything be looked at again. */
async function moveOn(
  tx: WriteDb,
  { county, today, actor }: ActContext,
  list: readonly Reviewable[],
  to: 'town' | 'bureau',
): Promise<void> {
  const ids = list.map((row) => row.id)
  const change =
    to === 'town'
      ? sql`state = 'town-reviewed', town_reviewed_by = ${actor.id}, town_reviewed_on = ${today}`
      : sql`state = 'bureau-reviewed', bureau_reviewed_by = ${actor.id}, bureau_reviewed_on = ${today}`
  const from: StatementState = to === 'town' ? 'drawn-up' : 'town-reviewed'
  const { numAffectedRows } = await sql`
    update statement set ${change}
     where county = ${county} and id = any(${ids}::uuid[]) and state = ${from}`.execute(tx)
  if (Number(numAffectedRows) < ids.length) throw new Overtaken('A statement changed in the same moment.')
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
    const facts = []
    for (const { subject: season, input } of items) {
      const town = input?.town ?? townOf(actor.grants)
      facts.push(
        seasons.has(season)
          ? {
              town,
              list: await statementsAt(db, county, {
                season,
                town,
                state: 'drawn-up',
                only: input?.statements,
              }),
            }
          : undefined,
      )
    }
    return facts
  },
  place: (facts) => ({ area: facts.town }),
  may: ({ list }, { actor }) =>
    mayReview({ ready: list.length, earlier: list.map((row) => row.drawnUpBy) }, actor.id),
  check: ({ list }, { input }) =>
    input.statements && new Set(input.statements).size !== list.length
      ? [
          refuse('statement.not-all-reviewable', ['§4.3'], {
            asked: input.statements.length,
            ready: list.length,
          }),
        ]
      : [],
  apply: async (tx, items, context) => {
    for (const { facts } of items) await moveOn(tx, context, facts.list, 'town')
    return items.map(({ facts }) => ({
      touched: facts.list.map((row) => ({ type: 'home', id: row.home })),
      result: { town: facts.town, statements: facts.list.length },
    }))
  },
})

/** §4.3: the bureau after the town, by somebody who neither drew the list up, reviewed it, nor put in an account. */
export const reviewInBureau = defineAct({
  kind: 'statement.review-bureau',
  version: 1,
  input: ReviewInBureau,
  permission: 'statement.review-bureau',
  clauses: ['§4.3', '§5.2'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const seasons = await findSeasons(
      db,
      county,
      items.map((item) => item.subject),
    )
    const facts = []
    for (const { subject: season, input } of items)
      facts.push(
        seasons.has(season)
          ? {
              area,
              list: await statementsAt(db, county, { season, town: input?.town, state: 'town-reviewed' }),
            }
          : undefined,
      )
    return facts
  },
  place: (facts) => ({ area: facts.area }),
  may: ({ list }, { actor }) =>
    mayReview(
      {
        ready: list.length,
        earlier: list.flatMap((row) => [row.drawnUpBy, row.townReviewedBy, row.accountCorrectedBy]),
      },
      actor.id,
    ),
  apply: async (tx, items, context) => {
    for (const { facts } of items) await moveOn(tx, context, facts.list, 'bureau')
    return items.map(({ facts, input }) => ({
      touched: facts.list.map((row) => ({ type: 'home', id: row.home })),
      result: { town: input.town, statements: facts.list.length },
    }))
  },
})

/** The town of somebody's duty, for what may be done now before a town is named. */
const townOf = (grants: readonly { area?: string }[]): string =>
  grants.find((grant) => grant.area?.endsWith('000') && !grant.area.endsWith('000000'))?.area ?? ''
