import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { LotLine } from '../suppliers/public.ts'
import { type SampleLevel, sampleLevels } from './model.ts'
import type { SampleCounts } from './rules/samples.ts'

/** Accepted by the supervisor, paid for or not: what a draw is made from (§3.3.4). */
export const toDrawFrom = sql`h.ended is null and h.stage in ('inspected', 'accepted', 'settled', 'subsidised')`

export interface VillageCounts extends SampleCounts {
  /** 12 digits. */
  village: string
  line: LotLine
  level: SampleLevel
  draws: number
  /** Of the latest draw; numbers from before lines were told apart may have gaps. */
  lastNumber: number
}

/** Whether draw `d` is of the line: its own, or drawn with homes of both before lines were told apart (§1.2). */
export const isOfLine = (county: number, line: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  (d.line = ${line} or exists (
     select 1 from sample_home e
       join home x on x.county = ${county} and x.id = e.home and x.line = ${line}
      where e.county = ${county} and e.draw = d.id))`

/** The lines of work of villages `h.village` a condition names, at both levels, as far as there is anything to draw or drawn. */
export async function sampleCounts(
  db: ReadDb,
  county: number,
  where: RawBuilder<unknown>,
): Promise<VillageCounts[]> {
  const { rows } = await sql<VillageCounts>`
    select h.village, h.line, l.level,
           count(*)::int as accepted,
           count(*) filter (where s.home is null)::int as undrawn,
           count(s.home)::int as drawn,
           count(*) filter (where s.passed)::int as passed,
           count(*) filter (where not s.passed)::int as failed,
           (select count(*) from sample_draw d where d.county = ${county} and d.code = h.village and d.level = l.level
               and d.line = h.line and d.cause = 'failure')::int as failures,
           (select count(*) from sample_draw d where d.county = ${county} and d.code = h.village
               and d.level = l.level and ${isOfLine(county, sql.ref('h.line'))})::int as draws,
           (select coalesce(max(d.number), 0) from sample_draw d
             where d.county = ${county} and d.code = h.village and d.level = l.level
               and d.line = h.line)::int as "lastNumber"
      from home h
     cross join unnest(${[...sampleLevels]}::text[]) l (level)
      left join sample_home s on s.county = ${county} and s.home = h.id and s.level = l.level
     where h.county = ${county} and h.ended is null and ((${toDrawFrom}) or s.home is not null) and ${where}
     group by h.village, h.line, l.level
     order by h.village, h.line desc, l.level`.execute(db)
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
