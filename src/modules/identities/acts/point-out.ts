import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { toScreenAgain } from '../../households/public.ts'
import { countyArea } from '../../organisations/public.ts'
import { PointOutPair } from '../model.ts'
import { checkPointed, type HomesToPoint, mayPointOut } from '../rules/pair.ts'
import { areaOfPair } from './pair-facts.ts'
import { allTold, keepTold } from './find-pairs.ts'
import { flag } from './flags.ts'
import { recallDecisions } from './settle-pairs.ts'

interface Facts extends HomesToPoint {
  area: string
}

/**
 * Puts two homes side by side that comparison did not (§4.4), or a home and a line of an earlier year's list (§4.1b): who
 * objects, or visits, may know what no record says. From then on they are a pair like others, found again by every
 * comparison, until somebody decides what they are.
 */
export const pointOutPair = defineAct({
  kind: 'pair.point-out',
  version: 1,
  input: PointOutPair,
  permission: 'pair.decide',
  clauses: ['§4.4', '§4.1b', '§3.1.3d'],
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, { county }) =>
    loadHomes(
      db,
      county,
      items.map(({ subject, input }) => ({
        home: subject,
        other: input?.other ?? null,
        earlier: input?.suspected === 'helped-before',
      })),
    ),
  place: ({ area }) => ({ area }),
  may: mayPointOut,
  check: checkPointed,
  apply: async (tx, items, context) => {
    const { county, today, actor } = context
    const effects = []
    for (const { id: act, input } of items) {
      const between = input.suspected === 'helped-before'
      const [first, second] = between ? [input.home, input.other] : [input.home, input.other].sort()
      await sql`
        insert into match_pointed (county, first, second, suspected, reason, pointed_on, pointed_by, act)
        values (${county}, ${first}, ${second}, ${input.suspected}, ${input.reason}, ${today}, ${actor.id}, ${act})
        on conflict (county, first, second) do update
           set suspected = excluded.suspected, reason = excluded.reason, pointed_on = excluded.pointed_on,
               pointed_by = excluded.pointed_by, act = excluded.act`.execute(tx)
      const homes = between ? [input.home] : [input.home, input.other]
      await keepTold(tx, context, act, allTold, { between, homes })
      await recallDecisions(tx, county, homes)
      const flagged = await flag(tx, county, homes)
      effects.push({
        touched: homes.slice(1).map((id) => ({ type: 'home', id })),
        result: { first, second, ...toScreenAgain(flagged) },
      })
    }
    return effects
  },
})

async function loadHomes(
  db: ReadDb,
  county: number,
  asked: readonly { home: string; other: string | null; earlier: boolean }[],
): Promise<(Facts | undefined)[]> {
  const { rows } = await sql<Omit<Facts, 'area'> & Parameters<typeof areaOfPair>[0] & { at: number }>`
    select w.at::int, w.other is not distinct from w.home as "isOne", f.ended is not null as "firstEnded",
           s.ended is not null as "secondEnded",
           case when w.earlier then f.line = 'heating' else coalesce(f.line = s.line, false) end as "sameLine",
           p.state as known, a.id is not null and b.id is not null and exists (
             select 1 from match_model where county = ${county} and between_lists = w.earlier) as compared,
           f.village as "firstVillage", f.town as "firstTown", coalesce(s.village, e.village) as "secondVillage",
           coalesce(s.town, e.town) as "secondTown"
      from unnest(${asked.map(({ home }) => home)}::uuid[], ${asked.map(({ other }) => other)}::uuid[],
                  ${asked.map(({ earlier }) => earlier)}::boolean[])
           with ordinality as w (home, other, earlier, at)
      join home f on f.county = ${county} and f.id = w.home
      left join home s on not w.earlier and s.county = ${county} and s.id = w.other
      left join source_row e on w.earlier and e.county = ${county} and e.id = w.other
           and e.source in (select id from source where county = ${county} and kind = 'earlier' and undone_act is null)
      left join identity a on a.county = ${county} and a.id = w.home
      left join identity b on b.county = ${county} and b.id = w.other
      left join match_pair p on p.county = ${county} and case when w.earlier then p.first = w.home and p.second = w.other
                else p.first = least(w.home, w.other) and p.second = greatest(w.home, w.other) end
     where w.other is null or s.id is not null or e.id is not null`.execute(db)
  const wide = await countyArea(db, county)
  return asked.map((_, at) => {
    const row = rows.find((each) => each.at === at + 1)
    return row && { ...row, area: areaOfPair(row, wide) }
  })
}
