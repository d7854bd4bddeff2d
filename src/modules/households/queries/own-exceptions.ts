import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { ExceptionState } from '../model/register.ts'
import { exceptionLabel } from '../rules/facts.ts'

/** What the town asked for of this home under §4.4 in principle, and what became of the newest of each kind. */
export async function ownExceptions(db: ReadDb, { county, pack }: QueryContext, home: string) {
  const { rows } = await sql<{
    fact: string
    state: ExceptionState
    askedOn: Day
    on: Day | null
    /** Why it was declined, or the grant revoked. */
    why: string | null
  }>`
    select distinct on (fact) fact, state, asked_on as "askedOn", coalesce(ended_on, decided_on) as on,
           case state when 'declined' then answer when 'revoked' then end_reason end as why
      from exception_request
     where county = ${county} and home = ${home} and state <> 'taken-back' order by fact, id desc`.execute(db)
  return rows.map(({ fact, ...row }) => ({ fact, ...row, label: exceptionLabel(pack, fact) }))
}
