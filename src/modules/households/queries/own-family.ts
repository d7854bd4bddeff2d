import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { familyPairs } from '../acts/family-kin.ts'
import { isPartlyApart } from '../rules/family.ts'
import { duplicateBits } from '../rules/groups.ts'

interface OwnFamily {
  townName: string
  villageName: string
  couple: boolean
}

/**
 * Where others of the household's registered family applied (§4.4): the village and no more. Once officials found some of
 * the listed to be no family of theirs, none is told.
 */
export async function ownFamily(db: ReadDb, county: number, home: string): Promise<OwnFamily[]> {
  const { rows: own } = await sql<{ matchFlags: number }>`
    select match_flags as "matchFlags" from home
     where county = ${county} and id = ${home} and ended is null and duplicates & ${duplicateBits.family} > 0`.execute(
    db,
  )
  if (!own[0] || isPartlyApart(own[0].matchFlags)) return []
  const others = (await familyPairs(db, county, [home])).map(({ first, second, couple }) => ({
    id: first === home ? second : first,
    couple,
  }))
  const { rows } = await sql<OwnFamily>`
    select t.name as "townName", v.name as "villageName", g.couple
      from unnest(${others.map(({ id }) => id)}::uuid[], ${others.map(({ couple }) => couple)}::boolean[]) as g (id, couple)
      join home h on h.county = ${county} and h.id = g.id
      join area t on t.county = ${county} and t.code = h.town
      join area v on v.county = ${county} and v.code = h.village
     order by g.couple desc, v.code, h.id`.execute(db)
  return rows
}
