import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { inScope, isEmpty, type Scope } from '../../../kernel/identity/authority.ts'
import { homesToBringPapersFor } from '../../dossiers/public.ts'
import { declinedLately, namesAre, whoseTurn } from '../../households/public.ts'
import { papersAskedOf, papersBrought } from '../../identities/public.ts'
import type { PairState } from '../../identities/model.ts'
import { stages } from '../../households/stages.ts'
import { withoutRun } from '../../works/public.ts'
import { findingsToDecide, findingsToHear, isReliefAsked, overdueFen } from '../../subsidies/public.ts'
import { type WorkKey, workItems } from '../rules/work.ts'

/** Of homes `h` within a scope. */
export const within = (scope: Scope) =>
  inScope(scope, {
    town: sql.ref('h.town'),
    village: sql.ref('h.village'),
    organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
  })

interface OnHomes {
  /** Where it stands, from `from` on and ending in a condition: counted for a person, looked up for a home. */
  rest: (scope: Scope, context: QueryContext) => RawBuilder<unknown>
  /** Whether it is this home's; by `h` unless told. */
  isOf?: (home: string) => RawBuilder<unknown>
  /** The address it is done at, where that is not the home's own page. */
  opens?: RawBuilder<string>
}

const homes = (condition: RawBuilder<unknown>): OnHomes => ({
  rest: (scope, { county }) => sql`from home h
    where h.county = ${county} and h.ended is null and ${condition} and ${within(scope)}`,
})

const installed = (condition: RawBuilder<unknown>): OnHomes => ({
  rest: (scope, { county }) => sql`from home h join installation i on i.county = ${county} and i.home = h.id
    where h.county = ${county} and h.ended is null and h.stage = 'installed' and ${condition} and ${within(scope)}`,
})

/** §3.3.2a: homes whose last visit passed and that this level has not signed for yet. */
const signOffs = (level: 'village' | 'town'): OnHomes => ({
  rest: (scope, { county }) => sql`from home h
    join lateral (select id, passed from acceptance_visit e where e.county = ${county} and e.home = h.id
                   order by e.number desc limit 1) a on a.passed
    where h.county = ${county} and h.ended is null and h.stage = 'inspected' and ${within(scope)}
      and not exists (select 1 from sign_off o where o.county = ${county} and o.home = h.id
                         and o.visit = a.id and o.level = ${level})`,
})

/** §3.3.2a, §A.1: homes drawn into this level's sample that nobody has found good yet, and that are not being put right. */
const checks = (level: 'town' | 'county'): OnHomes => ({
  rest: (scope, { county }) => sql`from home h
    join sample_home s on s.county = ${county} and s.home = h.id and s.level = ${level}
    where h.county = ${county} and h.ended is null and s.passed is not true
      and h.stage not in ('installed', 'self-checked') and ${within(scope)}`,
})

/** §4.4: pairs whose both sides lie within the scope. */
const pairs = (state: PairState): OnHomes => ({
  rest: (scope, { county }) => sql`from match_pair p
    join home h on h.county = ${county} and h.id = p.first and h.ended is null
    left join home s on s.county = ${county} and s.id = p.second and s.ended is null
    where p.county = ${county} and p.state = ${state} and (p.earlier or s.id is not null) and ${within(scope)}
      and (s.id is null or ${inScope(scope, { town: sql.ref('s.town'), village: sql.ref('s.village') })})`,
  isOf: (home) => sql`${home}::uuid in (p.first, p.second)`,
  opens: sql`'/duplicates/' || p.first || '/' || p.second`,
})

/** What waits for somebody on a single home. */
const onHomes = {
  'to-verify': homes(sql`h.stage in ('applied', 'screened') and h.answer = 'unknown'`),
  'names-to-look-at': homes(sql`h.stage in ('applied', 'screened') and ${namesAre('look')}`),
  'names-to-correct': homes(sql`h.stage in ('applied', 'screened', 'noticed') and ${namesAre('differ')}`),
  duplicates: pairs('open'),
  'duplicates-on-papers': pairs('papers'),
  // §4.4: across towns the county decides, on what either town brings; what was brought is the county's to look at.
  'duplicate-papers': {
    rest: (scope, { county }) => sql`${papersAskedOf({ county, scope })} and ${papersBrought(county)} = 0`,
  },
  exceptions: {
    rest: (
      scope,
      { county },
    ) => sql`from exception_request x join home h on h.county = ${county} and h.id = x.home
      where x.county = ${county} and x.state = 'asked' and ${within(scope)}`,
  },
  objections: {
    rest: (
      scope,
      { county },
    ) => sql`from objection o join notice n on n.county = ${county} and n.id = o.notice
      where o.county = ${county} and o.state = 'open'
        and ${inScope(scope, { town: sql.ref('n.town'), village: sql.ref('n.village') })}`,
    isOf: (home) => sql`o.home = ${home}`,
    opens: sql`'/objections?state=open&notice=' || o.notice`,
  },
  // §4.1b: what a later list or a corrected fact left open of a home that is on a board or in already, such as a death.
  'in-doubt': homes(
    sql`h.answer = 'unknown' and h.stage = any(${stages.slice(stages.indexOf('noticed'))}::text[])`,
  ),
  // §3.1.3d, §4.1b: a later list or a corrected fact speaks against a home that is in already; a change settles it.
  'no-longer-qualifies': homes(
    sql`h.answer = 'no' and h.stage = any(${stages.slice(stages.indexOf('confirmed'))}::text[])`,
  ),
  'places-free': {
    rest: (scope, context) => sql`from (${whoseTurn(context)}) t
      join home h on h.county = ${context.county} and h.id = t.id where ${within(scope)}`,
  },
  'changes-declined': {
    rest: (scope, context) => sql`from home_change c
      join home h on h.county = ${context.county} and h.id = c.home
      where c.county = ${context.county} and ${declinedLately(context)} and ${within(scope)}`,
    opens: sql`'/changes/' || c.id`,
  },
  'changes-asked': {
    rest: (scope, { county }) => sql`from home_change c join home h on h.county = ${county} and h.id = c.home
      where c.county = ${county} and c.state = 'asked' and ${within(scope)}`,
    opens: sql`'/changes/' || c.id`,
  },
  'sent-back': installed(sql`i.sent_back_on is not null`),
  'to-install': homes(sql`h.stage = 'assigned'`),
  'to-self-check': installed(sql`i.sent_back_on is null`),
  // §3.3.1: no run that passed stands, and a visit has not closed the home yet.
  'to-commission': {
    rest: (scope, { county, pack, today }) => sql`from home h
      where h.county = ${county} and h.ended is null and h.stage in ('self-checked', 'inspected')
        and ${withoutRun(county, pack, today)} and ${within(scope)}
        and not exists (select 1 from device_return r
                         where r.county = ${county} and r.home = h.id and r.returned_on is null)`,
  },
  'to-take-back': {
    rest: (
      scope,
      { county },
    ) => sql`from device_return r join home h on h.county = ${county} and h.id = r.home
      where r.county = ${county} and r.returned_on is null and ${within(scope)}`,
  },
  'to-visit': homes(sql`h.stage = 'self-checked'`),
  'sign-off-village': signOffs('village'),
  'sign-off-town': signOffs('town'),
  'to-check-town': checks('town'),
  'to-check-county': checks('county'),
  // §3.3.3: what is missing once a home is accepted, for whoever brings it.
  'dossier-papers': { rest: homesToBringPapersFor },
  'coal-to-hear': {
    rest: (scope, { county }) => sql`from coal_finding f join home h on h.county = ${county} and h.id = f.home
      where f.county = ${county} and ${findingsToHear(county)} and ${within(scope)}`,
    opens: sql`'/coal-findings/' || f.id`,
  },
  'coal-to-decide': {
    rest: (
      scope,
      { county, today },
    ) => sql`from coal_finding f join home h on h.county = ${county} and h.id = f.home
      where f.county = ${county} and ${findingsToDecide(county, today)} and ${within(scope)}`,
    opens: sql`'/coal-findings/' || f.id`,
  },
  recoveries: {
    rest: (scope, { county }) => sql`from recovery r join home h on h.county = ${county} and h.id = r.home
      where r.county = ${county} and r.state = 'open' and ${within(scope)}`,
    opens: sql`'/recoveries/' || r.id`,
  },
  'instalments-overdue': {
    rest: (
      scope,
      { county, today },
    ) => sql`from recovery join home h on h.county = ${county} and h.id = recovery.home
      where recovery.county = ${county} and ${overdueFen(county, today)} > 0 and ${within(scope)}`,
    opens: sql`'/recoveries/' || recovery.id`,
  },
  reliefs: {
    rest: (
      scope,
      { county },
    ) => sql`from recovery join home h on h.county = ${county} and h.id = recovery.home
      where recovery.county = ${county} and ${isReliefAsked(county)} and ${within(scope)}`,
    opens: sql`'/recoveries/' || recovery.id`,
  },
} satisfies Partial<Record<WorkKey, OnHomes>>

export type HomeWorkKey = keyof typeof onHomes

export const isOnHomes = (key: WorkKey): key is HomeWorkKey => key in onHomes

/** Counts what waits on homes; nothing for what waits elsewhere. */
export const countOnHomes = (key: WorkKey, scope: Scope, context: QueryContext) =>
  isOnHomes(key) ? sql`select count(*) ${onHomes[key].rest(scope, context)}` : undefined

/** Whether something waits on the home for whoever holds the scope. */
export function isWaiting(
  key: HomeWorkKey,
  home: string,
  scope: Scope,
  context: QueryContext,
): RawBuilder<boolean> {
  const { rest, isOf = (id: string) => sql`h.id = ${id}` }: OnHomes = onHomes[key]
  return sql<boolean>`exists (select 1 ${rest(scope, context)} and ${isOf(home)})`
}

/** What waits for me on one home, in the order of the road: an act of its own page, or the page it is done on. */
export const workHome = defineQuery({
  name: 'work.home',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const mine = workItems.flatMap(({ key, permission }) => {
      const scope = context.scopeFor(permission)
      if (!isOnHomes(key) || isEmpty(scope)) return []
      const { rest, opens = sql`''`, isOf = (id: string) => sql`h.id = ${id}` }: OnHomes = onHomes[key]
      return [
        { key, permission, found: sql`(select ${opens} ${rest(scope, context)} and ${isOf(home)} limit 1)` },
      ]
    })
    if (mine.length === 0) return []
    const columns = mine.map(({ key, found }) => sql`${found} as ${sql.ref(key)}`)
    const { rows } = await sql<Record<string, string | null>>`select ${sql.join(columns)}`.execute(db)
    return mine.flatMap(({ key, permission: act }) => {
      const found = rows[0]?.[key] ?? undefined
      return found === undefined ? [] : [{ key, act, to: found === '' ? null : found }]
    })
  },
})
