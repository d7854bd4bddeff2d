import { sql } from 'kysely'
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
  return (
    row && { ...actorOf(county, row), grants: (await grantsOfAll(db, county, [account])).get(account) ?? [] }
  )
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

/** What each of these accounts may do; those with nothing are left out. */
export async function grantsOfAll(
  db: ReadDb,
  county: number,
  accounts: readonly string[],
): Promise<Map<string, Grant[]>> {
  const rows = await db
    .selectFrom('role_grant')
    .select(['account', 'role', 'area', 'organisation', 'home'])
    .where('county', '=', county)
    .where('account', '=', sql<string>`any(${[...accounts]}::uuid[])`)
    .execute()
  const grants = new Map<string, Grant[]>(rows.map(({ account }) => [account, []]))
  for (const row of rows)
    grants.get(row.account)?.push({
      role: row.role,
      ...(row.area ? { area: row.area } : {}),
      ...(row.organisation ? { organisation: row.organisation } : {}),
      ...(row.home ? { home: row.home } : {}),
    })
  return grants
}
