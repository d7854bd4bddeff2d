import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { inScope } from '../../../kernel/identity/authority.ts'

const pageSize = 50

export const batchList = defineQuery({
  name: 'batch.list',
  input: z.object({ season: z.uuid().optional() }),
  permission: 'money.read',
  run: async (db, { season }, { county }) => {
    let of = db
      .selectFrom('payment_batch')
      .innerJoin('season', (join) =>
        join
          .onRef('season.county', '=', 'payment_batch.county')
          .onRef('season.id', '=', 'payment_batch.season'),
      )
      .innerJoin('fund', (join) =>
        join.onRef('fund.county', '=', 'payment_batch.county').onRef('fund.id', '=', 'payment_batch.fund'),
      )
      .where('payment_batch.county', '=', county)
    if (season) of = of.where('payment_batch.season', '=', season)
    return of
      .select([
        'payment_batch.id',
        'payment_batch.number',
        'payment_batch.state',
        'payment_batch.payments',
        'payment_batch.total_fen as totalFen',
        'payment_batch.frozen_on as frozenOn',
        'season.name as season',
        'fund.name as fund',
      ])
      .orderBy('payment_batch.number', 'desc')
      .execute()
  },
})

export const batchPage = defineQuery({
  name: 'batch.page',
  input: z.object({
    batch: z.uuid(),
    state: z.enum(['waiting', 'paid', 'failed']).optional(),
    page: z.int().min(0).default(0),
  }),
  permission: 'money.read',
  run: async (db, { batch: id, state, page }, { county }) => {
    const batch = await db
      .selectFrom('payment_batch')
      .select([
        'id',
        'season',
        'number',
        'state',
        'payments',
        'total_fen as totalFen',
        'frozen_on as frozenOn',
        'lines_digest',
      ])
      .where('county', '=', county)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!batch) throw new NotFound()
    const states = await db
      .selectFrom('payment')
      .select((eb) => [
        'state',
        eb.fn.countAll<number>().as('payments'),
        eb.fn.sum<number>('amount_fen').as('amountFen'),
      ])
      .where('county', '=', county)
      .where('batch', '=', id)
      .groupBy('state')
      .execute()
    let of = db
      .selectFrom('payment')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'payment.county').onRef('home.id', '=', 'payment.home'),
      )
      .where('payment.county', '=', county)
      .where('payment.batch', '=', id)
    if (state) of = of.where('payment.state', '=', state)
    const { total } = await of.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await of
      .select([
        'payment.id',
        'payment.reference',
        'payment.home',
        'payment.statement',
        'payment.amount_fen as amountFen',
        'payment.state',
        'payment.failure',
        'payment.settled_on as settledOn',
        'home.householder',
      ])
      .orderBy('payment.reference')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    const receipts = await db
      .selectFrom('receipt_import')
      .select(['id', 'file_name as fileName', 'row_count as rows', 'imported_on as importedOn'])
      .where('county', '=', county)
      .where('batch', '=', id)
      .orderBy('id')
      .execute()
    const { lines_digest, ...rest } = batch
    return { ...rest, linesDigest: lines_digest.toString('hex'), states, rows, total, receipts }
  },
})

const ofHome = {
  town: sql.ref('home.town'),
  village: sql.ref('home.village'),
  organisations: [sql.ref('home.contractor'), sql.ref('home.supervisor')],
  home: sql.ref('home.id'),
}

export const recoveryList = defineQuery({
  name: 'recovery.list',
  input: z.object({ state: z.enum(['open', 'closed']).optional(), page: z.int().min(0).default(0) }),
  permission: 'recovery.read',
  run: async (db, { state, page }, { county, scope }) => {
    let of = db
      .selectFrom('recovery')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'recovery.county').onRef('home.id', '=', 'recovery.home'),
      )
      .innerJoin('area', (join) =>
        join.onRef('area.county', '=', 'home.county').onRef('area.code', '=', 'home.village'),
      )
      .innerJoin('coal_finding', (join) =>
        join
          .onRef('coal_finding.county', '=', 'recovery.county')
          .onRef('coal_finding.id', '=', 'recovery.finding'),
      )
      .where('recovery.county', '=', county)
      .where(inScope(scope, ofHome))
    if (state) of = of.where('recovery.state', '=', state)
    const { total } = await of.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await of
      .select([
        'recovery.id',
        'recovery.home',
        'recovery.state',
        'recovery.opened_on as openedOn',
        'recovery.owed_fen as owedFen',
        'recovery.repaid_fen as repaidFen',
        'home.householder',
        'area.name as village',
        'coal_finding.found_on as foundOn',
      ])
      .orderBy('recovery.opened_on', 'desc')
      .orderBy('recovery.id')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    return { rows, total }
  },
})

/** Everything of money about one home: statements, payments, finding, recovery. */
async function moneyOf(db: Parameters<typeof batchList.run>[0], county: number, home: string) {
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
