import { sql } from 'kysely'
import { inScope, type Scope } from '../../kernel/identity/authority.ts'

/**
 * From `from` on and ending in a condition: homes `h` of a scope of which papers were asked for in a pair `p` that lies
 * across two towns, by the decision `d`. Neither town sees the pair, and each has to be told what to bring.
 */
export const papersAskedOf = ({ county, scope }: { county: number; scope: Scope }) => sql`
  from match_pair p
  join match_decision d on d.county = ${county} and d.id = p.decision
  join home h on h.county = ${county} and h.id in (p.first, p.second) and h.ended is null
  left join home o on o.county = ${county} and o.id = case when h.id = p.first then p.second else p.first end
  left join source_row e on p.earlier and e.county = ${county} and e.id = p.second
 where p.county = ${county} and p.state = 'papers' and coalesce(o.town, e.town) <> h.town
   and (p.earlier or o.ended is null)
   and ${inScope(scope, { town: sql.ref('h.town'), village: sql.ref('h.village') })}`

/** Beside it: how many files came in for `h` since they were asked for. */
export const papersBrought = (county: number) => sql<number>`(
  select count(distinct n.digest)::int from act_subject a
    join act_evidence n on n.county = ${county} and n.act = a.act and n.kind <> 'workbook'
   where a.county = ${county} and a.subject_type = 'home' and a.subject = h.id and a.act > d.act)`
