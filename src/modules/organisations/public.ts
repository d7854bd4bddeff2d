import type { ReadDb } from '../../kernel/database/database.ts'

export { countyArea } from './county-area.ts'

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
