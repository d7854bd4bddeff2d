import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'

/** The adoption whose pack is in force on a day: the newest of those begun by then. */
export async function adoptionOn(
  db: ReadDb,
  county: number,
  day: Day,
): Promise<{ adoption: string; digest: string } | undefined> {
  const { rows } = await sql<{ adoption: string; digest: string }>`
    select a.id as adoption, p.digest
      from pack_adoption a join policy_pack p on p.county = ${county} and p.id = a.pack
     where a.county = ${county} and a.in_force_from <= ${day}::date and a.called_off_act is null
     order by a.in_force_from desc, a.id desc limit 1`.execute(db)
  return rows[0]
}
