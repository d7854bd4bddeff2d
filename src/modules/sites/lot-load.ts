import type { ReadDb } from '../../kernel/database/database.ts'

/** What each firm says it has on a lot, by lot; the newest counts. */
export async function crewsOf(
  db: ReadDb,
  county: number,
  lots: readonly string[],
): Promise<Map<string, { crews: number; homesPerDay: number }>> {
  if (lots.length === 0) return new Map()
  const rows = await db
    .selectFrom('lot_crews')
    .select(['lot', 'crews', 'homes_per_day as homesPerDay'])
    .where('county', '=', county)
    .where('lot', 'in', [...new Set(lots)])
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ lot, ...said }) => [lot, said]))
}
