import { sql } from 'kysely'

/**
 * Of a claim on its way: homes that left since it was submitted. It goes no further with them and is returned; until
 * then every sum it is part of names them apart.
 */
export const leftHomesOf = (county: number) => sql`
  select l.claim, count(*)::int as homes, sum(l.subsidy_fen)::bigint as fen
    from claim_line l
    join home h on h.county = ${county} and h.id = l.home and h.ended is not null
    join claim c on c.county = ${county} and c.id = l.claim and c.state not in ('paid', 'returned')
   where l.county = ${county}
   group by l.claim`

export interface LeftHomes {
  leftHomes: number
  leftFen: number
}
