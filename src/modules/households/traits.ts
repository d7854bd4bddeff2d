import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { HomeTraits } from '../../kernel/pack/reckon.ts'

/** What a county's subsidies may ask of homes beside what was built and used: area heated, hardship, route (§4.2, §4.3). */
export async function traitsOf(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, HomeTraits>> {
  const { rows } = await sql<Required<HomeTraits> & { id: string }>`
    select h.id, (h.heating_area_m2 * 100)::bigint as "centiM2", h.hardship, v.route
      from home h left join village v on v.county = ${county} and v.code = h.village
     where h.county = ${county} and h.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...traits }) => [id, traits]))
}
