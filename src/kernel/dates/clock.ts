import { type Day, dayOf, isDay } from './day.ts'

/** The programme's clock. Rules and acts never ask the machine; they are told. */
export interface Clock {
  now(): Date
  today(): Day
}

/**
 * The machine's clock, or, with a start day (`QINGNUAN_TODAY`), one that stood at that day's present hour when
 * the program started and runs on from there, so that a demo county can stand in mid-August 2023.
 */
export function openClock(startDay?: Day): Clock {
  let shiftMs = 0
  if (startDay) {
    if (!isDay(startDay))
      throw new Error(`QINGNUAN_TODAY must be a day such as 2023-08-15, not '${startDay}'.`)
    const real = new Date()
    shiftMs = Date.parse(`${startDay}T00:00:00Z`) - Date.parse(`${dayOf(real)}T00:00:00Z`)
  }
  const now = () => new Date(Date.now() + shiftMs)
  return { now, today: () => dayOf(now()) }
}

/** A clock set by hand: for loading a county's past in order, and for tests. */
export function handClock(start: Date): Clock & { set(instant: Date): void } {
  let at = start
  return { now: () => at, today: () => dayOf(at), set: (instant) => void (at = instant) }
}
