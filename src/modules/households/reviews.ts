import { sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { type Review, reviewUntil } from './rules/objection.ts'

/**
 * Of homes that somebody else's upheld objection took off their newest notice, and that have not left: until when the
 * family may have it looked at again, once, by another official (decision 0031).
 */
export async function reviewsOf(
  db: ReadDb,
  { county, pack }: Pick<QueryContext, 'county' | 'pack'>,
  homes: readonly string[],
): Promise<Map<string, Review>> {
  const { rows } = await sql<{
    home: string
    notice: string
    position: number
    answeredOn: Day
    isAsked: boolean
  }>`
    select distinct on (l.home) l.home, l.notice, l.position, upheld.on as "answeredOn",
           exists (select 1 from objection r join act raised on raised.county = ${county} and raised.id = r.act
                    where r.county = ${county} and r.notice = l.notice and r.home = l.home and r.speaker = l.home
                      and raised.recorded_at >= upheld.at) as "isAsked"
      from notice_home l
      join notice n on n.county = ${county} and n.id = l.notice
      join home h on h.county = ${county} and h.id = l.home
      join lateral (
        select max(u.answered_on) as on, max(decided.recorded_at) as at
          from objection u join act decided on decided.county = ${county} and decided.id = u.decide_act
         where u.county = ${county} and u.notice = l.notice and u.home = l.home and u.state = 'upheld'
           and u.speaker is distinct from u.home) upheld on upheld.on is not null
     where l.county = ${county} and l.home = any(${[...homes]}::uuid[]) and h.ended is null
       and l.outcome = 'returned' and l.outcome_reason = 'objection'
       and not exists (select 1 from notice_home later
                        where later.county = ${county} and later.home = l.home and later.notice > l.notice)
     order by l.home, n.opened_on desc, n.id desc`.execute(db)
  return new Map(
    rows.map(({ home, answeredOn, ...row }) => [home, { ...row, until: reviewUntil(pack, answeredOn) }]),
  )
}
