import type { ReadDb } from '../database/database.ts'
import type { Actor, Grant } from './authority.ts'

/** A person with what they may do now; undefined where there is no such account or it is disabled. */
export async function loadActor(db: ReadDb, county: number, account: string): Promise<Actor | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'name', 'organisation', 'home'])
    .where('county', '=', county)
    .where('id', '=', account)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return row && { ...actorOf(county, row), grants: await grantsOf(db, county, account) }
}

/** An account row as the person it is. */
export const actorOf = (
  county: number,
  row: { id: string; name: string; organisation: string | null; home: string | null },
): Omit<Actor, 'grants'> => ({
  id: row.id,
  county,
  name: row.name,
  ...(row.organisation ? { organisation: row.organisation } : {}),
  ...(row.home ? { home: row.home } : {}),
})

export async function grantsOf(db: ReadDb, county: number, account: string): Promise<Grant[]> {
  const rows = await db
    .selectFrom('role_grant')
    .select(['role', 'area', 'organisation', 'home'])
    .where('county', '=', county)
    .where('account', '=', account)
    .execute()
  return rows.map((row) => ({
    role: row.role,
    ...(row.area ? { area: row.area } : {}),
    ...(row.organisation ? { organisation: row.organisation } : {}),
    ...(row.home ? { home: row.home } : {}),
  }))
}
