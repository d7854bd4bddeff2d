import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Limits } from './rules/judge.ts'
import type { Coordinates } from './rules/places.ts'

/**
 * Where the homes of these villages are: the middle of the photographs of each home's first act whose position is
 * usable and stands undoubted. Homes without one are missing. `without` are acts not counted yet.
 */
export async function homePlaces(
  db: ReadDb,
  county: number,
  villages: readonly string[],
  { leastAccuracyM, worstAccuracyM }: Pick<Limits, 'leastAccuracyM' | 'worstAccuracyM'>,
  without: readonly string[] = [],
): Promise<Map<string, Map<string, Coordinates>>> {
  if (villages.length === 0) return new Map()
  const { rows } = await sql<Coordinates & { village: string; home: string }>`
    select distinct on (h.id) h.village, h.id as home,
           percentile_cont(0.5) within group (order by t.latitude) as latitude,
           percentile_cont(0.5) within group (order by t.longitude) as longitude
      from home h
      join act_subject s on s.county = ${county} and s.subject_type = 'home' and s.subject = h.id
      join evidence_taken t on t.county = ${county} and t.act = s.act
      join act a on a.county = ${county} and a.id = t.act
     where h.county = ${county} and h.village = any(${[...villages]}::text[])
       and t.accuracy_m between ${leastAccuracyM} and ${worstAccuracyM}
       and t.act <> all(${[...without]}::uuid[])
       and not exists (select 1 from evidence_pending p where p.county = ${county} and p.act = t.act)
       and not exists (select 1 from doubt d
                        where d.county = ${county} and d.about = t.act and d.state <> 'cleared'
                          and d.kind in ('position-suspect', 'file-contradicts', 'position-far'))
     group by h.village, h.id, a.recorded_at, a.id
     order by h.id, a.recorded_at, a.id`.execute(db)
  const places = new Map<string, Map<string, Coordinates>>()
  for (const { village, home, latitude, longitude } of rows) {
    const homes = places.get(village) ?? new Map<string, Coordinates>()
    homes.set(home, { latitude, longitude })
    places.set(village, homes)
  }
  return places
}
