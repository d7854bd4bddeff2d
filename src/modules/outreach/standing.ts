import { sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import { type Scope, inScope } from '../../kernel/identity/authority.ts'
import { amount } from '../../kernel/pack/pack.ts'

type Asking = Pick<QueryContext, 'county' | 'pack' | 'today'> & { scope: Scope }

/** The wish each home gave last. */
export const latestWishes = (county: number) => sql`
  select distinct on (w.home) w.home, w.wish, w.route, w.reason, w.said_at, w.asked_by
    from wish w where w.county = ${county} order by w.home, w.said_at desc, w.act desc`

/**
 * Villages with how they were told and what their homes wish. `covered`: the larger of the largest number one activity
 * reached and the homes named or asked, a lower bound; `state`: whether that is what the pack asks for. A village to be
 * demolished is left out (§4.1b). Wishes are about the heating route: homes of the building line are not asked.
 */
export const outreachOf = ({ county, scope, pack, today }: Asking) => sql`
  select s.*, case when s.covered * 100 >= s.families * ${amount(pack, 'outreach.coveragePercent', today)}::numeric
                   then 'covered' else 'short' end as state
    from (select v.id, v.code, v.name, v.town, v.route, v.route_decided_on as "routeDecidedOn",
                 coalesce(p.activities, 0)::int as activities, p.families,
                 greatest(coalesce(p.reached, 0), coalesce(n.homes, 0))::int as covered,
                 coalesce(h.homes, 0)::int as homes, coalesce(h.wants, 0)::int as wants,
                 coalesce(h.against, 0)::int as against, coalesce(h.undecided, 0)::int as undecided,
                 (coalesce(h.homes, 0) - coalesce(h.wants, 0) - coalesce(h.against, 0) - coalesce(h.undecided, 0))::int
                   as "notAsked"
            from village v
            left join (select village, count(*) as activities, max(reached) as reached,
                              (array_agg(families order by held_on desc, act desc))[1] as families
                         from publicity where county = ${county} and struck_on is null group by village) p
              on p.village = v.code
            left join (select h.village, count(*) as homes
                         from home h
                        where h.county = ${county} and h.ended is null
                          and (exists (select 1 from wish w where w.county = ${county} and w.home = h.id)
                               or exists (select 1 from publicity_home ph
                                            join publicity p on p.county = ${county} and p.id = ph.publicity and p.struck_on is null
                                           where ph.county = ${county} and ph.home = h.id))
                        group by h.village) n on n.village = v.code
            left join (select h.village, count(*) as homes, count(*) filter (where w.wish = 'wants') as wants,
                              count(*) filter (where w.wish = 'does-not-want') as against,
                              count(*) filter (where w.wish = 'undecided') as undecided
                         from home h left join (${latestWishes(county)}) w on w.home = h.id
                        where h.county = ${county} and h.ended is null and h.line = 'heating' group by h.village) h on h.village = v.code
           where v.county = ${county} and v.demolition_planned is not true
             and ${inScope(scope, { town: sql.ref('v.town'), village: sql.ref('v.code') })}) s`
