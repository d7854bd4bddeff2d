import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { type AdvanceStep, advanceSteps, type AgeBand, ageBands } from '../rules/ageing.ts'

const pageSize = 50

export const FindAdvances = z.object({
  contractor: z.uuid().optional(),
  step: z.enum(advanceSteps).optional(),
  band: z.enum(ageBands).optional(),
})

type Asking = Pick<QueryContext, 'county' | 'today' | 'scope'>

/**
 * Every accepted home whose subsidy its contractor advanced (§4.2), from the day of acceptance until a claim with it is
 * paid. An amount is known once it is claimed. A contractor sees its own.
 */
const advanced = ({ county, today, scope }: Asking) => sql`
  advanced as (
    select h.id as home, h.householder, h.town, h.village, h.sequence, h.line, h.contractor, h.accepted_on as since,
           (case when c.state = 'paid' then c.paid_on else ${today}::date end) - h.accepted_on as days,
           case c.state when 'submitted' then 'review' when 'reviewed' then 'approve' when 'approved' then 'pay'
                        when 'paid' then 'paid' else 'claim' end as step,
           l.subsidy_fen as amount, c.id as claim, c.number as claim_number
      from home h
      left join claim_line l on l.county = ${county} and l.home = h.id and l.live
      left join claim c on c.county = ${county} and c.id = l.claim
     where h.county = ${county} and h.accepted_on is not null and h.accepted_on <= ${today}::date and h.ended is null
       and h.contractor is not null
       and ${inScope(scope, {
         town: sql.ref('h.town'),
         village: sql.ref('h.village'),
         organisations: [sql.ref('h.contractor')],
       })}),
  aged as (
    select a.*, case when step = 'paid' then null when days <= 30 then 'to-30' when days <= 90 then 'to-90'
                     when days <= 180 then 'to-180' else 'over-180' end as band from advanced a)`

interface Account {
  contractor: string
  contractorName: string
  /** Accepted homes, paid for or not. */
  homes: number
  paid: number
  paidFen: number
  /** Of its paid claims: what was taken off, and what is kept until the warranty is over (decision 0032). */
  deductedFen: number
  keptFen: number
  /** In a claim on its way: known, and not paid. */
  claimed: number
  claimedFen: number
  /** Not claimed yet, so that no amount is reckoned. */
  unclaimed: number
  /** Homes not paid for, by how long ago they were accepted. */
  bands: Record<AgeBand, number>
  /** The longest anybody waits. */
  mostDays: number | null
}

/** 垫资台账: what each contractor has advanced, what came back, what is still out and for how long (§4.2). */
export const advanceAccounts = defineQuery({
  name: 'advance.accounts',
  permission: 'claim.read',
  input: z.object({}),
  run: async (db, _input, context) => {
    const { county } = context
    const out = (band: AgeBand) => sql`count(*) filter (where band = ${sql.lit(band)})::int`
    const { rows } = await sql<Account>`
      with ${advanced(context)}
      select a.contractor, o.name as "contractorName", count(*)::int as homes,
             count(*) filter (where step = 'paid')::int as paid,
             coalesce(sum(amount) filter (where step = 'paid'), 0)::bigint as "paidFen",
             count(*) filter (where step in ('review', 'approve', 'pay'))::int as claimed,
             coalesce(sum(amount) filter (where step in ('review', 'approve', 'pay')), 0)::bigint as "claimedFen",
             count(*) filter (where step = 'claim')::int as unclaimed,
             json_build_object(${sql.join(ageBands.map((band) => sql`${sql.lit(band)}, ${out(band)}`))}) as bands,
             max(days) filter (where step <> 'paid')::int as "mostDays",
             coalesce(p.deducted, 0)::bigint as "deductedFen", coalesce(p.kept, 0)::bigint as "keptFen"
        from aged a join organisation o on o.county = ${county} and o.id = a.contractor
        left join (select contractor, sum(deducted_fen) as deducted,
                          sum(retained_fen) filter (where released_on is null) as kept
                     from claim where county = ${county} and state = 'paid' group by contractor) p
          on p.contractor = a.contractor
       group by a.contractor, o.name, p.deducted, p.kept order by o.name, a.contractor`.execute(db)
    return { rows }
  },
})

interface AdvancedHome {
  home: string
  householder: string
  townName: string
  villageName: string
  sequence: number
  line: 'heating' | 'building'
  contractorName: string
  since: Day
  days: number
  step: AdvanceStep
  amountFen: number | null
  claim: string | null
  claimNumber: number | null
}

const matching = ({ contractor, step, band }: z.output<typeof FindAdvances>) => sql`
  (${contractor ?? null}::uuid is null or a.contractor = ${contractor ?? null})
  and (${step ?? null}::text is null or a.step = ${step ?? null})
  and (${band ?? null}::text is null or a.band = ${band ?? null})`

/** The homes of a figure, the longest waiting first; without `page` all of them. */
export async function listAdvances(
  db: ReadDb,
  context: Asking,
  asked: z.output<typeof FindAdvances>,
  page?: number,
): Promise<AdvancedHome[]> {
  const { county } = context
  const { rows } = await sql<AdvancedHome>`
    with ${advanced(context)}
    select a.home, a.householder, t.name as "townName", v.name as "villageName", a.sequence, a.line,
           o.name as "contractorName", a.since, a.days::int as days, a.step, a.amount as "amountFen", a.claim,
           a.claim_number as "claimNumber"
      from aged a
      join area t on t.county = ${county} and t.code = a.town
      join area v on v.county = ${county} and v.code = a.village
      join organisation o on o.county = ${county} and o.id = a.contractor
     where ${matching(asked)}
     order by a.step = 'paid', a.since, a.village, a.sequence, a.home
     ${page === undefined ? sql`` : sql`limit ${pageSize} offset ${page * pageSize}`}`.execute(db)
  return rows
}

export const advanceHomes = defineQuery({
  name: 'advance.homes',
  input: FindAdvances.extend({ page: z.int().min(0).default(0) }),
  permission: 'claim.read',
  run: async (db, { page, ...asked }, context) => {
    const { rows: counts } = await sql<{ homes: number }>`
      with ${advanced(context)} select count(*)::int as homes from aged a where ${matching(asked)}`.execute(
      db,
    )
    return { rows: await listAdvances(db, context, asked, page), total: counts[0]?.homes ?? 0, pageSize }
  },
})
