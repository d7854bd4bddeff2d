import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import {
  type AgeBand,
  ageBands,
  type OwedStep,
  owedSteps,
  type SubsidyKind,
  subsidyKinds,
} from '../rules/ageing.ts'
import { ofHome } from './recoveries.ts'

const pageSize = 50

export const FindOwed = z.object({
  kind: z.enum(subsidyKinds).optional(),
  step: z.enum(owedSteps).optional(),
  band: z.enum(ageBands).optional(),
  town: z.string().length(12).optional(),
})

/**
 * What homes are entitled to and have not received, each with the step it waits at: the equipment subsidy from the day
 * of acceptance (§4.2), the operating subsidy from the season's last day (§4.3). Homes held back by a payment rule are
 * owed nothing as long as they are; an amount is known once the step that reckons it was taken.
 */
const owed = ({ county, today, scope }: Pick<QueryContext, 'county' | 'today' | 'scope'>) => sql`
  owed as (
    select x.*, ${today}::date - x.since as days,
           case when ${today}::date - x.since <= 30 then 'to-30' when ${today}::date - x.since <= 90 then 'to-90'
                when ${today}::date - x.since <= 180 then 'to-180' else 'over-180' end as band,
           home.householder, home.town, home.village, home.sequence
      from (
        select 'equipment' as kind,
               case c.state when 'submitted' then 'review' when 'reviewed' then 'approve' when 'approved' then 'pay'
                            else 'claim' end as step,
               h.id as home, h.accepted_on as since, l.subsidy_fen as amount, c.id as claim, null::uuid as season
          from home h
          left join claim_line l on l.county = ${county} and l.home = h.id and l.live
          left join claim c on c.county = ${county} and c.id = l.claim
         where h.county = ${county} and h.accepted_on is not null and h.ended is null and h.line = 'heating'
           and (c.id is null or c.state <> 'paid')
        union all
        select 'operating',
               case s.state when 'drawn-up' then 'town-review' when 'town-reviewed' then 'bureau-review'
                            when 'bureau-reviewed' then 'freeze' when 'batched' then 'bank' else 'retry' end,
               s.home, e.ends_on, s.amount_fen, null, s.season
          from statement s join season e on e.county = ${county} and e.id = s.season
         where s.county = ${county} and s.amount_fen > 0
           and s.state in ('drawn-up', 'town-reviewed', 'bureau-reviewed', 'batched', 'failed')
           and (s.answer = 'yes' or s.state in ('batched', 'failed'))
        union all
        select 'operating', 'draw-up', h.id, e.ends_on, null, null, e.id
          from season e join home h on h.county = ${county} and h.accepted_on <= e.ends_on
         where e.county = ${county} and e.ends_on < ${today} and h.ended is null and h.line = 'heating'
           and not exists (select from statement s
                            where s.county = ${county} and s.season = e.id and s.home = h.id)
      ) x join home on home.county = ${county} and home.id = x.home
     where x.since <= ${today} and ${inScope(scope, ofHome)})`

const matching = ({ kind, step, band, town }: z.output<typeof FindOwed>) => sql`
  (${kind ?? null}::text is null or owed.kind = ${kind ?? null}) and (${step ?? null}::text is null or owed.step = ${step ?? null})
  and (${band ?? null}::text is null or owed.band = ${band ?? null})
  and (${town ?? null}::text is null or owed.town = ${town ?? null})`

interface Figure {
  kind: SubsidyKind
  step: OwedStep
  band: AgeBand
  homes: number
  /** Of the homes whose amount is reckoned. */
  amountFen: number
  /** Homes whose amount is not reckoned yet. */
  open: number
}

interface Duration {
  kind: SubsidyKind
  payments: number
  medianDays: number
  /** Nine of ten were paid within. */
  ninthDays: number
  mostDays: number
}

/** How long money takes: what waits at which step for how long, and how long the money paid had waited. */
export const moneyAgeing = defineQuery({
  name: 'money.ageing',
  input: FindOwed.pick({ town: true }),
  permission: 'money.read',
  run: async (db, asked, context) => {
    const { county, scope } = context
    const { rows: waiting } = await sql<Figure>`
      with ${owed(context)}
      select kind, step, band, count(*)::int as homes, coalesce(sum(amount), 0)::bigint as "amountFen",
             (count(*) - count(amount))::int as open
        from owed where ${matching(asked)} group by kind, step, band`.execute(db)
    const { rows: paid } = await sql<Duration>`
      select kind, count(*)::int as payments, percentile_disc(0.5) within group (order by days)::int as "medianDays",
             percentile_disc(0.9) within group (order by days)::int as "ninthDays", max(days)::int as "mostDays"
        from (select 'equipment' as kind, c.paid_on - home.accepted_on as days
                from claim_line l join claim c on c.county = ${county} and c.id = l.claim and c.state = 'paid'
                join home on home.county = ${county} and home.id = l.home
               where l.county = ${county} and l.live and home.accepted_on is not null
                 and (${asked.town ?? null}::text is null or home.town = ${asked.town ?? null})
                 and ${inScope(scope, ofHome)}
              union all
              select 'operating', p.settled_on - e.ends_on
                from payment p join statement s on s.county = ${county} and s.id = p.statement
                join season e on e.county = ${county} and e.id = s.season
                join home on home.county = ${county} and home.id = p.home
               where p.county = ${county} and p.state = 'paid'
                 and (${asked.town ?? null}::text is null or home.town = ${asked.town ?? null})
                 and ${inScope(scope, ofHome)}) x
       group by kind order by kind`.execute(db)
    return { waiting, paid }
  },
})

interface OwedHome {
  kind: SubsidyKind
  step: OwedStep
  band: AgeBand
  home: string
  householder: string
  townName: string
  villageName: string
  sequence: number
  since: Day
  days: number
  amountFen: number | null
  claim: string | null
  claimNumber: number | null
  season: string | null
  seasonName: string | null
}

/** The homes of a figure, the longest waiting first; without `page` all of them. */
export async function listOwed(
  db: ReadDb,
  context: Pick<QueryContext, 'county' | 'today' | 'scope'>,
  asked: z.output<typeof FindOwed>,
  page?: number,
): Promise<OwedHome[]> {
  const { county } = context
  const paging = page === undefined ? sql`` : sql`limit ${pageSize} offset ${page * pageSize}`
  const { rows } = await sql<OwedHome>`
    with ${owed(context)}
    select owed.kind, owed.step, owed.band, owed.home, owed.householder, t.name as "townName", v.name as "villageName",
           owed.sequence, owed.since, owed.days::int as days, owed.amount as "amountFen", owed.claim,
           c.number as "claimNumber", owed.season, e.name as "seasonName"
      from owed
      join area t on t.county = ${county} and t.code = owed.town
      join area v on v.county = ${county} and v.code = owed.village
      left join claim c on c.county = ${county} and c.id = owed.claim
      left join season e on e.county = ${county} and e.id = owed.season
     where ${matching(asked)}
     order by owed.since, owed.village, owed.sequence, owed.home, owed.kind ${paging}`.execute(db)
  return rows
}

export const moneyOwed = defineQuery({
  name: 'money.owed',
  input: FindOwed.extend({ page: z.int().min(0).default(0) }),
  permission: 'money.read',
  run: async (db, { page, ...asked }, context) => {
    const { rows: counts } = await sql<{ homes: number }>`
      with ${owed(context)} select count(*)::int as homes from owed where ${matching(asked)}`.execute(db)
    return {
      rows: await listOwed(db, context, asked, page),
      total: counts[0]?.homes ?? 0,
      pageSize,
    }
  },
})
