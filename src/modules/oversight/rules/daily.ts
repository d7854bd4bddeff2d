import { addDays, type Day } from '../../../kernel/dates/day.ts'
import { type Pack, targetOf } from '../../../kernel/pack/pack.ts'
import type { AreaKind, Line } from './funnel.ts'

export const dailyStages = ['confirmed', 'installed', 'accepted'] as const
export type DailyStage = (typeof dailyStages)[number]

/** Homes that came to a stage on one day. */
export interface DailyCount {
  line: Line
  areaKind: AreaKind
  stage: DailyStage
  day: Day
  homes: number
}

export type Daily = readonly { day: Day; homes: number }[]

/** What came to a stage day by day in one of the pack's lines of work; days without any are left out. */
export function dailyOf(
  pack: Pack,
  counts: readonly DailyCount[],
  packLine: string,
  stage: DailyStage,
): Daily {
  const byDay = new Map<Day, number>()
  for (const count of counts)
    if (count.stage === stage && targetOf(pack, count.line, count.areaKind)?.line === packLine)
      byDay.set(count.day, (byDay.get(count.day) ?? 0) + count.homes)
  return [...byDay].map(([day, homes]) => ({ day, homes })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The sum up to and including each day on which something came in. */
export function cumulative(daily: Daily): Daily {
  let total = 0
  return daily.map(({ day, homes }) => ({ day, homes: (total += homes) }))
}

export const inLastSevenDays = (daily: Daily, today: Day): number =>
  daily.reduce((sum, { day, homes }) => (day > addDays(today, -7) && day <= today ? sum + homes : sum), 0)
