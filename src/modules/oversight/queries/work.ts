import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { inScope, isEmpty, type Scope } from '../../../kernel/identity/authority.ts'
import { kindsOf } from '../../sources/public.ts'
import { goodSince, requiredKinds } from '../../sources/rules/due.ts'
import { visiblePremises } from '../../premises/public.ts'
import { doubtsWithin } from '../../photographs/public.ts'
import { findings, supervised } from '../../acceptance/public.ts'
import {
  afterSalesOf,
  lotProgress,
  matters,
  officerMissing,
  patrolBehind,
  safetyOfVillages,
  villagesToPlan,
} from '../../sites/public.ts'
import { contributionsStanding, slipsToConfirm } from '../../contributions/public.ts'
import { overdueWages } from '../../workers/public.ts'
import { outreachOf } from '../../outreach/public.ts'
import { crewless } from '../../works/public.ts'
import { isToNotice } from '../../households/public.ts'
import { isRunningOut } from '../../suppliers/public.ts'
import { type WorkKey, workItems } from '../rules/work.ts'
import { countOnHomes, type HomeWorkKey, within } from './home-work.ts'

type Counting = (scope: Scope, context: QueryContext) => RawBuilder<unknown>

const villages =
  (condition: RawBuilder<unknown>): Counting =>
  (scope, { county }) =>
    sql`select count(*) from village v
         where v.county = ${county} and ${condition}
           and ${inScope(scope, { town: sql.ref('v.town'), village: sql.ref('v.code') })}`

const notices =
  (condition: (context: QueryContext) => RawBuilder<unknown>): Counting =>
  (scope, context) =>
    sql`select count(*) from notice n
         where n.county = ${context.county} and n.state = 'open' and ${condition(context)}
           and ${inScope(scope, { town: sql.ref('n.town'), village: sql.ref('n.village') })}`

const claims =
  (state: string): Counting =>
  (scope, { county }) =>
    sql`select count(*) from claim
         where county = ${county} and state = ${state}
           and ${inScope(scope, { organisations: [sql.ref('claim.contractor')] })}`

const statements =
  (state: string): Counting =>
  (scope, { county }) =>
    sql`select count(*) from statement s
         where s.county = ${county} and s.state = ${state}
           and ${inScope(scope, { town: sql.ref('s.town'), village: sql.ref('s.village') })}`

/** Villages and lines with homes the supervisor has passed, of which this level has drawn none. */
const samples =
  (level: 'town' | 'county'): Counting =>
  (scope, { county }) =>
    sql`select count(distinct (h.village, h.line)) from home h
         where h.county = ${county} and h.ended is null
           and h.stage in ('inspected', 'accepted') and ${within(scope)}
           and not exists (select 1 from home d
                             join sample_home s on s.county = ${county} and s.home = d.id and s.level = ${level}
                            where d.county = ${county} and d.village = h.village and d.line = h.line
                              and d.ended is null)`
const wages =
  (kind: 'late' | 'escalated'): Counting =>
  (scope, context) =>
    sql`select count(*) from (${overdueWages({ ...context, scope }, kind)}) m`

const plans =
  (state: string): Counting =>
  (scope, { county }) =>
    sql`select count(*) from (${villagesToPlan({ county, scope })}) p where p.state = ${state}`

const found =
  (state: 'open' | 'overdue'): Counting =>
  (scope, context) =>
    sql`select count(*) from (${findings({ ...context, scope })}) f where f.state = ${state}`

/** §A.13, §A.15, §A.16. */
const premisesAt =
  (stage: string): Counting =>
  (scope, { county }) =>
    sql`select count(*) from premises p where p.county = ${county} and p.stage = ${stage} and ${visiblePremises(scope)}`

const behind: Counting = (scope, context) =>
  sql`select count(*) from (${lotProgress({ ...context, scope })}) p where p.behind`

const onSite =
  (kind: string, state: string): Counting =>
  (scope, context) =>
    sql`select count(*) from (${matters({ ...context, scope })}) m where m.kind = ${kind} and m.state = ${state}`

const safety =
  (condition: RawBuilder<boolean>): Counting =>
  (scope, context) =>
    sql`select count(*) from (${safetyOfVillages({ ...context, scope })}) s where ${condition}`

/** §A.2: homes whose contribution stands so. */
const contribution =
  (standing: 'open' | 'to-pass-on' | 'to-refund'): Counting =>
  (scope, context) =>
    sql`select count(*) from (${contributionsStanding({ ...context, scope }, standing)}) c`

const countings: Record<Exclude<WorkKey, HomeWorkKey>, Counting> = {
  // §3.1.3a: until every family knows.
  'publicity-short': (scope, context) =>
    sql`select count(*) from (${outreachOf({ ...context, scope })}) o where o.state = 'short'`,
  'no-route': villages(sql`v.route is null`),
  'no-lot': villages(sql`v.route is not null and v.lot is null`),
  'lots-to-award': (_scope, { county }) =>
    sql`select count(*) from lot where county = ${county} and awarded_on is null`,
  'contracts-to-record': (_scope, { county }) => sql`
    select count(*) from lot where county = ${county} and awarded_on is not null
       and not exists (select 1 from lot_contract c where c.county = ${county} and c.lot = lot.id
                                                       and c.contractor = lot.contractor)`,
  certificates: (_scope, context) => sql`
    select count(*) from equipment_model where county = ${context.county} and ${isRunningOut(context)}`,
  // Kinds of lists the pack asks for, of which none young enough stands for some town.
  'sources-due': (_scope, { county, pack, today, actor }) => sql`
    select count(*) from unnest(${requiredKinds(pack, today).filter((kind) => kindsOf(actor).includes(kind))}::text[]) k (kind)
     where exists (
       select 1 from area t
        where t.county = ${county} and t.level = 'town' and t.valid_to is null
          and not exists (select 1 from source s
                           where s.county = ${county} and s.kind = k.kind and s.undone_act is null
                             and (s.area = t.code or right(s.area, 6) = '000000')
                             and (s.kind = 'earlier' or s.as_of >= ${goodSince(pack, today)}::date)))`,
  'to-notice': (scope, context) => sql`
    select count(distinct h.village) from home h
     where h.county = ${context.county} and (h.stage = 'screened' or h.change is not null)
       and ${isToNotice(context)} and ${within(scope)}`,
  'to-post': notices(() => sql`n.posted_on is null`),
  // Not one's own: somebody else settles it.
  held: (scope, { county, actor }) => sql`
    select count(*) from held_act x
     where x.county = ${county} and x.state = 'held' and x.maker <> ${actor.id}
       and ${inScope(scope, { town: sql`(left(x.area, 9) || '000')`, village: sql.ref('x.area') })}`,
  // Not one's own either; those the pack ignores ask nobody.
  doubts: (scope, context) => sql`
    select count(distinct (d.home, d.kind)) from doubt d join home h on h.county = ${context.county} and h.id = d.home
     where d.county = ${context.county} and d.state = 'open' and d.maker <> ${context.actor.id}
       and ${doubtsWithin(context, scope)}`,
  'objections-to-follow': (scope, { county }) => sql`
    select count(*) from objection o join notice n on n.county = ${county} and n.id = o.notice
     where o.county = ${county} and o.follow_up is not null and o.followed_on is null
       and ${inScope(scope, { town: sql.ref('n.town'), village: sql.ref('n.village') })}`,
  'to-confirm': notices(({ today }) => sql`n.posted_on is not null and n.closes_on < ${today}::date`),
  'to-draw-town': samples('town'),
  'to-draw-county': samples('county'),
  'to-assign': (scope, { county }) => sql`
    select count(distinct h.village) from home h
     where h.county = ${county} and h.ended is null and h.stage = 'confirmed' and ${within(scope)}`,
  // §3.2.3: no real name, no site; wages on time.
  'crew-to-name': (scope, { county }) => sql`select count(*) from (${crewless({ county, scope })}) c`,
  'wages-late': wages('late'),
  'wages-to-urge': wages('late'),
  'wages-escalated': wages('escalated'),
  'plans-to-propose': plans('none'),
  'plans-to-agree': plans('proposed'),
  'lots-behind': behind,
  'own-lots-behind': behind,
  // §3.2.3, §5.3, §A.17–19: what stays open until somebody has seen to it.
  'damage-to-repair': onSite('damage', 'open'),
  'damage-overdue': onSite('damage', 'overdue'),
  'hazards-to-remove': onSite('hazard', 'open'),
  'hazards-overdue': onSite('hazard', 'overdue'),
  'hazards-to-recheck': onSite('hazard', 'to-recheck'),
  'permits-overdue': onSite('permit', 'overdue'),
  // §5.3: two safety officers, and patrols in time.
  'after-sales-missing': (scope, { county }) => sql`
    select count(*) from (${afterSalesOf({ county, scope })}) s where s.point is null`,
  'officer-of-firm': safety(officerMissing('firm')),
  'officer-of-village': safety(officerMissing('village')),
  'patrols-of-firm': safety(patrolBehind('firm')),
  'patrols-of-village': safety(patrolBehind('village')),
  'supervisor-to-name': (scope, { county }) =>
    sql`select count(*) from (${supervised({ county, scope })}) s where s.person is null`,
  // §3.3.2c: overdue for the firm, its supervisor and the bureau.
  'findings-to-put-right': found('open'),
  'findings-late': found('overdue'),
  'findings-to-watch': found('overdue'),
  'findings-to-press': found('overdue'),
  'premises-to-assign': premisesAt('listed'),
  'premises-to-build': premisesAt('assigned'),
  'premises-to-inspect': premisesAt('built'),
  'premises-to-accept': premisesAt('inspected'),
  'contributions-open': contribution('open'),
  'contributions-to-bank': (scope, { county }) => sql`
    select count(*) from contribution_receipt r join home h on h.county = ${county} and h.id = r.home
     where r.county = ${county} and r.void_act is null and r.slip is null
       and ${inScope(scope, { town: sql.ref('h.town'), village: sql.ref('h.village') })}`,
  'contributions-to-confirm': (scope, context) =>
    sql`select count(*) from (${slipsToConfirm({ ...context, scope })}) s`,
  'contributions-to-pass-on': contribution('to-pass-on'),
  'contributions-to-refund': contribution('to-refund'),
  'claims-returned': claims('returned'),
  'claims-submitted': claims('submitted'),
  'claims-reviewed': claims('reviewed'),
  'claims-approved': claims('approved'),
  'retentions-due': (_scope, { county, today }) => sql`
    select count(*) from claim where county = ${county} and retained_fen > 0 and released_on is null
       and release_on <= ${today}`,
  // §4.3: once a season is over, every accepted home's electricity is counted.
  'usage-missing': (_scope, { county, today }) => sql`
    select count(*) from season s
      join home h on h.county = ${county} and h.accepted_on <= s.ends_on and h.ended is null and h.line = 'heating'
     where s.county = ${county} and s.ends_on < ${today}::date
       and not exists (select 1 from usage_reading u
                        where u.county = ${county} and u.season = s.id and u.home = h.id)`,
  'season-visits': (scope, { county }) => sql`
    select count(*) from season_visit v join home h on h.county = ${county} and h.id = v.home
     where v.county = ${county} and (v.found is null or v.found = 'not-met') and ${within(scope)}`,
  // §4.3: what town or bureau doubted waits for a corrected reading, and then to be drawn up again.
  'readings-sent-back': (_scope, { county }) => sql`
    select count(*) from statement s
      join usage_reading u on u.county = ${county} and u.season = s.season and u.home = s.home
     where s.county = ${county} and s.state = 'blocked' and s.sent_back_on is not null
       and u.used_centi_kwh = s.used_centi_kwh`,
  'statements-sent-back': (_scope, { county }) => sql`
    select count(*) from statement s
     where s.county = ${county} and s.state = 'blocked' and s.sent_back_on is not null`,
  'statements-missing': (_scope, { county }) => sql`
    select count(*) from usage_reading u
     where u.county = ${county}
       and not exists (select 1 from statement s
                        where s.county = ${county} and s.season = u.season and s.home = u.home)`,
  'statements-town': statements('drawn-up'),
  'statements-bureau': statements('town-reviewed'),
  'statements-to-pay': statements('bureau-reviewed'),
  'batches-open': (_scope, { county }) => sql`
    select count(*) from payment_batch where county = ${county} and state = 'frozen'`,
  'payments-failed': statements('failed'),
}

const countingOf = (key: WorkKey, scope: Scope, context: QueryContext): RawBuilder<unknown> =>
  countOnHomes(key, scope, context) ?? countings[key as keyof typeof countings](scope, context)

/** What waits for me: for every act I may do, how many things are ready for it, within where I may do it. */
export const workMine = defineQuery({
  name: 'work.mine',
  input: z.object({}),
  // Everybody in the office holds it; what is counted is limited by the permission of each act.
  permission: 'policy.read',
  run: async (db, _input, context) => {
    const mine = workItems.flatMap((item) => {
      const scope = context.scopeFor(item.permission)
      return isEmpty(scope) ? [] : [{ ...item, counting: countingOf(item.key, scope, context) }]
    })
    if (mine.length === 0) return { items: [], waiting: 0 }
    const columns = mine.map(({ counting, key }) => sql`(${counting}) as ${sql.ref(key)}`)
    const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)}`.execute(db)
    const items = mine.map(({ key, to }) => ({ key, to, count: rows[0]?.[key] ?? 0 }))
    return { items, waiting: items.reduce((sum, { count }) => sum + count, 0) }
  },
})
