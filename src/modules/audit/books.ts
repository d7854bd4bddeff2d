import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import { type BookId, bookIds } from './model.ts'

/** What is compared, one row each: column `differs`. Balances are debits less credits. */
const books: Readonly<Record<BookId, (county: number) => RawBuilder<unknown>>> = {
  'fund-balanced': (county) => sql`
    select coalesce(sum(b.amount_fen), 0) <> 0 as differs
      from fund f left join ledger_balance b on b.county = ${county} and b.fund = f.id
     where f.county = ${county} group by f.id`,
  'balance-of-transfers': (county) => sql`
    select b.amount_fen <> coalesce(t.fen, 0) as differs
      from ledger_balance b
      left join (
        select j.fund, m.account, sum(m.fen) as fen
          from ledger_transfer t
          join ledger_journal j on j.county = ${county} and j.id = t.journal
          cross join lateral (values (t.debit, t.amount_fen), (t.credit, -t.amount_fen)) m (account, fen)
         where t.county = ${county} group by 1, 2) t on t.fund = b.fund and t.account = b.account
     where b.county = ${county}`,
  'claim-of-lines': (county) => sql`
    select c.total_fen <> coalesce(l.fen, 0) or c.homes <> coalesce(l.homes, 0) as differs
      from claim c
      left join (select claim, sum(subsidy_fen) as fen, count(*)::int as homes from claim_line
                  where county = ${county} group by claim) l on l.claim = c.id
     where c.county = ${county}`,
  'claim-paid-once': (county) => sql`
    select coalesce(j.fen, 0) <> c.total_fen - c.deducted_fen - c.retained_fen or coalesce(j.times, 0) <> 1
           or coalesce(j.released, 0) <> case when c.released_on is null then 0 else c.retained_fen end as differs
      from claim c
      left join (select reference, sum(amount_fen) filter (where kind = 'claim-paid') as fen,
                        sum(amount_fen) filter (where kind = 'retention-released') as released,
                        count(*) filter (where kind = 'claim-paid')::int as times
                   from ledger_journal
                  where county = ${county} and kind in ('claim-paid', 'retention-released')
                  group by reference) j on j.reference = c.id
     where c.county = ${county} and c.state = 'paid'`,
  'batch-of-payments': (county) => sql`
    select b.total_fen <> coalesce(p.fen, 0) or b.payments <> coalesce(p.payments, 0) as differs
      from payment_batch b
      left join (select batch, sum(amount_fen) as fen, count(*)::int as payments from payment
                  where county = ${county} group by batch) p on p.batch = b.id
     where b.county = ${county}`,
  // What came back after it was paid is booked out again.
  'batch-booked': (county) => sql`
    select coalesce(j.fen, 0) <> coalesce(p.fen, 0) as differs
      from payment_batch b
      left join (select reference, sum(case kind when 'batch-paid' then amount_fen else -amount_fen end) as fen
                   from ledger_journal
                  where county = ${county} and kind in ('batch-paid', 'payment-came-back') group by reference) j
        on j.reference = b.id
      left join (select batch, sum(amount_fen) as fen from payment
                  where county = ${county} and state = 'paid' group by batch) p on p.batch = b.id
     where b.county = ${county}`,
  // Of equipment once a home, of a season's electricity once a home and season.
  'home-paid-once': (county) => sql`
    select count(*) > 1 as differs
      from claim_line l join claim c on c.county = ${county} and c.id = l.claim and c.state = 'paid'
     where l.county = ${county} and l.live group by l.home
     union all
    select count(*) > 1 from payment p join statement s on s.county = ${county} and s.id = p.statement
     where p.county = ${county} and p.state = 'paid' group by p.home, s.season`,
  'recovery-of-repayments': (county) => sql`
    select r.repaid_fen <> coalesce(p.fen, 0) as differs
      from recovery r
      left join (select recovery, sum(amount_fen) as fen from repayment where county = ${county} group by recovery) p
        on p.recovery = r.id
     where r.county = ${county}`,
}

/** What was compared in the books, and how many of each differ. */
export async function compareBooks(db: ReadDb, county: number) {
  const compared = []
  for (const book of bookIds) {
    const { rows } = await sql<{ compared: number; differing: number }>`
      select count(*)::int as compared, (count(*) filter (where differs))::int as differing
        from (${books[book](county)}) b`.execute(db)
    compared.push({ book, ...(rows[0] ?? { compared: 0, differing: 0 }) })
  }
  return compared
}
