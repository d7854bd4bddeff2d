import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { VillageFacts } from '../rules.ts'

/** The facts of villages by id, one query for all; a village that is not there is missing from the map. */
export async function loadVillages(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, VillageFacts>> {
  const { rows } = await sql<VillageFacts & { id: string }>`
    select v.id, v.code, v.demolition_planned as "demolitionPlanned", v.route, v.lot,
           v.building_lot as "buildingLot", n."homesInHand", n."buildingHomes", n."buildingInHand"
      from village v
     cross join lateral (
       select count(*) filter (where h.line = 'heating' and h.contractor is not null) as "homesInHand",
              count(*) filter (where h.line = 'building') as "buildingHomes",
              count(*) filter (where h.line = 'building' and h.contractor is not null) as "buildingInHand"
         from home h where h.county = ${county} and h.village = v.code and h.ended is null) n
     where v.county = ${county} and v.id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}
