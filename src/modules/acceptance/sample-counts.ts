import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import { type SampleLevel, sampleLevels } from './model.ts'
import type { SampleCounts } from './rules/samples.ts'

/** Accepted by the supervisor, paid for or not: what a draw is made from (§3.3.4). */
export const toDrawFrom = sql`h.ended is null and h.stage in ('inspected', 'accepted', 'settled', 'subsidised')`

export interface VillageCounts extends SampleCounts {
  /** 12 digits. */
  village: string
  level: SampleLevel
  draws: number
}

/** The villages `h.village` a condition names, at both levels, as far as there is anything to draw or drawn. */
export async function sampleCounts(
  db: ReadDb,
  county: number,
  where: RawBuilder<unknown>,
): Promise<VillageCounts[]> {
  const { rows } = await sql<VillageCounts>`
    select h.village, l.level,
           count(*)::int as accepted,
           count(*) filter (where s.home is null)::int as undrawn,
           count(s.home)::int as drawn,
           count(*) filter (where s.passed)::int as passed,
           count(*) filter (where not s.passed)::int as failed,
           (select count(*) from sample_draw d where d.county = ${county} and d.code = h.village and d.level = l.level
               and d.cause = 'failure')::int as failures,
           (select count(*) from sample_draw d where d.county = ${county} and d.code = h.village
               and d.level = l.level)::int as draws
      from home h
     cross join unnest(${[...sampleLevels]}::text[]) l (level)
      left join sample_home s on s.county = ${county} and s.home = h.id and s.level = l.level
     where h.county = ${county} and h.ended is null and ((${toDrawFrom}) or s.home is not null) and ${where}
     group by h.village, l.level
     order by h.village, l.level`.execute(db)
  return rows
}

export const noHomes: SampleCounts = {
  accepted: 0,
  undrawn: 0,
  drawn: 0,
  passed: 0,
  failed: 0,
  failures: 0,
}
