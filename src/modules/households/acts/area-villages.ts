import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { levelOf } from '../../../kernel/standards/area-code.ts'
import type { VillageInArea } from '../rules/places.ts'

/** The villages of a town, or of the county where `area` is the county's code; undefined where there is no such area. */
export async function villagesOfArea(
  db: ReadDb,
  county: number,
  area: string,
): Promise<{ name: string; isOneTown: boolean; villages: VillageInArea[] } | undefined> {
  const level = levelOf(area)
  const within =
    level === 'county' ? sql`` : level === 'town' ? sql`and v.parent = ${area}` : sql`and v.code = ${area}`
  const { rows: found } = await sql<{ name: string }>`
    select name from area where county = ${county} and code = ${area}`.execute(db)
  const [own] = found
  if (!own) return undefined
  const { rows } = await sql<VillageInArea>`
    select v.code, v.name, v.kind, t.code as town, t.name as "townName"
      from area v join area t on t.county = ${county} and t.code = v.parent
     where v.county = ${county} and v.level = 'village' and v.valid_to is null ${within}
     order by v.code`.execute(db)
  return { name: own.name, isOneTown: level !== 'county', villages: rows }
}
