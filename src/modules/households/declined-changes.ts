import { sql } from 'kysely'
import type { Day } from '../../kernel/dates/day.ts'

/** For so long a declined request asks whoever may ask for a look, unless another was asked for since. */
const days = 14

/** SQL over `home_change c`: declined of late, and nothing was asked for that home since. */
export const declinedLately = ({ county, today }: { county: number; today: Day }) => sql`
  (c.state = 'declined' and c.decided_on > ${today}::date - ${days}::int
   and not exists (select 1 from home_change l
                    where l.county = ${county} and l.home = c.home and l.number > c.number))`
