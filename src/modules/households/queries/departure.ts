import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { type LeavingKind, leavingKinds } from '../model/change.ts'

export interface Departure {
  change: string
  number: number
  kind: LeavingKind
  on: Day
}

/** By which approved change a home left the locked register; undefined where it is in, or ended another way. */
export async function departureOf(db: ReadDb, county: number, home: string): Promise<Departure | undefined> {
  const { rows } = await sql<Departure>`
    select c.id as change, c.number, c.kind, c.decided_on as on
      from home_change c join home h on h.county = ${county} and h.id = c.home
     where c.county = ${county} and c.home = ${home} and h.ended in ('withdrawn', 'refused')
       and c.state = 'approved' and c.kind = any(${[...leavingKinds]}::text[])
     order by c.number desc limit 1`.execute(db)
  return rows[0]
}
