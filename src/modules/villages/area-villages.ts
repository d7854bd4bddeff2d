import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import { levelOf } from '../../kernel/standards/area-code.ts'
import type { VillageInArea } from './rules/places.ts'

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

/** Division codes that were withdrawn: since when, and the village that took their place. */
export async function withdrawnVillages(
  db: ReadDb,
  county: number,
): Promise<Map<string, { day: string; into: VillageInArea | undefined }>> {
  const { rows } = await sql<{ old: string; day: string; into: VillageInArea | null }>`
    select w.code as old, w.valid_to as day,
           case when v.code is not null then json_build_object('code', v.code, 'name', v.name, 'kind', v.kind,
                                                               'town', t.code, 'townName', t.name) end as "into"
      from area w
      left join area v on v.county = ${county} and v.code = w.merged_into
      left join area t on t.county = ${county} and t.code = v.parent
     where w.county = ${county} and w.level = 'village' and w.valid_to is not null`.execute(db)
  return new Map(rows.map(({ old, day, into }) => [old, { day, into: into ?? undefined }]))
}

/** The towns of an area: itself, or the county's. */
export async function townsOfArea(db: ReadDb, county: number, area: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from area
     where county = ${county} and level = 'town' and valid_to is null
       and (code = ${area} or parent = ${area}) order by code`.execute(db)
  return rows.map(({ code }) => code)
}
