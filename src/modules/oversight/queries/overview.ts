import { sql } from 'kysely'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { covers, inScope } from '../../../kernel/identity/authority.ts'
import { milestoneDay } from '../../../kernel/pack/pack.ts'
import { OverviewOf } from '../model.ts'
import { cumulative, type DailyStage, dailyOf } from '../rules/daily.ts'
import { type FunnelGroup, funnelOf, placeAreas, placeCounts } from '../rules/funnel.ts'
import { type Extent, isWholeCounty } from './extent.ts'
import { milestonesOf } from './milestones.ts'
import { tallyOf } from './tally.ts'

/** The line of work whose days are drawn: the programme's own, the other one follows it. */
const drawnLine = 'heating'

/** The programme on one page: the road against the targets, the places, the days (§1.1, §1.2, §3.2.0, §3.2.1). */
export const overviewPage = defineQuery({
  name: 'overview.page',
  input: OverviewOf,
  permission: 'overview.read',
  run: async (db, { town, village }, context) => {
    const { scope, pack, today } = context
    for (const area of [town, village]) if (area && !covers(scope, { area })) throw new NotFound()
    const extent: Extent = { context, town, village }
    const isWhole = isWholeCounty(extent)
    const places = await listPlaces(db, extent)
    const tally = await tallyOf(db, extent)
    const { counts, daily } = tally
    const groups = funnelOf(pack, counts).filter((group) => isWhole || hasHomes(group))
    const burnt = (stage: DailyStage) => cumulative(dailyOf(pack, daily, drawnLine, stage))
    return {
      today,
      /** The targets are the county's: a part of it is not measured against them. */
      isWhole,
      /** What `places` are. */
      level: isWhole ? ('town' as const) : ('village' as const),
      of: await areaNamed(db, context, village ?? town),
      groups: groups.map((group) => {
        const line = pack.lines.find(({ id }) => id === group.target?.line)
        return {
          ...group,
          lineLabel: line?.label ?? null,
          unitLabel: line?.unitLabel ?? null,
          label: group.target?.label ?? null,
          target: isWhole ? group.target : null,
        }
      }),
      areaUnit: pack.lines.find(({ unit }) => unit === 'm2')?.unitLabel ?? null,
      places: places.map(({ code, name }) => ({
        code,
        name,
        heating: placeCounts(counts, code, 'heating'),
        building: placeCounts(counts, code, 'building'),
        /** Of the building line as far as the pack counts it in area (§1.2). */
        buildingArea: placeAreas(pack, counts, code, 'building'),
      })),
      milestones: await milestonesOf(db, extent, groups, tally),
      burnUp: {
        done: { confirmed: burnt('confirmed'), installed: burnt('installed'), accepted: burnt('accepted') },
        schedule: isWhole ? scheduleOf(context) : [],
      },
    }
  },
})

/** A part of the county need not have homes of every line. */
const hasHomes = ({ steps, ended }: FunnelGroup): boolean =>
  [...steps.map(({ homes }) => homes), ...Object.values(ended)].some((homes) => homes > 0)

/**
 * The backward schedule: for each milestone of the line that homes must reach, an even pace from the milestone before
 * them all to its own day, where the whole target has to stand (§3.2.1).
 */
function scheduleOf({ pack }: QueryContext) {
  const target = pack.lines.find(({ id }) => id === drawnLine)?.total
  if (target === undefined) return []
  const days = pack.milestones
    .filter(({ line }) => line === drawnLine)
    .map((milestone) => ({ milestone, day: milestoneDay(pack, milestone) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  const first = days.find(({ milestone }) => milestone.counts === 'lots-awarded')?.day ?? pack.validFrom
  return (['installed', 'accepted'] as const).flatMap((stage) => {
    const found = days.find(({ milestone }) => milestone.counts === stage)
    return found ? [{ stage, from: first, to: found.day, target, label: found.milestone.label }] : []
  })
}

async function areaNamed(db: ReadDb, { county }: QueryContext, code: string | undefined) {
  if (!code) return null
  const row = await db
    .selectFrom('area')
    .select(['code', 'name', 'level', 'parent'])
    .where('county', '=', county)
    .where('code', '=', code)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** The towns of the county, or the villages of what is looked at, those without homes too. */
async function listPlaces(db: ReadDb, extent: Extent): Promise<{ code: string; name: string }[]> {
  const { context, town, village } = extent
  const level = isWholeCounty(extent) ? 'town' : 'village'
  const { rows } = await sql<{ code: string; name: string }>`
    select a.code, a.name from area a
     where a.county = ${context.county} and a.level = ${level} and a.valid_to is null
       and ${inScope(context.scope, { town: sql`left(a.code, 9) || '000'`, village: sql.ref('a.code') })}
       ${town ? sql`and a.parent = ${town}` : sql``} ${village ? sql`and a.code = ${village}` : sql``}
     order by a.code`.execute(db)
  return rows
}
