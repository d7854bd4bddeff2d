import { sql } from 'kysely'
import type { ActContext } from '../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { book, equipmentReceived, type Journal } from '../funds/public.ts'
import { type Owed, type ReliefAsked, spread } from './rules.ts'

interface Received extends Omit<Owed, 'settledFen'> {
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
  kind: 'recovery-opened' | 'recovery-lifted' | 'recovery-relieved' | 'recovery-repaid',
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

export interface RecoveryState {
  id: string
  home: string
  state: 'open' | 'closed' | 'lifted'
  owedFen: number
  /** Repaid, waived and written off. */
  settledFen: number
  foundOn: Day
  lines: Owed[]
  asked: ReliefAsked | undefined
}

/** Recoveries as their rules see them, by id. */
export async function loadRecoveries(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, RecoveryState>> {
  const { rows } = await sql<Omit<RecoveryState, 'lines' | 'asked'>>`
    select r.id, r.home, r.state, r.owed_fen as "owedFen", r.repaid_fen + r.waived_fen as "settledFen",
           coalesce(f.found_on, r.opened_on) as "foundOn"
      from recovery r left join coal_finding f on f.county = ${county} and f.id = r.finding
     where r.county = ${county} and r.id = any(${[...ids]}::uuid[])`.execute(db)
  const { rows: lines } = await sql<Owed & { recovery: string }>`
    select recovery, kind, source, fund, amount_fen as "amountFen", repaid_fen + waived_fen as "settledFen"
      from recovery_item where county = ${county} and recovery = any(${[...ids]}::uuid[])
     order by kind, source`.execute(db)
  const { rows: asked } = await sql<ReliefAsked & { recovery: string }>`
    select recovery, id, asked_by as by, amount_fen as "amountFen" from recovery_relief
     where county = ${county} and recovery = any(${[...ids]}::uuid[]) and state = 'asked'`.execute(db)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        lines: lines.filter(({ recovery }) => recovery === row.id),
        asked: asked.find(({ recovery }) => recovery === row.id),
      },
    ]),
  )
}

/** Settles a part of what is owed, line by line, and closes what is settled; answers what is still owed. */
export async function settle(
  tx: WriteDb,
  context: Pick<ActContext, 'county' | 'today'>,
  act: string,
  recovery: RecoveryState,
  by: 'repaid' | 'waived',
  amountFen: number,
): Promise<number> {
  const { county } = context
  const column = sql.ref(by === 'repaid' ? 'repaid_fen' : 'waived_fen')
  const parts = spread(amountFen, recovery.lines)
  for (const { item, amountFen: part } of parts)
    await sql`update recovery_item set ${column} = ${column} + ${part}
               where county = ${county} and recovery = ${recovery.id}
                 and kind = ${item.kind} and source = ${item.source}`.execute(tx)
  await book(
    tx,
    context,
    journalsOf(
      by === 'repaid' ? 'recovery-repaid' : 'recovery-relieved',
      recovery.id,
      parts.map(({ item, amountFen: part }) => ({ fund: item.fund, amountFen: part })),
      act,
    ),
  )
  const leftFen = recovery.owedFen - recovery.settledFen - amountFen
  await sql`update recovery set ${column} = ${column} + ${amountFen}, state = ${leftFen === 0 ? 'closed' : 'open'}
             where county = ${county} and id = ${recovery.id}`.execute(tx)
  return leftFen
}
