import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { PayOfMonth } from './rules/wages.ts'

export interface PayOfFirmMonth extends PayOfMonth {
  firm: string
  firmName: string
  totalFen: number
}

/** For every firm and month with somebody at work: who worked, who of them is paid, and when the last one was. */
export const paidMonths = (county: number): RawBuilder<unknown> => sql`
  select a.firm, a.month, count(*) as worked, count(l.worker) as paid, max(p.paid_on) as last_paid_on,
         coalesce(sum(l.amount_fen), 0)::bigint as total_fen
    from (select distinct firm, worker, to_char(day, 'YYYY-MM') as month
            from attendance where county = ${county} and struck_on is null) a
    left join wage_line l on l.county = ${county} and l.worker = a.worker and l.month = a.month
    left join wage_proof p on p.county = ${county} and p.id = l.proof
   group by a.firm, a.month`

export async function payOfMonths(
  db: ReadDb,
  county: number,
  seen: RawBuilder<boolean>,
): Promise<PayOfFirmMonth[]> {
  const { rows } = await sql<PayOfFirmMonth>`
    select m.firm, o.name as "firmName", m.month, m.worked, m.paid, m.last_paid_on as "lastPaidOn",
           m.total_fen as "totalFen"
      from (${paidMonths(county)}) m
      join organisation o on o.county = ${county} and o.id = m.firm
     where ${seen} order by o.name, m.month`.execute(db)
  return rows
}
