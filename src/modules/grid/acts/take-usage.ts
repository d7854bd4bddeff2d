import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { amount, hasParameter, type Pack } from '../../../kernel/pack/pack.ts'
import { countyArea } from '../../organisations/public.ts'
import { mayCount } from '../../subsidies/rules.ts'
import { type AnalysedUse, findSeasons, type SeasonState, takeUsage } from '../../subsidies/public.ts'
import { TakeUsage } from '../model.ts'
import { mayTake, mostAllocatedName, whyLeftOut } from '../rules/may-take.ts'

/** What the latest analysis of the whole season says of the converted homes that have no electricity counted yet. */
async function untaken(db: ReadDb, county: number, season: SeasonState) {
  const analysis = await db
    .selectFrom('season_analysis')
    .select(['id', 'number', 'to_on'])
    .where('county', '=', county)
    .where('season', '=', season.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  // An analysis made in the middle of a season counts a part of it.
  if (!analysis || analysis.to_on !== season.ends_on) return { analysis: undefined, homes: [] }
  const { rows } = await sql<AnalysedUse & { flags: number; allocated: number }>`
    select s.home, s.account_number as "accountNumber", s.centi_kwh as "usedCentiKwh",
           s.lower_centi_kwh as "lowerCentiKwh", s.upper_centi_kwh as "upperCentiKwh", s.flags, s.allocated
      from season_home s
      join home h on h.county = ${county} and h.id = s.home
     where s.county = ${county} and s.analysis = ${analysis.id} and h.line = 'heating' and h.ended is null
       and h.accepted_on <= ${season.ends_on}
       and not exists (select 1 from usage_reading u
                        where u.county = ${county} and u.season = ${season.id} and u.home = s.home)
     order by s.home`.execute(db)
  return { analysis, homes: rows }
}

/** What may be taken without asking anybody; without a share in the pack, nothing that is not read. */
const mostAllocated = (pack: Pack, { ends_on }: SeasonState): number => {
  const day = ends_on < pack.validFrom ? pack.validFrom : ends_on
  return hasParameter(pack, mostAllocatedName, day) ? amount(pack, mostAllocatedName, day) : 0
}

/** §4.3: the season's electricity out of the analysis, for homes whose readings vouch for it. */
export const takeSeasonUsage = defineAct({
  kind: 'usage.take',
  oneAtATime: true,
  version: 1,
  input: TakeUsage,
  permission: 'usage.take',
  clauses: ['§4.3', '§A.21'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county, pack }) => {
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
      const { analysis, homes } = await untaken(db, county, season)
      const percent = mostAllocated(pack, season)
      const vouched = homes.filter((home) => whyLeftOut(home, percent).length === 0)
      facts.push({ area, season, analysis, homes: vouched, leftOut: homes.length - vouched.length })
    }
    return facts
  },
  place: (facts) => ({ area: facts.area }),
  may: ({ season, analysis, homes }, { today }) => [
    ...mayCount({ endsOn: season.ends_on }, today),
    ...mayTake({ analysed: analysis !== undefined, homes: homes.length }),
  ],
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id, facts } of items) {
      const { season, analysis, homes, leftOut } = facts
      if (!analysis) throw new Error('Electricity was taken without an analysis.')
      context.progress(0.4, 'progress.recording')
      await takeUsage(
        tx,
        context,
        { act: id, season: season.id, analysis: analysis.id, number: analysis.number },
        homes,
      )
      effects.push({
        touched: homes.map(({ home }) => ({ type: 'home', id: home })),
        result: { homes: homes.length, leftOut },
      })
    }
    return effects
  },
})
