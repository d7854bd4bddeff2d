import type { Day } from '../../kernel/dates/day.ts'
import { amount, milestoneDay, type Pack } from '../../kernel/pack/pack.ts'

/** By when all homes of the heating line are to be fitted (§3.2.0). */
export function deadlineOf(pack: Pack): Day {
  const milestone = pack.milestones.find(({ line, counts }) => line === 'heating' && counts === 'installed')
  if (!milestone) throw new Error(`Pack ${pack.id} has no milestone for homes fitted.`)
  return milestoneDay(pack, milestone)
}

export const paceDaysOf = (pack: Pack, today: Day): number => amount(pack, 'schedule.paceDays', today)
