import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { ofHome } from './recoveries.ts'

/** Everything of money about one home: statements, payments, finding, recovery. */
async function moneyOf(db: ReadDb, county: number, home: string) {
  const statements = await db
    .selectFrom('statement')
    .innerJoin('season', (join) =>
      join.onRef('season.county', '=', 'statement.county').onRef('season.id', '=', 'statement.season'),
    )
    .select([
      'statement.id',
      'season.name as season',
      'statement.state',
      'statement.answer',
      'statement.used_centi_kwh as usedCentiKwh',
      'statement.amount_fen as amountFen',
      'statement.formula',
      'statement.decision',
      'statement.drawn_up_on as drawnUpOn',
      'statement.town_reviewed_on as townReviewedOn',
      'statement.bureau_reviewed_on as bureauReviewedOn',
    ])
    .where('statement.county', '=', county)
    .where('statement.home', '=', home)
    .orderBy('season.starts_on', 'desc')
    .execute()
  const payments = await db
    .selectFrom('payment')
    .select([
      'id',
      'reference',
      'statement',
      'amount_fen as amountFen',
      'state',
      'failure',
      'settled_on as settledOn',
    ])
    .where('county', '=', county)
    .where('home', '=', home)
    .orderBy('id')
    .execute()
  const recoveries = await db
    .selectFrom('recovery')
    .innerJoin('coal_finding', (join) =>
      join
        .onRef('coal_finding.county', '=', 'recovery.county')
        .onRef('coal_finding.id', '=', 'recovery.finding'),
    )
    .select([
      'recovery.id',
      'recovery.state',
      'recovery.opened_on as openedOn',
      'recovery.owed_fen as owedFen',
      'recovery.repaid_fen as repaidFen',
      'coal_finding.found_on as foundOn',
    ])
    .where('recovery.county', '=', county)
    .where('recovery.home', '=', home)
    .execute()
  const items = recoveries.length
    ? await db
        .selectFrom('recovery_item')
        .select(['recovery', 'kind', 'source', 'amount_fen as amountFen', 'repaid_fen as repaidFen'])
        .where('county', '=', county)
        .where(
          'recovery',
          'in',
          recoveries.map((one) => one.id),
        )
        .execute()
    : []
  const equipment = await db
    .selectFrom('claim_line')
    .innerJoin('claim', (join) =>
      join.onRef('claim.county', '=', 'claim_line.county').onRef('claim.id', '=', 'claim_line.claim'),
    )
    .select([
      'claim.number',
      'claim.state',
      'claim.paid_on as paidOn',
      'claim_line.units',
      'claim_line.subsidy_fen as subsidyFen',
      'claim_line.formula',
    ])
    .where('claim_line.county', '=', county)
    .where('claim_line.home', '=', home)
    .where('claim_line.live', '=', true)
    .execute()
  return {
    equipment,
    statements,
    payments,
    recoveries: recoveries.map((one) => ({
      ...one,
      items: items.filter((item) => item.recovery === one.id),
    })),
  }
}

export const moneyOfHome = defineQuery({
  name: 'money.of-home',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, { county, scope }) => {
    const there = await db
      .selectFrom('home')
      .select('id')
      .where('county', '=', county)
      .where('id', '=', home)
      .where(inScope(scope, ofHome))
      .executeTakeFirst()
    if (!there) throw new NotFound()
    return moneyOf(db, county, home)
  },
})

/** The household's own money. */
export const ownMoney = defineQuery({
  name: 'home.money',
  input: z.object({}),
  permission: 'home.own',
  run: async (db, _input, { county, scope }) => {
    const [home] = scope.homes
    if (!home) throw new NotFound()
    return moneyOf(db, county, home)
  },
})
