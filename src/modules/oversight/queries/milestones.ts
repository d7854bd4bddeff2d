import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { milestoneDay, type Pack } from '../../../kernel/pack/pack.ts'
import { type DailyCount, dailyOf, type DailyStage, dailyStages, inLastSevenDays } from '../rules/daily.ts'
import { type FunnelGroup, reachedInLine } from '../rules/funnel.ts'
import { type Pace, standingOf } from '../rules/milestones.ts'
import { type Extent, isWholeCounty } from './extent.ts'
import type { Tally } from './tally.ts'

type Milestone = Pack['milestones'][number]

/** The pack's milestones in the order of their days: how many days are left, how much is done, at what pace. */
export async function milestonesOf(
  db: ReadDb,
  extent: Extent,
  groups: readonly FunnelGroup[],
  { daily, accepted, read }: Tally,
) {
  const { pack, today } = extent.context
  const others = { ...(await countLots(db, extent)), accepted, read }
  const isWhole = isWholeCounty(extent)
  const has = (line: string) => isWhole || groups.some(({ target }) => target?.line === line)
  return pack.milestones
    .filter(({ line }) => has(line))
    .map((milestone) => {
      const day = milestoneDay(pack, milestone)
      const line = pack.lines.find(({ id }) => id === milestone.line)
      const pace =
        countApart(milestone, others, isWhole) ?? countHomes(milestone, extent, groups, daily, line)
      return {
        ...{ id: milestone.id, label: milestone.label, clauses: milestone.clauses, day },
        status: milestone.status,
        lineLabel: line?.label ?? null,
        counts: milestone.counts ?? null,
        /** Null where lots are counted, which belong to no line. */
        unitLabel: milestone.counts === 'lots-awarded' ? null : (line?.unitLabel ?? null),
        done: pace?.done ?? null,
        of: pace?.of ?? null,
        ...standingOf(day, today, pace),
      }
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/**
 * The whole county is measured against its targets, a part of it against the homes confirmed there, since the plan
 * gives no part a target of its own. Days are kept of homes: a line in square metres has no pace.
 */
function countHomes(
  { counts, line: id }: Milestone,
  extent: Extent,
  groups: readonly FunnelGroup[],
  daily: readonly DailyCount[],
  line: Pack['lines'][number] | undefined,
): Pace | null {
  if (!counts || counts === 'lots-awarded') return null
  const { pack, today } = extent.context
  const stage = dailyStages.find((each): each is DailyStage => each === counts)
  return {
    done: reachedInLine(groups, id, counts),
    of: isWholeCounty(extent) ? (line?.total ?? null) : reachedInLine(groups, id, 'confirmed'),
    lastSevenDays:
      stage && line?.unit !== 'm2' ? inLastSevenDays(dailyOf(pack, daily, id, stage), today) : null,
  }
}

/** Lots belong to no area, so that only the whole county can say how many are awarded. */
function countApart({ counts }: Milestone, others: Others, isWhole: boolean): Pace | null {
  if (counts === 'lots-awarded' && isWhole)
    return { done: others.awarded, of: others.lots, lastSevenDays: null }
  if (counts === 'usage-read') return { done: others.read, of: others.accepted, lastSevenDays: null }
  return null
}

interface Others {
  lots: number
  awarded: number
  accepted: number
  read: number
}

/** What milestones count besides homes along the road: lots awarded (§3.2.0). */
async function countLots(db: ReadDb, extent: Extent): Promise<{ lots: number; awarded: number }> {
  const { rows } = await sql<{ lots: number; awarded: number }>`
    select count(*) as lots, count(awarded_on) as awarded
      from lot where county = ${extent.context.county}`.execute(db)
  return rows[0] ?? { lots: 0, awarded: 0 }
}
