import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { covers, inScope } from '../../../kernel/identity/authority.ts'
import { FindVisits, type Found } from '../model.ts'
import type { Reason } from '../rules/reasons.ts'
import type { VisitWay } from '../rules/suspicion.ts'
import { isOpen } from '../rules/visits.ts'

interface VisitRow {
  id: string
  season: string
  seasonName: string
  home: string
  town: string
  townName: string
  village: string
  villageName: string
  sequence: number
  householder: string
  drawnOn: string
  found: Found | null
  visitedOn: string | null
  visitedBy: string | null
  note: Buffer | null
  way: VisitWay
  probability: number | null
  low: number | null
  high: number | null
  reasons: Reason[] | null
}

const isOpenVisit = sql<boolean>`(v.found is null or v.found = 'not-met')`

/**
 * Visits of one's own area. How a home came onto the list, and what its meter says of coal, is the bureau's: whoever
 * goes there is to see what is there and not what is expected, for what is found re-weighs the evidence.
 */
export async function findVisits(
  db: ReadDb,
  { county, scope, scopeFor, keys }: Pick<QueryContext, 'county' | 'scope' | 'scopeFor' | 'keys'>,
  { season, state, found, town, search }: z.output<typeof FindVisits>,
  part: { limit: number; offset: number; visit?: string },
) {
  const among = sql`
    from season_visit v
    join visit_draw d on d.county = ${county} and d.id = v.draw
    join season z on z.county = ${county} and z.id = v.season
    join home h on h.county = ${county} and h.id = v.home
    join area t on t.county = ${county} and t.code = h.town
    join area w on w.county = ${county} and w.code = h.village
   where v.county = ${county} and ${inScope(scope, { town: sql.ref('h.town'), village: sql.ref('h.village') })}
     and (${part.visit ?? null}::uuid is null or v.id = ${part.visit ?? null})
     and (${season ?? null}::uuid is null or v.season = ${season ?? null})
     and (${state ?? null}::text is null or (${state ?? null}::text = 'open') = ${isOpenVisit})
     and (${found ?? null}::text is null or v.found = ${found ?? null})
     and (${town ?? null}::text is null or h.town = ${town ?? null})
     and (${search ?? null}::text is null or h.householder like ${`%${search ?? ''}%`})`
  const { rows } = await sql<VisitRow>`
    select v.id, v.season, z.name as "seasonName", v.home, h.town, t.name as "townName", h.village,
           w.name as "villageName", h.sequence, h.householder, d.drawn_on as "drawnOn", v.found,
           v.visited_on as "visitedOn", v.note, v.way,
           (select p.name from account p where p.county = ${county} and p.id = v.visited_by) as "visitedBy",
           s.probability, s.low, s.high, s.reasons
      from (select v.id as visit ${among} order by z.starts_on desc, h.village, h.sequence, v.id
             limit ${part.limit} offset ${part.offset}) page
      join season_visit v on v.county = ${county} and v.id = page.visit
      join visit_draw d on d.county = ${county} and d.id = v.draw
      join season z on z.county = ${county} and z.id = v.season
      join home h on h.county = ${county} and h.id = v.home
      join area t on t.county = ${county} and t.code = h.town
      join area w on w.county = ${county} and w.code = h.village
      left join season_home s on s.county = ${county} and s.home = v.home
            and s.analysis = (select a.id from season_analysis a
                               where a.county = ${county} and a.season = v.season order by a.number desc limit 1)
     order by z.starts_on desc, h.village, h.sequence, v.id`.execute(db)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${among}`.execute(db)
  const seesScores = scopeFor('suspicion.read')
  return {
    rows: rows.map(({ note, way, probability, low, high, reasons, ...row }) => ({
      ...row,
      isOpen: isOpen(row.found),
      note: note && openField(keys, county, 'season_visit.note', note),
      suspicion:
        covers(seesScores, { area: row.village }) && probability !== null
          ? { way, probability, low: low ?? 0, high: high ?? 1, reasons: reasons ?? [] }
          : null,
    })),
    total: counted[0]?.total ?? 0,
  }
}

export const visitList = defineQuery({
  name: 'visits.list',
  input: FindVisits.extend({
    page: z.int().min(0).max(100_000).default(0),
    pageSize: z.int().min(1).max(200).default(50),
  }),
  permission: 'visits.read',
  run: async (db, { page, pageSize, ...asked }, context) => ({
    ...(await findVisits(db, context, asked, { limit: pageSize, offset: page * pageSize })),
    pageSize,
  }),
})

export const visitPage = defineQuery({
  name: 'visits.page',
  input: z.object({ visit: z.uuid() }),
  permission: 'visits.read',
  run: async (db, { visit }, context) => {
    const { rows } = await findVisits(db, context, {}, { limit: 1, offset: 0, visit })
    const [found] = rows
    if (!found) throw new NotFound()
    return found
  },
})
