import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { drawMethod } from '../../acceptance/rules/draw.ts'
import { countyArea } from '../../organisations/public.ts'
import { findSeasons } from '../../subsidies/public.ts'
import { DrawVisits } from '../model.ts'
import { byLotName, listOfVisits, mayDrawVisits } from '../rules/visits.ts'
import { homesToVisit, latestAnalysis } from '../visits.ts'

/** §4.3: whom to visit next. The list asks for visits and refuses nobody anything. */
export const drawVisits = defineAct({
  kind: 'visits.draw',
  oneAtATime: true,
  version: 1,
  input: DrawVisits,
  permission: 'visits.draw',
  clauses: ['§4.3', '§3.3.2b'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const seasons = await findSeasons(
      db,
      county,
      items.map((item) => item.subject),
    )
    const facts = []
    for (const { subject } of items) {
      const season = seasons.get(subject)
      if (!season) {
        facts.push(undefined)
        continue
      }
      const analysis = await latestAnalysis(db, county, season.id)
      const { rows } = analysis
        ? await sql<{
            open: number
          }>`select count(*)::int as open from ${homesToVisit(county, season, analysis.id)}`.execute(db)
        : { rows: [] }
      facts.push({ area, season, analysis, open: rows[0]?.open ?? 0 })
    }
    return facts
  },
  place: (facts) => ({ area: facts.area }),
  may: ({ analysis, open }) => mayDrawVisits({ analysed: analysis !== undefined, open }),
  apply: async (tx, items, { county, today, actor, pack, random }) => {
    const effects = []
    for (const { id, input, facts } of items) {
      const { season, analysis } = facts
      if (!analysis) throw new Error('Visits were drawn without an analysis.')
      const { rows } = await sql<{ home: string; score: number }>`
        select s.home, s.score from ${homesToVisit(county, season, analysis.id)}`.execute(tx)
      // Nobody can have known it: it is made as the list is.
      const seed = random()
      const percent = amount(pack, byLotName, today)
      const list = listOfVisits(rows, input.count, percent, seed)
      const lots = list.filter(({ way }) => way === 'random').length
      await tx
        .insertInto('visit_draw')
        .values({
          county,
          id,
          season: season.id,
          analysis: analysis.id,
          seed,
          method: drawMethod,
          by_lot_percent: percent,
          frame_size: rows.length,
          size: list.length,
          drawn_on: today,
          drawn_by: actor.id,
        })
        .execute()
      await sql`
        insert into season_visit (county, id, draw, season, home, way)
        select ${county}, v.id, ${id}, ${season.id}, v.home, v.way
          from unnest(${list.map(() => newId())}::uuid[], ${list.map(({ home }) => home)}::uuid[],
                      ${list.map(({ way }) => way)}::text[]) as v (id, home, way)`.execute(tx)
      effects.push({ result: { visits: list.length, byLot: lots, byScore: list.length - lots } })
    }
    return effects
  },
})
