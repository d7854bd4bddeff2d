import { addDays, type Day, daysBetween } from '../../../kernel/dates/day.ts'

/** One village's work: its homes, how many crews go there at once and what each fits in a day. */
export interface Job {
  village: string
  homes: number
  crews: number
  homesPerDay: number
  /** Not before this day: the agreed start. */
  from: Day
}

/** A crew in a village on a day, and the homes it fits there. */
export interface Shift {
  crew: number
  village: string
  day: Day
  homes: number
}

export interface Schedule {
  shifts: Shift[]
  /** Villages the crews cannot finish by the deadline. */
  late: string[]
}

/**
 * 倒排工期 (§3.2.1): list scheduling backward from the deadline. Villages that may only start late, and those that take
 * long, are placed first, each with the crews that are free latest; a crew is in one village a day. What would have to
 * start before today, or before its agreed start, is named instead of placed.
 */
export function scheduleBackward(
  jobs: readonly Job[],
  crews: number,
  { today, deadline }: { today: Day; deadline: Day },
): Schedule {
  const last = daysBetween(today, deadline)
  /** The last day on which each crew is still free, counted from today. */
  const free = Array.from({ length: crews }, () => last)
  const shifts: Shift[] = []
  const late: string[] = []
  for (const job of [...jobs].sort(byUrgency)) {
    const earliest = Math.max(0, daysBetween(today, job.from))
    const parts = partsOf(job, crews)
    const freest = free
      .map((day, crew) => ({ day, crew }))
      .sort((a, b) => b.day - a.day || a.crew - b.crew)
      .slice(0, parts.length)
    const placed = parts.map((homes, at) => {
      const { crew, day } = freest[at] ?? { crew: 0, day: -1 }
      return { crew, homes, first: day - Math.ceil(homes / job.homesPerDay) + 1 }
    })
    if (placed.length === 0 || placed.some(({ first }) => first < earliest)) {
      if (job.homes > 0) late.push(job.village)
      continue
    }
    for (const { crew, homes, first } of placed) {
      free[crew] = first - 1
      for (let left = homes, day = first; left > 0; left -= job.homesPerDay, day += 1)
        shifts.push({
          crew,
          village: job.village,
          day: addDays(today, day),
          homes: Math.min(left, job.homesPerDay),
        })
    }
  }
  return { shifts, late }
}

const byUrgency = (a: Job, b: Job): number =>
  a.from === b.from ? crewDays(b) - crewDays(a) || (a.village < b.village ? -1 : 1) : a.from < b.from ? 1 : -1

const crewDays = ({ homes, homesPerDay }: Job): number => Math.ceil(homes / homesPerDay)

/** A village's homes shared out among the crews that go there, as evenly as whole homes allow. */
function partsOf({ homes, crews: wanted }: Job, crews: number): number[] {
  const parts = Math.min(wanted, crews, homes)
  return Array.from({ length: parts }, (_, at) => Math.floor(homes / parts) + (at < homes % parts ? 1 : 0))
}

export type Curve = { day: Day; homes: number }[]

/** Homes fitted up to and including each day on which some are. */
export function curveOf(days: readonly { day: Day; homes: number }[]): Curve {
  const byDay = new Map<Day, number>()
  for (const { day, homes } of days) byDay.set(day, (byDay.get(day) ?? 0) + homes)
  let total = 0
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, homes]) => ({ day, homes: (total += homes) }))
}

export interface Progress {
  remaining: number
  /** Homes fitted in the last `paceDays` days. */
  recent: number
  paceDays: number
  /** Homes a day by what the firm says it has; 0 where it said nothing. */
  capacity: number
}

/** When the last home will be fitted at the pace of the last days, or as the firm says where nothing was fitted yet. */
export function projectedFinish({ remaining, recent, paceDays, capacity }: Progress, today: Day): Day | null {
  if (remaining === 0) return today
  const days =
    recent > 0
      ? Math.ceil((remaining * paceDays) / recent)
      : capacity > 0
        ? Math.ceil(remaining / capacity)
        : null
  return days === null ? null : addDays(today, days)
}

/** 预警: it will not be done by the deadline, or nobody can say that it will. */
export const isBehind = (progress: Progress, today: Day, deadline: Day): boolean => {
  const finish = projectedFinish(progress, today)
  return progress.remaining > 0 && (finish === null || finish > deadline)
}
