import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { addDays, type Day } from '../../kernel/dates/day.ts'
import { amount, hasParameter, type Pack } from '../../kernel/pack/pack.ts'
import { type CheckId, checkIds, type CheckWeight, isCheck, type Population } from './model.ts'

type Sql = RawBuilder<unknown>

export type CheckContext = Pick<QueryContext, 'county' | 'today' | 'pack'>

interface Check {
  clauses: readonly string[]
  weight: CheckWeight
  /** The figure of the pack that says from where on; without it nothing is asked. */
  bound?: string
  /**
   * Homes with what is at stake, in fen, and what is told of each: columns `home`, `fen`, `told` (jsonb of the values that
   * the words `audit.told.<check>` name). A home once.
   */
  find(context: CheckContext & { bound: number }): Sql
}

/**
 * What homes were paid and by when, as the table `paid` that checks join: equipment of claims that are paid, seasons whose
 * receipt says so. Begins a statement or a part of one in brackets.
 */
const withPaid = (county: number): Sql => sql`
  with paid as materialized (
    select home, sum(fen)::bigint as fen, max(day) as last, bool_or(equipment) as equipment from (
      select l.home, l.subsidy_fen as fen, c.paid_on as day, true as equipment
        from claim_line l join claim c on c.county = ${county} and c.id = l.claim and c.state = 'paid'
       where l.county = ${county} and l.live
      union all
      select p.home, p.amount_fen, p.settled_on, false from payment p
       where p.county = ${county} and p.state = 'paid') p group by home)`

const nothing = sql`'{}'::jsonb`

/** Bits of `home.match_flags`: what comparison or an official says of two homes, and of a home and an earlier year's line. */
const duplicateFlags = { any: 1 | 2 | 4 | 8 | 128 | 256, decided: 2 | 8 }
const earlierFlags = { any: 16 | 32, decided: 32 }

/** Of homes that were paid, those of which `condition` holds; `more` joins what it speaks of. */
const ofPaid =
  (condition: Sql, told: Sql = nothing, more: Sql = sql``) =>
  ({ county }: CheckContext): Sql => sql`
  select h.id as home, p.fen, ${told} as told
    from paid p join home h on h.county = ${county} and h.id = p.home ${more}
   where ${condition}`

/** Of each home of `h` what one row tells of it; `from` begins with a table and may name `h` and `p`. */
const oneOf = (columns: Sql, from: Sql): Sql =>
  sql`join lateral (select ${columns} from ${from} limit 1) x on true`

/** Live homes that share a number with others, and with how many; `asked` homes at least. */
const sharing =
  (column: string, asked: (bound: number) => number) =>
  ({ county, bound }: CheckContext & { bound: number }): Sql => sql`
  select h.id as home, p.fen, jsonb_build_object('homes', g.homes) as told
    from paid p
    join home h on h.county = ${county} and h.id = p.home
    join (select ${sql.ref(column)} as number, count(*)::int as homes from home
           where county = ${county} and ended is null and ${sql.ref(column)} is not null
           group by 1 having count(*) >= ${asked(bound)}) g on g.number = ${sql.ref(`h.${column}`)}
   where h.ended is null`

export const checks: Readonly<Record<CheckId, Check>> = {
  'paid-not-accepted': {
    clauses: ['§4.2', '§3.3.4'],
    weight: 'wrong',
    find: ofPaid(sql`p.equipment and h.accepted_on is null`),
  },
  'paid-not-built': {
    clauses: ['§4.2', '§3.3.2c'],
    weight: 'wrong',
    find: (context) =>
      ofPaid(sql`p.equipment and h.ended is null
        and not exists (select 1 from device d
                         where d.county = ${context.county} and d.home = h.id and d.removed_on is null)
        and not exists (select 1 from installation_part i where i.county = ${context.county} and i.home = h.id)`)(
        context,
      ),
  },
  'paid-no-commitment': {
    clauses: ['§3.3.2a'],
    weight: 'wrong',
    find: (context) =>
      ofPaid(sql`h.line = 'heating' and not exists (
        select 1 from signed_paper s
         where s.county = ${context.county} and s.home = h.id and s.paper = 'commitment')`)(context),
  },
  'paid-not-qualified': {
    clauses: ['§4.1b', '§4.4'],
    weight: 'wrong',
    find: ofPaid(sql`h.ended is null and h.answer <> 'yes'`, sql`jsonb_build_object('answer', h.answer)`),
  },
  'paid-left': {
    clauses: ['§3.3.2b', '§3.1.3d'],
    weight: 'wrong',
    find: (context) =>
      ofPaid(
        sql`h.ended is not null and not exists (
          select 1 from recovery r where r.county = ${context.county} and r.home = h.id)`,
        sql`jsonb_build_object('ended', h.ended)`,
      )(context),
  },
  'paid-dead': {
    clauses: ['§4.1b', '§A.21'],
    weight: 'look',
    find: (context) =>
      ofPaid(
        sql`h.id_number_index is not null and (x.day is null or x.day <= p.last)`,
        sql`jsonb_build_object('died', coalesce(x.day::text, '—'), 'paid', p.last)`,
        oneOf(
          sql`r.day`,
          sql`source_row r join source s on s.county = ${context.county} and s.id = r.source and s.kind = 'death'
                   and s.undone_act is null
               where r.county = ${context.county} and r.id_number_index = h.id_number_index
               order by r.day nulls last`,
        ),
      )(context),
  },
  'paid-helped-before': {
    clauses: ['§4.1b'],
    weight: 'wrong',
    find: ofPaid(
      sql`h.match_flags & ${earlierFlags.any} > 0`,
      sql`jsonb_build_object('state', case when h.match_flags & ${earlierFlags.decided} > 0 then 'decided' else 'open' end)`,
    ),
  },
  'paid-duplicate': {
    clauses: ['§4.4'],
    weight: 'look',
    find: ofPaid(
      sql`h.ended is null and h.match_flags & ${duplicateFlags.any} > 0`,
      sql`jsonb_build_object('state', case when h.match_flags & ${duplicateFlags.decided} > 0 then 'decided' else 'open' end)`,
    ),
  },
  'same-card': { clauses: ['§4.3'], weight: 'look', find: sharing('bank_card_index', () => 2) },
  'same-telephone': {
    clauses: ['§4.3'],
    weight: 'look',
    bound: 'audit.telephoneHomes',
    find: sharing('telephone_index', (bound) => Math.max(2, bound)),
  },
  'same-serial': {
    clauses: ['§3.3.4', '§A.6'],
    weight: 'look',
    find: ({ county }) => sql`
      select d.home, coalesce(p.fen, 0)::bigint as fen,
             jsonb_build_object('serial', min(d.serial), 'homes', max(g.homes)) as told
        from device d
        join (select serial, count(distinct home)::int as homes from device
               where county = ${county} group by serial having count(distinct home) > 1) g on g.serial = d.serial
        left join paid p on p.home = d.home
       where d.county = ${county} group by d.home, p.fen`,
  },
  'same-hands': {
    clauses: ['§3.3.4', '§3.3.2a'],
    weight: 'wrong',
    find: ({ county }) => sql`
      select v.home, coalesce(p.fen, 0)::bigint as fen, jsonb_build_object('who', min(a.name)) as told
        from acceptance_visit v
        join sign_off s on s.county = ${county} and s.home = v.home and s.visit = v.id
        left join sign_off o on o.county = ${county} and o.home = v.home and o.visit = v.id and o.level <> s.level
        left join account a on a.county = ${county} and a.id = s.signer
        left join paid p on p.home = v.home
       where v.county = ${county} and (s.signer = v.inspector or s.signer = o.signer)
       group by v.home, p.fen`,
  },
  'not-residential': {
    clauses: ['§4.1b', '§A.15'],
    weight: 'look',
    find: (context) =>
      ofPaid(
        sql`h.account_number is not null and x.residential = false`,
        sql`jsonb_build_object('tariff', coalesce(x.tariff, ''))`,
        oneOf(
          sql`r.residential, r.tariff`,
          sql`source_row r join source s on s.county = ${context.county} and s.id = r.source and s.kind = 'grid'
                   and s.undone_act is null
               where r.county = ${context.county} and r.account_number = h.account_number
               order by s.as_of desc, s.id desc`,
        ),
      )(context),
  },
  'photo-doubt': {
    clauses: ['§3.3.4'],
    weight: 'look',
    find: (context) =>
      ofPaid(
        sql`x.doubts > 0`,
        sql`jsonb_build_object('doubts', x.doubts)`,
        oneOf(
          sql`count(*)::int as doubts`,
          sql`doubt d where d.county = ${context.county} and d.home = h.id and d.state = 'open'`,
        ),
      )(context),
  },
  'objection-open': {
    clauses: ['§3.1.3d'],
    weight: 'look',
    find: (context) =>
      ofPaid(
        sql`x.objections > 0`,
        sql`jsonb_build_object('objections', x.objections, 'since', x.since)`,
        oneOf(
          sql`count(*)::int as objections, min(o.raised_on) as since`,
          sql`objection o where o.county = ${context.county} and o.home = h.id and o.state = 'open'`,
        ),
      )(context),
  },
  idle: {
    clauses: ['§4.3', '§2.4'],
    weight: 'look',
    bound: 'audit.idleKwh',
    find: ({ county, bound }) => sql`
      select distinct on (u.home) u.home, p.fen,
             jsonb_build_object('kwh', round(u.used_centi_kwh / 100.0, 1), 'season', s.name) as told
        from usage_reading u
        join season s on s.county = ${county} and s.id = u.season
        join paid p on p.home = u.home and p.equipment
       where u.county = ${county} and u.used_centi_kwh < ${Math.round(100 * bound)}
       order by u.home, s.starts_on desc`,
  },
  'recovery-overdue': {
    clauses: ['§3.3.2b'],
    weight: 'wrong',
    bound: 'audit.overdueDays',
    find: ({ county, today, bound }) => sql`
      select r.home, sum(r.owed_fen - r.repaid_fen - r.waived_fen)::bigint as fen,
             jsonb_build_object('since', min(r.opened_on)) as told
        from recovery r
       where r.county = ${county} and r.state = 'open' and r.opened_on < ${addDays(today, -bound)}::date
         and r.owed_fen > r.repaid_fen + r.waived_fen
       group by r.home`,
  },
  'contribution-unbanked': {
    clauses: ['§A.2'],
    weight: 'wrong',
    bound: 'audit.unbankedDays',
    find: ({ county, today, bound }) => sql`
      select r.home, sum(r.amount_fen)::bigint as fen, jsonb_build_object('since', min(r.paid_on)) as told
        from contribution_receipt r
        left join contribution_slip s on s.county = ${county} and s.id = r.slip
       where r.county = ${county} and r.void_act is null and s.state is distinct from 'confirmed'
         and r.paid_on < ${addDays(today, -bound)}::date
       group by r.home`,
  },
  'contribution-kept': {
    clauses: ['§A.2'],
    weight: 'wrong',
    find: ({ county }) => sql`
      select h.id as home, k.fen, jsonb_build_object('ended', h.ended) as told
        from home h
        join lateral (
          select (coalesce((select sum(r.amount_fen) from contribution_receipt r
                             where r.county = ${county} and r.home = h.id and r.void_act is null), 0)
                - coalesce((select sum(b.amount_fen) from contribution_refund b
                             where b.county = ${county} and b.home = h.id), 0))::bigint as fen) k on k.fen > 0
       where h.county = ${county} and h.ended is not null`,
  },
}

/** From where on a check asks; undefined where it needs a figure that the pack does not have. */
function boundOf(pack: Pack, check: CheckId, today: Day): number | undefined {
  const { bound } = checks[check]
  if (bound === undefined) return 0
  return hasParameter(pack, bound, today) ? amount(pack, bound, today) : undefined
}

/** SQL for the homes a check finds; undefined where the pack does not say from where on. */
export function foundBy(check: CheckId, context: CheckContext): Sql | undefined {
  const found = askedBy(check, context)
  return found && sql`${withPaid(context.county)} ${found}`
}

function askedBy(check: CheckId, context: CheckContext): Sql | undefined {
  const bound = boundOf(context.pack, check, context.today)
  return bound === undefined ? undefined : checks[check].find({ ...context, bound })
}

/** How many homes each check finds, and what is at stake; null where the pack does not say from where on. */
export async function countChecks(db: ReadDb, context: CheckContext) {
  const asked = checkIds.flatMap((check) => {
    const found = askedBy(check, context)
    return found
      ? [
          sql`select ${check} as check, count(*)::int as homes, coalesce(sum(f.fen), 0)::float8 as fen from (${found}) f`,
        ]
      : []
  })
  const { rows } = await sql<{ check: CheckId; homes: number; fen: number }>`
    ${withPaid(context.county)} ${sql.join(asked, sql` union all `)}`.execute(db)
  return checkIds.map((check) => {
    const { clauses, weight } = checks[check]
    const found = rows.find((row) => row.check === check)
    return {
      check,
      clauses,
      weight,
      bound: boundOf(context.pack, check, context.today) ?? null,
      found: found ? { homes: found.homes, fen: found.fen } : null,
    }
  })
}

/** SQL for the homes of a population, as column `home`; undefined where a check of it cannot be asked. */
export function homesOf(population: Population, context: CheckContext): Sql | undefined {
  if (isCheck(population)) return foundBy(population, context)
  const { county } = context
  switch (population) {
    case 'paid-equipment':
      return sql`${withPaid(county)} select home from paid where equipment`
    case 'paid-operating':
      return sql`select distinct home from payment where county = ${county} and state = 'paid'`
    case 'accepted':
      return sql`select id as home from home where county = ${county} and ended is null and accepted_on is not null`
    case 'confirmed':
      return sql`select id as home from home where county = ${county} and ended is null and confirmed_on is not null`
  }
}
