import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import { newId } from '../../kernel/identity/id.ts'

export { countyArea } from './county-area.ts'
export { roles } from './roles.ts'

export interface OrganisationState {
  id: string
  kind: string
  name: string
}

export async function findOrganisations(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, OrganisationState>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'kind', 'name'])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The county's telephone for questions and complaints: the housing bureau's, else the government's own 12345. */
export async function supervisionTelephone(db: ReadDb, county: number): Promise<string> {
  const row = await db
    .selectFrom('organisation')
    .select('telephone')
    .where('county', '=', county)
    .where('kind', '=', 'bureau')
    .where('telephone', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.telephone ?? '12345'
}

/**
 * Accounts of homes: no password ever fits, a household enters by its letter. The sign-in name is the home's and
 * unique with it, so a home has one account however often it is asked for.
 */
export async function openHouseholdAccounts(
  tx: WriteDb,
  county: number,
  households: readonly { home: string; name: string; act: string }[],
): Promise<void> {
  const accounts = households.map((household) => ({ ...household, account: newId(), grant: newId() }))
  await sql`
    with opened as (
      insert into account (county, id, sign_in, name, home, password_hash, act)
      select ${county}, a.account, 'home:' || a.home, a.name, a.home, '', a.act
        from unnest(${accounts.map((a) => a.account)}::uuid[], ${accounts.map((a) => a.home)}::uuid[],
                    ${accounts.map((a) => a.name)}::text[], ${accounts.map((a) => a.act)}::uuid[])
             as a (account, home, name, act)
      on conflict (county, sign_in) do nothing
      returning id, home, act)
    insert into role_grant (county, account, id, role, home, act)
    select ${county}, opened.id, g.id, 'household', opened.home, opened.act
      from opened
      join unnest(${accounts.map((a) => a.account)}::uuid[], ${accounts.map((a) => a.grant)}::uuid[])
           as g (account, id) on g.account = opened.id`.execute(tx)
}
