import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { isDay } from '../../../kernel/dates/day.ts'
import { type Account, accounts, growsByCredit, type JournalKind, journalKinds } from '../rules/accounts.ts'
import { papersOf } from '../evidence.ts'
import type { FundPurpose, FundSource } from '../model.ts'

const pageSize = 50
const day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })

const Journals = z.object({
  fund: z.uuid().optional(),
  kind: z.enum(journalKinds).optional(),
  from: day.optional(),
  to: day.optional(),
})

interface JournalRow {
  id: string
  fund: string
  fundName: string
  kind: JournalKind
  amountFen: number
  /** The claim, batch, receipt, recovery or fund. */
  reference: string
  number: number | null
  party: string | null
  bookedOn: string
  by: string | null
  act: string
}

const journalsWhere = (county: number, { fund, kind, from, to }: z.output<typeof Journals>) => sql`
  from ledger_journal j
  join fund f on f.county = ${county} and f.id = j.fund
  left join organisation o on o.county = ${county} and o.id = j.party
  left join act a on a.county = ${county} and a.id = j.act
  left join account p on p.county = ${county} and p.id = a.actor
 where j.county = ${county} and (${fund ?? null}::uuid is null or j.fund = ${fund ?? null}::uuid)
   and (${kind ?? null}::text is null or j.kind = ${kind ?? null})
   and (${from ?? null}::date is null or j.booked_on >= ${from ?? null}::date)
   and (${to ?? null}::date is null or j.booked_on <= ${to ?? null}::date)`

const journalColumns = sql`
  select j.id, j.fund, f.name as "fundName", j.kind, j.amount_fen as "amountFen", j.reference, j.number,
         o.name as party, j.booked_on as "bookedOn", p.name as by, j.act`

/** Journals, the newest first; without `page` all of them, in the order in which they were booked. */
export async function listJournals(
  db: ReadDb,
  county: number,
  where: z.output<typeof Journals>,
  page?: number,
): Promise<JournalRow[]> {
  const order =
    page === undefined
      ? sql`order by j.booked_on, j.id`
      : sql`order by j.booked_on desc, j.id desc limit ${pageSize} offset ${page * pageSize}`
  const { rows } = await sql<JournalRow>`${journalColumns} ${journalsWhere(county, where)} ${order}`.execute(
    db,
  )
  return rows
}

/** Every movement of money, with what it belongs to and who did it. */
const ledgerJournals = defineQuery({
  name: 'ledger.journals',
  input: Journals.extend({ page: z.int().min(0).default(0) }),
  permission: 'money.read',
  run: async (db, { page, ...where }, { county }) => {
    const { rows: counts } = await sql<{ kind: JournalKind; journals: number; amountFen: number }>`
      select j.kind, count(*)::int as journals, sum(j.amount_fen)::bigint as "amountFen"
        ${journalsWhere(county, { ...where, kind: undefined })} group by j.kind order by j.kind`.execute(db)
    const total = counts
      .filter(({ kind }) => where.kind === undefined || kind === where.kind)
      .reduce((sum, { journals }) => sum + journals, 0)
    return { rows: await listJournals(db, county, where, page), total, pageSize, counts }
  },
})

/** One journal: its transfers, the act it came from, and the papers that act rests on. */
const ledgerJournal = defineQuery({
  name: 'ledger.journal',
  input: z.object({ journal: z.uuid() }),
  permission: 'money.read',
  run: async (db, { journal }, context) => {
    const { county } = context
    const { rows } = await sql<
      JournalRow & {
        creditedOn: string | null
        bankReference: string | null
        reversedBy: string | null
        reverses: string | null
      }
    >`
      select x.*, r.received_on as "creditedOn", r.bank_reference as "bankReference",
             (select v.id from ledger_journal v where v.county = ${county} and v.reverses = x.id) as "reversedBy",
             (select v.reverses from ledger_journal v where v.county = ${county} and v.id = x.id) as reverses
        from (${journalColumns} ${journalsWhere(county, {})} and j.id = ${journal}) x
        left join fund_receipt r on r.county = ${county} and r.id = x.reference`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    const transfers = await db
      .selectFrom('ledger_transfer')
      .select(['position', 'debit', 'credit', 'amount_fen as amountFen'])
      .where('county', '=', county)
      .where('journal', '=', journal)
      .orderBy('position')
      .execute()
    return { ...row, transfers, papers: await papersOf(db, context, [row.act]) }
  },
})

interface AccountLine {
  account: Account
  /** Which side it stands on. */
  side: 'debit' | 'credit'
  /** All that was ever put on each side, and what stands. */
  debitFen: number
  creditFen: number
  balanceFen: number
}

/** Each account of one fund or of all, up to a day: what was debited, credited, and what stands. */
export async function trialBalance(
  db: ReadDb,
  county: number,
  { fund, on }: { fund?: string | undefined; on?: string | undefined },
): Promise<AccountLine[]> {
  const { rows } = await sql<{ account: Account; debitFen: number; creditFen: number }>`
    select s.account, sum(s.debit)::bigint as "debitFen", sum(s.credit)::bigint as "creditFen"
      from ledger_journal j
      join ledger_transfer t on t.county = ${county} and t.journal = j.id
      cross join lateral (values (t.debit, t.amount_fen, 0::bigint), (t.credit, 0::bigint, t.amount_fen)) s (account, debit, credit)
     where j.county = ${county} and (${fund ?? null}::uuid is null or j.fund = ${fund ?? null}::uuid)
       and (${on ?? null}::date is null or j.booked_on <= ${on ?? null}::date)
     group by s.account`.execute(db)
  return accounts.map((account) => {
    const row = rows.find((one) => one.account === account)
    const [debitFen, creditFen] = [row?.debitFen ?? 0, row?.creditFen ?? 0]
    const side = growsByCredit(account) ? 'credit' : 'debit'
    return {
      account,
      side,
      debitFen,
      creditFen,
      balanceFen: side === 'credit' ? creditFen - debitFen : debitFen - creditFen,
    }
  })
}

const trialBalanceQuery = defineQuery({
  name: 'ledger.trial-balance',
  input: z.object({ fund: z.uuid().optional(), on: day.optional() }),
  permission: 'money.read',
  run: (db, input, { county }) => trialBalance(db, county, input),
})

/** What each fund had, received and paid between two days: by source and purpose (§A.3). */
export interface StatementLine {
  fund: string
  name: string
  source: FundSource
  purpose: FundPurpose
  openingFen: number
  receivedFen: number
  paidFen: number
  returnedFen: number
  closingFen: number
}

/** The money of each fund in a period: what lay in the bank or was on its way, what came, went and came back. */
export async function statementOf(
  db: ReadDb,
  county: number,
  { from, to }: { from: string; to: string },
): Promise<StatementLine[]> {
  // Paid is what left for good; money in a batch on its way is still the fund's.
  const { rows } = await sql<StatementLine>`
    select f.id as fund, f.name, f.source, f.purpose,
           coalesce(sum(m.amount) filter (where m.day < ${from}::date), 0)::bigint as "openingFen",
           coalesce(sum(m.amount) filter (where m.day >= ${from}::date and m.what = 'received'), 0)::bigint as "receivedFen",
           coalesce(-sum(m.amount) filter (where m.day >= ${from}::date and m.what = 'paid'), 0)::bigint as "paidFen",
           coalesce(sum(m.amount) filter (where m.day >= ${from}::date and m.what = 'returned'), 0)::bigint as "returnedFen",
           coalesce(sum(m.amount), 0)::bigint as "closingFen"
      from fund f
      left join (
        select j.fund, j.booked_on as day,
               case when j.kind in ('money-received', 'carried-over', 'receipt-reversed', 'contribution-received', 'contribution-voided')
                    then 'received'
                    when j.kind = 'recovery-repaid' then 'returned' else 'paid' end as what,
               case when j.kind in ('money-received', 'carried-over', 'recovery-repaid', 'payment-came-back',
                                    'contribution-received')
                    then j.amount_fen else -j.amount_fen end as amount
          from ledger_journal j
         where j.county = ${county} and j.booked_on <= ${to}::date
           and j.kind in ('money-received', 'carried-over', 'receipt-reversed', 'recovery-repaid', 'claim-paid', 'retention-released', 'batch-paid',
                          'payment-came-back', 'contribution-received', 'contribution-voided', 'contribution-passed-on', 'contribution-refunded')
      ) m on m.fund = f.id
     where f.county = ${county}
     group by f.id, f.name, f.source, f.purpose
     order by f.purpose, f.source, f.name`.execute(db)
  return rows
}

const ledgerStatement = defineQuery({
  name: 'ledger.statement',
  input: z.object({ from: day, to: day }),
  permission: 'money.read',
  run: (db, input, { county }) => statementOf(db, county, input),
})

export const ledgerQueries = [ledgerJournals, ledgerJournal, trialBalanceQuery, ledgerStatement] as const
