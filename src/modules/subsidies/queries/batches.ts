import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { maskAccount } from '../../../kernel/standards/mask.ts'

const pageSize = 50

/**
 * Of frozen batches: homes that left since and of which no receipt has told yet. What was sent cannot be called back
 * from here, so every sum they are part of names them apart.
 */
async function leftOf(
  db: ReadDb,
  county: number,
): Promise<(batch: string) => { leftHomes: number; leftFen: number }> {
  const { rows } = await sql<{ batch: string; homes: number; fen: number }>`
    select p.batch, count(*)::int as homes, sum(p.amount_fen)::bigint as fen
      from payment p join home h on h.county = ${county} and h.id = p.home and h.ended is not null
     where p.county = ${county} and p.state = 'waiting' group by p.batch`.execute(db)
  const left = new Map(rows.map(({ batch, homes, fen }) => [batch, { leftHomes: homes, leftFen: fen }]))
  return (batch) => left.get(batch) ?? { leftHomes: 0, leftFen: 0 }
}

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
    const rows = await of
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
    const states = await db
      .selectFrom('payment')
      .select((eb) => [
        'batch',
        'state',
        eb.fn.countAll<number>().as('payments'),
        eb.fn.sum<number>('amount_fen').as('amountFen'),
      ])
      .where('county', '=', county)
      .groupBy(['batch', 'state'])
      .execute()
    const left = await leftOf(db, county)
    return {
      rows: rows.map((row) => ({
        ...row,
        ...left(row.id),
        states: states.flatMap(({ batch, ...of }) => (batch === row.id ? [of] : [])),
      })),
      total: rows.length,
    }
  },
})

/** A batch with its season, its fund and who froze it. Throws `NotFound`. */
export async function batchHead(db: ReadDb, county: number, id: string) {
  const batch = await db
    .selectFrom('payment_batch as b')
    .innerJoin('season as s', (join) =>
      join.onRef('s.county', '=', 'b.county').onRef('s.id', '=', 'b.season'),
    )
    .innerJoin('fund as f', (join) => join.onRef('f.county', '=', 'b.county').onRef('f.id', '=', 'b.fund'))
    .leftJoin('account as a', (join) =>
      join.onRef('a.county', '=', 'b.county').onRef('a.id', '=', 'b.frozen_by'),
    )
    .select([
      'b.id',
      'b.season',
      's.name as seasonName',
      'b.fund',
      'f.name as fundName',
      'b.number',
      'b.state',
      'b.payments',
      'b.total_fen as totalFen',
      'b.frozen_on as frozenOn',
      'a.name as frozenBy',
      'b.lines_digest',
    ])
    .where('b.county', '=', county)
    .where('b.id', '=', id)
    .executeTakeFirst()
  if (!batch) throw new NotFound()
  return batch
}

export const batchPage = defineQuery({
  name: 'batch.page',
  input: z.object({ batch: z.uuid() }),
  permission: 'money.read',
  run: async (db, { batch: id }, { county }) => {
    const batch = await batchHead(db, county, id)
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
    const receipts = await db
      .selectFrom('receipt_import')
      .select(['id', 'file_name as fileName', 'row_count as rows', 'imported_on as importedOn'])
      .where('county', '=', county)
      .where('batch', '=', id)
      .orderBy('id')
      .execute()
    const { lines_digest, ...rest } = batch
    const left = await leftOf(db, county)
    return { ...rest, ...left(id), linesDigest: lines_digest.toString('hex'), states, receipts }
  },
})

/** The payments of a batch, each with its home and what became of it. */
export const batchPayments = defineQuery({
  name: 'batch.payments',
  input: z.object({
    batch: z.uuid(),
    /** `left`: of homes that left, and still waiting. */
    state: z.enum(['waiting', 'paid', 'failed', 'left']).optional(),
    page: z.int().min(0).default(0),
  }),
  permission: 'money.read',
  run: async (db, { batch: id, state, page }, { county }) => {
    let of = db
      .selectFrom('payment')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'payment.county').onRef('home.id', '=', 'payment.home'),
      )
      .innerJoin('area', (join) =>
        join.onRef('area.county', '=', 'home.county').onRef('area.code', '=', 'home.village'),
      )
      .innerJoin('statement', (join) =>
        join.onRef('statement.county', '=', 'payment.county').onRef('statement.id', '=', 'payment.statement'),
      )
      .where('payment.county', '=', county)
      .where('payment.batch', '=', id)
    if (state) of = of.where('payment.state', '=', state === 'left' ? 'waiting' : state)
    if (state === 'left') of = of.where('home.ended', 'is not', null)
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
        'payment.came_back_on as cameBackOn',
        'payment.account_number as accountNumber',
        'home.householder',
        'home.ended',
        'area.name as village',
        'statement.state as statementState',
      ])
      .orderBy('payment.reference')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute()
    return {
      rows: rows.map((row) => ({ ...row, accountNumber: maskAccount(row.accountNumber) })),
      total,
      pageSize,
    }
  },
})
