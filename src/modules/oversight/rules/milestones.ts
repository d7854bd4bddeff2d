import { type Day, daysBetween } from '../../../kernel/dates/day.ts'

export interface Pace {
  done: number
  /** Null where nothing says how much it should be. */
  of: number | null
  /** Done in the last seven days, today included; null where no day is kept for it. */
  lastSevenDays: number | null
}

export interface Standing {
  /** Negative once the day is past. */
  daysLeft: number
  /**
   * `reached`, or `late`: the day is past and something is missing; `slow`: at the present pace it will be; `open`:
   * something is missing and no pace is known. Where there is nothing to be done nothing is measured.
   */
  state: 'reached' | 'late' | 'slow' | 'on-the-way' | 'open' | 'unmeasured'
  /** To make it by the day, today included; null where it is reached, past, or not measured. */
  neededPerDay: number | null
  /** The mean of the last seven days. */
  recentPerDay: number | null
}

/** Where a milestone stands on a day (§3.2.0, §3.2.1): worked backward from its day, against the pace of the last week. */
export function standingOf(day: Day, today: Day, pace: Pace | null): Standing {
  const daysLeft = daysBetween(today, day)
  if (!pace || !pace.of) return { daysLeft, state: 'unmeasured', neededPerDay: null, recentPerDay: null }
  const recentPerDay = pace.lastSevenDays === null ? null : Math.round((pace.lastSevenDays / 7) * 10) / 10
  const missing = Math.max(0, pace.of - pace.done)
  if (missing === 0) return { daysLeft, state: 'reached', neededPerDay: null, recentPerDay }
  if (daysLeft < 0) return { daysLeft, state: 'late', neededPerDay: null, recentPerDay }
  const neededPerDay = Math.ceil(missing / (daysLeft + 1))
  if (recentPerDay === null) return { daysLeft, state: 'open', neededPerDay, recentPerDay }
  return { daysLeft, state: recentPerDay < neededPerDay ? 'slow' : 'on-the-way', neededPerDay, recentPerDay }
}
