import { sql } from 'kysely'
import type { ActContext } from '../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import { book, equipmentReceived, type Journal } from '../funds/public.ts'
import type { Owed } from './rules.ts'

interface Received extends Omit<Owed, 'repaidFen'> {
  home: string
}

/** Every fen homes have received: equipment through their contractors' paid claims, operating by paid payments. */
export async function receivedBy(db: ReadDb, county: number, homes: readonly string[]): Promise<Received[]> {
  if (homes.length === 0) return []
  const equipment = await equipmentReceived(db, county, homes)
  const { rows } = await sql<Received>`
    select p.home, 'operating' as kind, p.id as source, b.fund, p.amount_fen as "amountFen"
      from payment p join payment_batch b on b.county = ${county} and b.id = p.batch
     where p.county = ${county} and p.home = any(${[...homes]}::uuid[]) and p.state = 'paid'
     order by p.id`.execute(db)
  return [
    ...equipment.map(({ claim, ...line }) => ({ ...line, kind: 'equipment' as const, source: claim })),
    ...rows,
  ]
}

/** One journal a fund, since what is owed goes back to the funds it came from. */
export function journalsOf(
  kind: 'recovery-opened' | 'recovery-lifted' | 'recovery-repaid',
  recovery: string,
  parts: readonly { fund: string; amountFen: number }[],
  act: string,
): Journal[] {
  const sums = new Map<string, number>()
  for (const { fund, amountFen } of parts) sums.set(fund, (sums.get(fund) ?? 0) + amountFen)
  return [...sums].map(([fund, amountFen]) => ({ fund, kind, amountFen, reference: recovery, act }))
}

/**
 * Money that was already on its way when the subsidy was cancelled is owed back too (§3.3.2b): it joins the home's
 * recovery, which opens again where it had been closed.
 */
export async function addPaidToRecovery(
  tx: WriteDb,
  context: Pick<ActContext, 'county' | 'today'>,
  act: string,
  paid: readonly { home: string; source: string; fund: string; amountFen: number }[],
): Promise<void> {
  if (paid.length === 0) return
  const { county } = context
  const { rows } = await sql<{ id: string; home: string }>`
    select id, home from recovery where county = ${county} and finding is not null and home = any(${paid.map((p) => p.home)}::uuid[])
     order by id for update`.execute(tx)
  for (const { id, home } of rows)
    for (const payment of paid.filter((p) => p.home === home)) {
      await tx
        .insertInto('recovery_item')
        .values({
          county,
          recovery: id,
          kind: 'operating',
          source: payment.source,
          fund: payment.fund,
          amount_fen: payment.amountFen,
        })
        .execute()
      await book(tx, context, journalsOf('recovery-opened', id, [payment], act))
      await sql`update recovery set owed_fen = owed_fen + ${payment.amountFen}, state = 'open'
                 where county = ${county} and id = ${id}`.execute(tx)
    }
}
