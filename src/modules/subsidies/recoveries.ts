import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import type { Owed } from './rules.ts'

interface Received extends Omit<Owed, 'repaidFen'> {
  home: string
}

/** Every fen homes have received: equipment through their contractors' paid claims, operating by paid payments. */
export async function receivedBy(db: ReadDb, county: number, homes: readonly string[]): Promise<Received[]> {
  if (homes.length === 0) return []
  const ids = [...homes]
  const { rows } = await sql<Received>`
    select l.home, 'equipment' as kind, l.claim as source, c.fund, l.subsidy_fen as "amountFen"
      from claim_line l join claim c on c.county = ${county} and c.id = l.claim
     where l.county = ${county} and l.home = any(${ids}::uuid[]) and l.live and c.state = 'paid' and l.subsidy_fen > 0
     union all
    select p.home, 'operating', p.id, b.fund, p.amount_fen
      from payment p join payment_batch b on b.county = ${county} and b.id = p.batch
     where p.county = ${county} and p.home = any(${ids}::uuid[]) and p.state = 'paid'`.execute(db)
  return rows
}

/**
 * Money that was already on its way when the subsidy was cancelled is owed back too (§3.3.2b): it joins the home's
 * recovery, which opens again where it had been closed.
 */
export async function addPaidToRecovery(
  tx: WriteDb,
  county: number,
  paid: readonly { home: string; source: string; fund: string; amountFen: number }[],
): Promise<void> {
  if (paid.length === 0) return
  const { rows } = await sql<{ id: string; home: string }>`
    select id, home from recovery where county = ${county} and home = any(${paid.map((p) => p.home)}::uuid[])
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
      await sql`update recovery set owed_fen = owed_fen + ${payment.amountFen}, state = 'open'
                 where county = ${county} and id = ${id}`.execute(tx)
    }
}
