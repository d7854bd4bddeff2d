import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { SeasonState } from '../subsidies/public.ts'
import type { Found } from './model.ts'
import { isCoalFound } from './rules/visits.ts'

/** The newest analysis of a season. */
export const latestAnalysis = (db: ReadDb, county: number, season: string) =>
  db
    .selectFrom('season_analysis')
    .select(['id', 'number', 'to_on'])
    .where('county', '=', county)
    .where('season', '=', season)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Converted homes of an analysis that are on no list of this season yet. */
export const homesToVisit = (county: number, season: SeasonState, analysis: string) => sql`
  season_home s join home h on h.county = ${county} and h.id = s.home
   where s.county = ${county} and s.analysis = ${analysis} and h.line = 'heating' and h.ended is null
     and h.accepted_on <= ${season.ends_on}
     and not exists (select 1 from season_visit v
                      where v.county = ${county} and v.season = ${season.id} and v.home = s.home)`

export interface VisitFound {
  visit: string
  home: string
  isCoal: boolean
}

/** What visits of a season have taught so far. */
export async function findingsOf(db: ReadDb, county: number, season: string): Promise<VisitFound[]> {
  const rows = await db
    .selectFrom('season_visit')
    .select(['id', 'home', 'found'])
    .where('county', '=', county)
    .where('season', '=', season)
    .where('found', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, home, found }) => {
    const isCoal = isCoalFound(found as Found)
    return isCoal === undefined ? [] : [{ visit: id, home, isCoal }]
  })
}
