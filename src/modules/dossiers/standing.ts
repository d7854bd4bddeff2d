import { type RawBuilder, sql } from 'kysely'
import type { Pack } from '../../kernel/pack/pack.ts'
import type { DossierPaper } from '../../kernel/pack/schema.ts'
import { isAtLeast, stages } from '../households/stages.ts'
import { isMeasured } from '../works/public.ts'

type Proof = NonNullable<DossierPaper['proof']>
type Need = NonNullable<DossierPaper['needed']>
type Condition = RawBuilder<unknown>

const passed = (item: string) => JSON.stringify([{ item, passed: true }])

const hasSigned = (county: number, paper: string) =>
  sql`exists (select 1 from signed_paper s where s.county = ${county} and s.home = h.id and s.paper = ${paper})`

/** Whether a record stands, of home `h` with its installation `i`, its last visit `v` and what is joined below. */
const proofs = (pack: Pack, county: number): Record<Proof, (item?: string) => Condition> => ({
  application: () => sql`true`,
  account: () => sql`(h.account_number is not null or h.bank_card is not null)`,
  commitment: () => hasSigned(county, 'commitment'),
  installation: () => sql`i.home is not null`,
  devices: () =>
    sql`exists (select 1 from device m where m.county = ${county} and m.home = h.id and m.removed_on is null)`,
  'self-check': (item) =>
    item === undefined
      ? sql`i.self_check is not null`
      : sql`coalesce(i.self_check @> ${passed(item)}::jsonb, false)`,
  commissioning: () =>
    sql`coalesce((select r.passed from commissioning r
                   where r.county = ${county} and r.home = h.id and r.fell_on is null
                   order by r.number desc limit 1), false)`,
  'in-home': (item) =>
    item === undefined
      ? sql`coalesce(v.passed, false)`
      : sql`coalesce(v.passed and v.items @> ${passed(item)}::jsonb, false)`,
  'sign-offs': () =>
    sql`(select count(*) from sign_off s
          where s.county = ${county} and s.home = h.id and s.visit = v.id and v.passed) >= 2`,
  // A part of what is due makes no receipt for it.
  contribution: () =>
    sql`(h.contribution_fen > 0 and h.contribution_fen <= (
          select coalesce(sum(r.amount_fen), 0) from contribution_receipt r
           where r.county = ${county} and r.home = h.id and r.void_act is null))`,
  settlement: () =>
    sql`exists (select 1 from claim_line l join claim c on c.county = ${county} and c.id = l.claim
                 where l.county = ${county} and l.home = h.id and l.live and c.state in ('approved', 'paid'))`,
  parts: () => sql`exists (select 1 from installation_part m where m.county = ${county} and m.home = h.id)`,
  materials: () =>
    sql`exists (select 1 from installation_material m where m.county = ${county} and m.home = h.id)`,
  change: () => needs(pack, county).change,
  coal: () => needs(pack, county).coal,
})

const needs = (pack: Pack, county: number): Record<Need, Condition> => ({
  contribution: sql`coalesce(h.contribution_fen > 0, false)`,
  change: sql`(exists (select 1 from home_change g
                        where g.county = ${county} and g.home = h.id and g.state = 'approved')
            or exists (select 1 from home_change g
                        where g.county = ${county} and g.enters = h.id and g.state = 'approved'))`,
  coal: sql`exists (select 1 from coal_finding o where o.county = ${county} and o.home = h.id)`,
  machines: sql`not ${isMeasured(pack)}`,
  parts: isMeasured(pack),
})

/** What homes of measured parts do not sign is not missed there (§1.2). */
const isOfMachines = ({ papers }: Pack, { signed, proof }: DossierPaper): boolean =>
  papers.some(
    ({ id, ofParts }) =>
      ofParts === false && (id === signed || (id === 'commitment' && proof === 'commitment')),
  )

const bits = (conditions: readonly Condition[], within?: Condition): Condition =>
  conditions.length === 0
    ? sql`0`
    : sql.join(
        conditions.map((condition, i) => {
          const bit = sql.lit(1 << i)
          const isAsked = within ? sql`${within} & ${bit} <> 0 and ` : sql``
          return sql`case when ${isAsked}${condition} then ${bit} else 0 end`
        }),
        sql` + `,
      )

/**
 * To be joined to `home h`: `d.held`, `d.need` and `d.due`, the papers of the pack's list as bits, for any number of
 * homes in one query. Nothing is held without a record or a file behind it. `dueOnly`: what is not due yet is not looked
 * for, which is enough to say what is missing, and less work over a whole county.
 */
export function dossierOf(pack: Pack, county: number, { dueOnly = false } = {}): Condition {
  const proven = proofs(pack, county)
  const needed = needs(pack, county)
  const held = pack.dossier.map(({ id, proof, item, signed }) => {
    const stands = [
      ...(proof ? [proven[proof](item)] : []),
      ...(signed === undefined ? [] : [hasSigned(county, signed)]),
      sql`${id} = any(f.papers)`,
    ]
    return sql`(${sql.join(stands, sql` or `)})`
  })
  const dueAt = stages.map((stage) =>
    pack.dossier.reduce((mask, { from }, i) => (isAtLeast(stage, from) ? mask | (1 << i) : mask), 0),
  )
  const within = dueOnly ? sql`u.due` : undefined
  return sql`
    left join installation i on i.county = ${county} and i.home = h.id
    left join lateral (select e.id, e.passed, e.items from acceptance_visit e
                        where e.county = ${county} and e.home = h.id order by e.number desc limit 1) v on true
    cross join lateral (select coalesce(array_agg(p.paper), '{}') as papers from dossier_paper p
                         where p.county = ${county} and p.home = h.id and p.withdrawn_on is null) f
    cross join lateral (select (${dueAt}::int[])[array_position(${[...stages]}::text[], h.stage)] as due offset 0) u
    cross join lateral (select (${bits(held, within)})::int as held,
                               (${bits(
                                 pack.dossier.map((paper) => {
                                   const need = paper.needed ? needed[paper.needed] : sql`true`
                                   return isOfMachines(pack, paper)
                                     ? sql`(${need} and ${needed.machines})`
                                     : need
                                 }),
                                 within,
                               )})::int as need,
                               u.due
                         -- Worked out once a home, however often it is asked for.
                         offset 0) d`
}

/** The papers that are due and not there. */
export const missingBits = sql<number>`(d.need & d.due & ~d.held)`
