import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'

export interface SeasonState {
  id: string
  name: string
  starts_on: Day
  ends_on: Day
  fund: string | null
}

export async function findSeasons(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, SeasonState>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('season')
    .select(['id', 'name', 'starts_on', 'ends_on', 'fund'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
