import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'

export interface FirmPerson {
  id: string
  name: string
  firm: string
}

/** Who may be named to watch a village: the firms' people who still hold the supervisor's role. */
export async function supervisorsOf(
  db: ReadDb,
  county: number,
  firms: readonly string[],
): Promise<FirmPerson[]> {
  const { rows } = await sql<FirmPerson>`
    select distinct p.id, p.name, p.organisation as firm
      from account p
      join role_grant g on g.county = ${county} and g.account = p.id and g.role = 'supervisor'
                       and g.organisation = p.organisation
     where p.county = ${county} and p.disabled_at is null and p.organisation = any(${[...firms]}::uuid[])
     order by p.name, p.id`.execute(db)
  return rows
}
