import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { HomeFacts } from '../../kernel/act/define.ts'
import { inScope } from '../../kernel/identity/authority.ts'
import type { Standing } from './model.ts'
import type { HomeToPassOn } from './rules.ts'
import { perHomeFen } from './rules.ts'

/** Of each home `h`: what came in, what is in the bank, what went on and what went back. */
const sums = (county: number, at: RawBuilder<unknown>) => sql`
  left join lateral (
    select coalesce(sum(r.amount_fen), 0)::bigint as received,
           coalesce(sum(r.amount_fen) filter (where s.state = 'confirmed'), 0)::bigint as banked,
           count(*)::int as receipts
      from contribution_receipt r
      left join contribution_slip s on s.county = ${county} and s.id = r.slip
     where r.county = ${county} and r.home = h.id and r.void_act is null and ${at}) m on true
  left join contribution_passed_on p on p.county = ${county} and p.home = h.id
  left join lateral (
    select coalesce(sum(f.amount_fen), 0)::bigint as refunded from contribution_refund f
     where f.county = ${county} and f.home = h.id) f on true`

const isConfirmed = sql<boolean>`h.stage not in ('applied', 'screened', 'noticed')`
const hasLeft = sql<boolean>`h.ended in ('withdrawn', 'refused')`

/** Homes by id with their money, as the rules ask for it. */
export async function moneyOfHomes(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, HomeToPassOn & { village: string; householder: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<HomeToPassOn & { id: string; village: string; householder: string }>`
    select h.id, h.town, h.village, h.householder, h.contractor, h.ended, ${isConfirmed} as confirmed,
           h.accepted_on is not null as accepted, h.contribution_fen as "statedFen", m.received as "receivedFen",
           m.banked as "bankedFen", coalesce(p.amount_fen, 0)::bigint as "passedOnFen", f.refunded as "refundedFen",
           array(select distinct r.collected_by from contribution_receipt r
                  where r.county = ${county} and r.home = h.id and r.void_act is null) as collectors
      from home h ${sums(county, sql`true`)}
     where h.county = ${county} and h.line = 'heating' and h.id = any(${[...new Set(ids)]}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Every home from which something is or was due, with what was received up to a day: the rows behind every list and
 * figure of contributions. `standing` says whose turn it is. Nothing is due before the town's account in trust is open:
 * nobody could pay it, and where firms collect it themselves nobody owes the town.
 */
export const contributions = (
  { county, pack, today }: Pick<QueryContext, 'county' | 'pack' | 'today'>,
  within: RawBuilder<boolean>,
  on = today,
) => sql`
  select x.*, greatest(x.due - x.received + x.refunded, 0) as open,
         case when x.has_left and x.passed > 0 then 'contractor-owes'
              when x.passed > 0 then 'passed-on'
              when x.has_left then case when x.received > x.refunded then 'to-refund' else 'refunded' end
              when x.due = 0 and x.received = 0 then 'none'
              when x.received - x.refunded < x.due then 'open'
              when x.banked - x.refunded < x.due then 'to-bank'
              when x.accepted then 'to-pass-on' else 'paid' end as standing
    from (
      select h.id as home, h.town, h.village, h.sequence, h.householder, h.contractor, h.ended, ${hasLeft} as has_left,
             h.accepted_on is not null and h.contractor is not null as accepted,
             case when ${hasLeft} then 0 else coalesce(h.contribution_fen, ${perHomeFen(pack, on)}) end::bigint as due,
             m.received, m.banked, coalesce(p.amount_fen, 0)::bigint as passed, f.refunded
        from home h ${sums(county, sql`r.paid_on <= ${on}::date`)}
       where h.county = ${county} and h.line = 'heating' and ${within}
         and (m.receipts > 0 or (h.ended is null and ${isConfirmed}
              and coalesce(h.confirmed_on, ${on}::date) <= ${on}::date
              and h.town in (select a.town from contribution_account a where a.county = ${county})))) x`

export const homeColumns = { town: sql.ref('h.town'), village: sql.ref('h.village') }

/** Homes within somebody's duty whose contribution stands so: counted for their work. */
export const contributionsStanding = (
  context: Pick<QueryContext, 'county' | 'pack' | 'today' | 'scope'>,
  standing: Standing,
) =>
  sql`select c.home from (${contributions(context, inScope(context.scope, homeColumns))}) c where c.standing = ${standing}`

export interface Account {
  id: string
  town: string
}

export async function findAccounts(
  db: ReadDb,
  county: number,
  by: { ids?: readonly string[]; towns?: readonly string[] },
): Promise<Account[]> {
  return db
    .selectFrom('contribution_account')
    .select(['id', 'town'])
    .where('county', '=', county)
    .where((eb) =>
      eb.or([
        eb('id', '=', sql<string>`any(${[...(by.ids ?? [])]}::uuid[])`),
        eb('town', '=', sql<string>`any(${[...(by.towns ?? [])]}::text[])`),
      ]),
    )
    .execute()
}

/**
 * Whether a home's own money came in as far as it is due (§A.2): `due` is nothing where no account in trust is open. It is
 * paid once the town holds its receipt; whether the bank has it is between town and bank.
 */
export const contributionFacts: HomeFacts = async (db, context, homes) => {
  const { rows } = await sql<{ home: string; open: number }>`
    select c.home, c.open from (${contributions(context, sql`h.id = any(${[...homes]}::uuid[])`)}) c`.execute(
    db,
  )
  return new Map(
    rows.map(({ home, open }) => [home, { 'home.contributionPaid': { known: true, value: open === 0 } }]),
  )
}
