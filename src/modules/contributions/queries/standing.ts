import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { type Day, isDay } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { balanceSql } from '../../funds/public.ts'
import { type ReceiptState, type Standing, standings, type Way } from '../model.ts'
import { contributions, homeColumns } from '../standing.ts'

const pageSize = 50
const day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })
const town = z.string().length(12).optional()

export const FindVillages = z.object({ on: day.optional(), town })

interface VillageLine {
  village: string
  villageName: string
  town: string
  townName: string
  homes: number
  dueFen: number
  receivedFen: number
  openFen: number
  bankedFen: number
  /** On a slip that nobody has confirmed yet. */
  waitingFen: number
  /** Received and on no slip: what somebody has to have in hand. */
  differenceFen: number
  receivedOnDayFen: number
}

/** Of each village up to a day: what is due, received, in the bank, on its way there, and in nobody's slip (§A.2). */
export async function villageLines(
  db: ReadDb,
  context: Pick<QueryContext, 'county' | 'pack' | 'today' | 'scope'>,
  { on = context.today, town }: z.output<typeof FindVillages>,
): Promise<VillageLine[]> {
  const { county, scope } = context
  const { rows } = await sql<VillageLine>`
    with c as (${contributions(context, inScope(scope, homeColumns), on)}),
    money as (
      select h.village, sum(r.amount_fen) as received,
             sum(r.amount_fen) filter (where s.state = 'confirmed' and s.banked_on <= ${on}::date) as banked,
             sum(r.amount_fen) filter (where s.banked_on <= ${on}::date and s.state = 'entered') as waiting,
             sum(r.amount_fen) filter (where r.paid_on = ${on}::date) as on_day
        from contribution_receipt r
        join home h on h.county = ${county} and h.id = r.home
        left join contribution_slip s on s.county = ${county} and s.id = r.slip
       where r.county = ${county} and r.void_act is null and r.paid_on <= ${on}::date and ${inScope(scope, homeColumns)}
       group by h.village)
    select c.village, v.name as "villageName", c.town, t.name as "townName", count(*)::int as homes,
           sum(c.due)::bigint as "dueFen", coalesce(m.received, 0)::bigint as "receivedFen",
           sum(c.open)::bigint as "openFen", coalesce(m.banked, 0)::bigint as "bankedFen",
           coalesce(m.waiting, 0)::bigint as "waitingFen",
           (coalesce(m.received, 0) - coalesce(m.banked, 0) - coalesce(m.waiting, 0))::bigint as "differenceFen",
           coalesce(m.on_day, 0)::bigint as "receivedOnDayFen"
      from c
      join area v on v.county = ${county} and v.code = c.village
      join area t on t.county = ${county} and t.code = c.town
      left join money m on m.village = c.village
     where (${town ?? null}::text is null or c.town = ${town ?? null})
     group by c.village, v.name, c.town, t.name, m.received, m.banked, m.waiting, m.on_day
     order by c.town, c.village`.execute(db)
  return rows
}

export const contributionVillages = defineQuery({
  name: 'contribution.villages',
  input: FindVillages,
  permission: 'contribution.read',
  run: async (db, asked, context) => {
    const rows = await villageLines(db, context, asked)
    return { rows, total: rows.length }
  },
})

interface AccountLine {
  id: string
  town: string
  townName: string
  bank: string
  accountNumber: string
  heldFen: number
  onHandFen: number
  bankFen: number
  first: number | null
  last: number | null
  used: number
  voided: number
  /** Numbers of this year's series between the first and the last that are on no receipt. */
  missing: number
  missingRanges: { from: number; to: number }[]
}

const mostRanges = 20

/** Each town's account in trust, and its series of receipts of the year with the numbers that are missing. */
export const contributionAccounts = defineQuery({
  name: 'contribution.accounts',
  input: z.object({ town }),
  permission: 'contribution.read',
  run: async (db, asked, { county, scope, today }) => {
    const year = Number(today.slice(0, 4))
    const { rows } = await sql<AccountLine>`
      select a.id, a.town, t.name as "townName", a.bank, a.account_number as "accountNumber",
             ${balanceSql(county, 'held')} as "heldFen", ${balanceSql(county, 'on-hand')} as "onHandFen",
             ${balanceSql(county, 'bank')} as "bankFen", n.first, n.last, n.used, n.voided,
             (coalesce(n.last - n.first + 1, 0) - n.used)::int as missing,
             coalesce((select jsonb_agg(jsonb_build_object('from', g.number + 1, 'to', g.next - 1) order by g.number)
                from (select number, next from (
                        select r.number, lead(r.number) over (order by r.number) as next from contribution_receipt r
                         where r.county = ${county} and r.account = a.id and r.year = ${year}) x
                       where next > number + 1 order by number limit ${mostRanges}) g), '[]'::jsonb) as "missingRanges"
        from contribution_account a
        join fund f on f.county = ${county} and f.id = a.id
        join area t on t.county = ${county} and t.code = a.town
        cross join lateral (
          select min(r.number) as first, max(r.number) as last, count(*)::int as used,
                 count(r.void_act)::int as voided
            from contribution_receipt r
           where r.county = ${county} and r.account = a.id and r.year = ${year}) n
       where a.county = ${county} and (${asked.town ?? null}::text is null or a.town = ${asked.town ?? null})
         and ${inScope(scope, { town: sql.ref('a.town') })}
       order by a.town`.execute(db)
    return { rows, total: rows.length, year }
  },
})

export const FindHomes = z.object({
  town,
  village: z.string().length(12).optional(),
  standing: z.enum(standings).optional(),
})

interface HomeLine {
  home: string
  householder: string
  townName: string
  villageName: string
  sequence: number
  contractor: string | null
  contractorName: string | null
  account: string | null
  standing: Standing
  dueFen: number
  receivedFen: number
  bankedFen: number
  openFen: number
  passedOnFen: number
  refundedFen: number
}

/** The homes of a figure; without `page` all of them. */
export async function homeLines(
  db: ReadDb,
  context: Pick<QueryContext, 'county' | 'pack' | 'today' | 'scope'>,
  asked: z.output<typeof FindHomes>,
  page?: number,
): Promise<HomeLine[]> {
  const { county } = context
  const paging = page === undefined ? sql`` : sql`limit ${pageSize} offset ${page * pageSize}`
  const { rows } = await sql<HomeLine>`
    select c.home, c.householder, t.name as "townName", v.name as "villageName", c.sequence, c.contractor,
           o.name as "contractorName", a.id as account, c.standing, c.due as "dueFen", c.received as "receivedFen",
           c.banked as "bankedFen", c.open as "openFen", c.passed as "passedOnFen", c.refunded as "refundedFen"
      from (${contributions(context, inScope(context.scope, homeColumns))}) c
      join area v on v.county = ${county} and v.code = c.village
      join area t on t.county = ${county} and t.code = c.town
      left join organisation o on o.county = ${county} and o.id = c.contractor
      left join contribution_account a on a.county = ${county} and a.town = c.town
     where ${homesWhere(asked)}
     order by c.village, c.sequence, c.home ${paging}`.execute(db)
  return rows
}

const homesWhere = ({ town, village, standing }: z.output<typeof FindHomes>) => sql`
  (${town ?? null}::text is null or c.town = ${town ?? null})
  and (${village ?? null}::text is null or c.village = ${village ?? null})
  and (${standing ?? null}::text is null or c.standing = ${standing ?? null})`

export const contributionHomes = defineQuery({
  name: 'contribution.homes',
  input: FindHomes.extend({ page: z.int().min(0).default(0) }),
  permission: 'contribution.read',
  run: async (db, { page, ...asked }, context) => {
    const { rows: counts } = await sql<{ homes: number }>`
      select count(*)::int as homes from (${contributions(context, inScope(context.scope, homeColumns))}) c
       where ${homesWhere(asked)}`.execute(db)
    return {
      rows: await homeLines(db, context, asked, page),
      total: counts[0]?.homes ?? 0,
      pageSize,
    }
  },
})

/** One home's contribution, as the office and the family see it. */
async function ofHome(db: ReadDb, context: Pick<QueryContext, 'county' | 'pack' | 'today'>, home: string) {
  const { county } = context
  const { rows } = await sql<
    Pick<HomeLine, 'standing' | 'dueFen' | 'receivedFen' | 'bankedFen' | 'openFen' | 'passedOnFen'> & {
      refundedFen: number
    }
  >`
    select c.standing, c.due as "dueFen", c.received as "receivedFen", c.banked as "bankedFen", c.open as "openFen",
           c.passed as "passedOnFen", c.refunded as "refundedFen"
      from (${contributions(context, sql<boolean>`h.id = ${home}`)}) c`.execute(db)
  const { rows: receipts } = await sql<{
    id: string
    number: number
    amountFen: number
    paidOn: Day
    way: Way
    state: ReceiptState
    bankedOn: Day | null
  }>`
    select r.id, r.number, r.amount_fen as "amountFen", r.paid_on as "paidOn", r.way, ${receiptState} as state,
           s.banked_on as "bankedOn"
      from contribution_receipt r
      left join contribution_slip s on s.county = ${county} and s.id = r.slip
     where r.county = ${county} and r.home = ${home} order by r.paid_on, r.number`.execute(db)
  const refunds = await db
    .selectFrom('contribution_refund')
    .select(['id', 'amount_fen as amountFen', 'refunded_on as refundedOn', 'bank_reference as bankReference'])
    .where('county', '=', county)
    .where('home', '=', home)
    .orderBy('refunded_on')
    .execute()
  const passedOn = await db
    .selectFrom('contribution_passed_on as p')
    .innerJoin('contribution_transfer as x', (join) =>
      join.onRef('x.county', '=', 'p.county').onRef('x.id', '=', 'p.transfer'),
    )
    .select(['x.passed_on as on', 'x.bank_reference as bankReference', 'p.amount_fen as amountFen'])
    .where('p.county', '=', county)
    .where('p.home', '=', home)
    .executeTakeFirst()
  return { standing: rows[0] ?? null, receipts, refunds, passedOn: passedOn ?? null }
}

/** Of a receipt `r` with its slip `s`. */
export const receiptState = sql<ReceiptState>`
  case when r.void_act is not null then 'void' when s.state = 'confirmed' then 'banked'
       when s.id is not null then 'waiting' else 'on-hand' end`

export const contributionOfHome = defineQuery({
  name: 'contribution.of-home',
  input: z.object({ home: z.uuid() }),
  permission: 'contribution.read',
  run: async (db, { home }, context) => {
    const { rows } = await sql`
      select 1 from home h where h.county = ${context.county} and h.id = ${home}
         and ${inScope(context.scope, homeColumns)}`.execute(db)
    if (rows.length === 0) throw new NotFound()
    return ofHome(db, context, home)
  },
})

/** What the family paid, with its receipts, what is still due and what came back. */
export const ownContribution = defineQuery({
  name: 'contribution.own',
  input: z.object({}),
  permission: 'home.own',
  run: async (db, _input, context) => {
    const [home] = context.scope.homes
    if (!home) throw new NotFound()
    return ofHome(db, context, home)
  },
})
