import { bitOf } from './flags.ts'
import { type Readings, type RowsByMeter, rowsByMeter } from './readings.ts'
import { RegisterReader, type UsageCurve } from './register.ts'
import { DegreeDays, laggedCelsius, type Weather } from './weather.ts'

/** Both days since 1970-01-01: from the frozen reading of the first to that of the last (§4.3). */
export interface SeasonDays {
  from: number
  to: number
}

/** Seasonal use, column by column in the order of the meters. */
export interface SeasonUse {
  kwh: Float64Array
  lower: Float64Array
  upper: Float64Array
  /** Share of `kwh` that no difference of two readings vouches for. */
  allocated: Float64Array
  /** Share of `kwh` whose days were not read one by one. */
  spread: Float64Array
  /** Days of the season without a reading, beyond what is usual for the meter. */
  missing: Uint16Array
  flags: Uint32Array
  daily: DailyUse
}

/** kWh a day, home after home. Where a reading spans several days, each has their mean. */
export interface DailyUse {
  from: number
  days: number
  rate: Float32Array
  /** Days of the interval that begins on this day; 0 where none does. */
  span: Uint8Array
}

const allocationBalance = 16
const allocationLag = 0.4
const sampled = 400
/** Days before and after a season that still say how a home heats. */
const around = 20
/** Days whose own use says how a home stood around a gap, and how many expected days count against them. */
const nearby = 10
const nearbyAgainst = 2

export function seasonUse(
  readings: Readings,
  weather: Weather,
  season: SeasonDays,
  grouped: RowsByMeter = rowsByMeter(readings),
): SeasonUse {
  const homes = readings.meters.length
  const days = season.to - season.from
  const use: SeasonUse = {
    kwh: new Float64Array(homes),
    lower: new Float64Array(homes),
    upper: new Float64Array(homes),
    allocated: new Float64Array(homes),
    spread: new Float64Array(homes),
    missing: new Uint16Array(homes),
    flags: new Uint32Array(homes),
    daily: {
      from: season.from,
      days,
      rate: new Float32Array(homes * days).fill(NaN),
      span: new Uint8Array(homes * days),
    },
  }
  const degrees = DegreeDays.below(allocationBalance, weather.first, laggedCelsius(weather, allocationLag))
  const reader = new RegisterReader(readings, grouped)
  const common = commonHabit(reader, homes, degrees, season)
  const habit = { base: 0, slope: 0, isOwn: false, most: 0 }
  for (let meter = 0; meter < homes; meter++) {
    const curve = reader.read(meter)
    takeHabit(habit, curve, degrees, season)
    settle(use, meter, curve, habit, season, degrees, common)
  }
  return use
}

/** How much a degree day adds to a day without heating, in the county: for homes that cannot say themselves. */
function commonHabit(reader: RegisterReader, homes: number, degrees: DegreeDays, season: SeasonDays) {
  const habit = { base: 0, slope: 0, isOwn: false, most: 0 }
  let [base, slope, most] = [0, 0, 0]
  for (let meter = 0; meter < homes; meter += Math.max(1, Math.floor(homes / sampled))) {
    takeHabit(habit, reader.read(meter), degrees, season)
    if (!habit.isOwn) continue
    base += habit.base
    slope += habit.slope
    most = Math.max(most, habit.most)
  }
  return base + slope > 0 ? { base, slope, most } : { base: 1, slope: 0.2, most }
}

/** What a home uses a day without cold, and more for each degree day. */
interface Habit {
  base: number
  slope: number
  /** Whether its own readings say so. */
  isOwn: boolean
  /** The most kWh a day between two readings. */
  most: number
}

function takeHabit(
  habit: Habit,
  { length, at, used, unseen }: UsageCurve,
  degrees: DegreeDays,
  season: SeasonDays,
) {
  let [n, sx, sy, sxx, sxy, most, count] = [0, 0, 0, 0, 0, 0, 0]
  for (let end = 1; end < length; end++) {
    const a = at[end - 1] ?? 0
    const b = at[end] ?? 0
    const days = b - a
    if (unseen[end] || days < 0.5 || b < season.from - around || a > season.to + around) continue
    const y = ((used[end] ?? 0) - (used[end - 1] ?? 0)) / days
    const x = (degrees.upTo(b) - degrees.upTo(a)) / days
    n += days
    sx += days * x
    sy += days * y
    sxx += days * x * x
    sxy += days * x * y
    count++
    if (y > most) most = y
  }
  habit.isOwn = count >= 5
  habit.most = most
  habit.base = habit.slope = 0
  if (n === 0) return
  const spread = sxx - (sx * sx) / n
  let slope = count >= 5 && spread > 0 ? (sxy - (sx * sy) / n) / spread : 0
  slope = Math.max(0, slope)
  let base = (sy - slope * sx) / n
  if (base < 0) {
    base = 0
    slope = sxx > 0 ? Math.max(0, sxy / sxx) : 0
  }
  habit.base = base
  habit.slope = slope
}

function settle(
  use: SeasonUse,
  meter: number,
  curve: UsageCurve,
  habit: Habit,
  season: SeasonDays,
  degrees: DegreeDays,
  common: { base: number; slope: number; most: number },
) {
  const { at, used, unseen } = curve
  let flags = curve.flags
  const last = curve.length - 1
  if (last < 1) {
    use.flags[meter] = flags | bitOf('too-few-readings') | bitOf('no-boundary-reading')
    // Nothing is known but that no home uses more than the busiest day of the county every day.
    use.upper[meter] = dailyMost(common) * (season.to - season.from)
    return
  }
  const level = meanRate(curve)
  const shape =
    habit.isOwn && habit.base + habit.slope > 0
      ? habit
      : scaled(common, level, degrees, at[0] ?? 0, at[last] ?? 0)
  const expected = (from: number, to: number) =>
    shape.base * (to - from) + shape.slope * (degrees.upTo(to) - degrees.upTo(from))
  const most = dailyMost(habit)

  const start = boundary(curve, season.from, true)
  const end = boundary(curve, season.to, false)
  if (!start.isRead || !end.isRead) flags |= bitOf('no-boundary-reading')

  let [kwh, lower, upper, allocated, spread] = [0, 0, 0, 0, 0]
  const extrapolate = (from: number, to: number) => {
    const amount = expected(from, to) * nearFactor(curve, from, to, expected)
    kwh += amount
    allocated += amount
    spread += amount
    upper += Math.max(most * (to - from), amount)
  }
  const [first = 0, final = 0] = [at[0], at[last]]
  if (start.at < first) extrapolate(start.at, Math.min(first, end.at))
  if (end.at > final) extrapolate(Math.max(final, start.at), end.at)
  let registers = 0
  let isInRegister = false
  for (let place = 1; place <= last; place++) {
    const a = at[place - 1] ?? 0
    const b = at[place] ?? 0
    if (b <= start.at || a >= end.at) {
      // Two moments in one: a replacement on the first or last day counts where it stands between the two readings.
      if (!(a === b && a >= start.at && b <= end.at)) continue
    }
    const isEstimated = b > curve.estimatedFrom || a < curve.estimatedUpTo
    if (unseen[place]) {
      isInRegister = false
      const amount = Math.min(
        expected(a, b) * nearFactor(curve, a, b, expected),
        curve.unseenAtMost[place] ?? Infinity,
      )
      const inside = shareInside(a, b, start.at, end.at, expected)
      kwh += amount * inside
      allocated += amount * inside
      spread += amount * inside
      upper += Math.max(
        amount * inside,
        Math.min(curve.unseenAtMost[place] ?? Infinity, most * (Math.min(b, end.at) - Math.max(a, start.at))),
      )
      continue
    }
    // At one moment: the old register's last figure and the new one's first.
    if (!isInRegister || a === b) registers++
    isInRegister = true
    const amount = (used[place] ?? 0) - (used[place - 1] ?? 0)
    const inside = shareInside(a, b, start.at, end.at, expected)
    kwh += amount * inside
    upper += amount
    if (inside < 1 || isEstimated) allocated += amount * inside
    else lower += amount
    if (isEstimated) upper += most * (Math.min(b, end.at) - Math.max(a, start.at))
    if (b - a > 1.5) spread += amount * inside
    // At an end no later reading can prove a figure wrong.
    if ((place === 1 || place === last) && amount > (6 * level + 20) * Math.max(b - a, 1)) {
      flags |= bitOf('implausible-spike')
      if (inside === 1 && !isEstimated) lower -= amount
    }
  }
  const digits = registers * curve.digit
  use.kwh[meter] = kwh
  use.lower[meter] = Math.max(0, Math.min(lower - digits, kwh))
  use.upper[meter] = Math.max(upper + digits, kwh)
  use.allocated[meter] = kwh > 0 ? Math.min(1, allocated / kwh) : 0
  use.spread[meter] = kwh > 0 ? Math.min(1, spread / kwh) : 0
  const missing = missingDays(curve, season)
  use.missing[meter] = missing
  if (missing > 0) flags |= bitOf('missing')
  if (kwh < 0.05 * (season.to - season.from)) flags |= bitOf('no-use')
  use.flags[meter] = flags
  fillDaily(use.daily, meter, curve)
}

/** kWh a day beyond which nobody is thought to go, by the busiest day that was read. */
const dailyMost = ({ most }: { most: number }): number => 1.5 * most + 5

/** The county's shape at this home's level. */
function scaled(
  common: { base: number; slope: number },
  level: number,
  degrees: DegreeDays,
  from: number,
  to: number,
) {
  const days = to - from || 1
  const mean = common.base + (common.slope * (degrees.upTo(to) - degrees.upTo(from))) / days
  const factor = mean > 0 ? level / mean : 0
  return { base: common.base * factor, slope: common.slope * factor }
}

function meanRate({ length, at, used, unseen }: UsageCurve): number {
  let [days, kwh] = [0, 0]
  for (let end = 1; end < length; end++) {
    if (unseen[end]) continue
    days += (at[end] ?? 0) - (at[end - 1] ?? 0)
    kwh += (used[end] ?? 0) - (used[end - 1] ?? 0)
  }
  return days > 0 ? kwh / days : 0
}

/** How the home's use stood to what was expected of it in the days around; 1 where nothing is known. */
function nearFactor(
  { length, at, used, unseen }: UsageCurve,
  from: number,
  to: number,
  expected: (from: number, to: number) => number,
): number {
  let [seen, due] = [0, 0]
  for (let end = 1; end < length; end++) {
    const [a = 0, b = 0] = [at[end - 1], at[end]]
    if (unseen[end] || b <= a || b < from - nearby || a > to + nearby || (a < to && b > from)) continue
    seen += (used[end] ?? 0) - (used[end - 1] ?? 0)
    due += expected(a, b)
  }
  const against = due > 0 ? nearbyAgainst * (due / (2 * nearby)) : 1
  return (seen + against) / (due + against)
}

/** The share of an interval's use that falls between `from` and `to`, by what was expected. */
function shareInside(
  a: number,
  b: number,
  from: number,
  to: number,
  expected: (from: number, to: number) => number,
): number {
  if (a >= from && b <= to) return 1
  const [left, right] = [Math.max(a, from), Math.min(b, to)]
  const whole = expected(a, b)
  return whole > 0 ? expected(left, right) / whole : (right - left) / (b - a || 1)
}

/** The moment a season begins or ends for a meter: its reading of the day, or the time of day it is usually read. */
function boundary(
  { length, at, estimatedFrom, estimatedUpTo }: UsageCurve,
  day: number,
  isFirst: boolean,
): { at: number; isRead: boolean } {
  let found = NaN
  for (let place = 0; place < length; place++) {
    const one = at[place] ?? 0
    if (one >= day + 1) break
    if (one < day || one > estimatedFrom || one < estimatedUpTo) continue
    if (!isFirst || Number.isNaN(found)) found = one
  }
  if (!Number.isNaN(found)) return { at: found, isRead: true }
  const times = at.slice(0, length)
  for (let place = 0; place < length; place++) times[place] = (times[place] ?? 0) % 1
  return { at: day + (times.sort()[length >> 1] ?? 0), isRead: false }
}

/** The days between two readings that lie beyond what is usual for the meter. */
function missingDays({ length, at }: UsageCurve, { from, to }: SeasonDays): number {
  gapCounts.fill(0)
  let gaps = 0
  for (let end = 1; end < length; end++) {
    const gap = Math.floor(at[end] ?? 0) - Math.floor(at[end - 1] ?? 0)
    if (gap <= 0) continue
    const place = Math.min(gap, gapCounts.length - 1)
    gapCounts[place] = (gapCounts[place] ?? 0) + 1
    gaps++
  }
  let usual = 1
  for (let seen = gapCounts[1] ?? 0; seen * 2 < gaps; seen += gapCounts[usual] ?? 0) usual++
  let missing = 0
  let before = from - usual
  for (let place = 0; place <= length; place++) {
    const day = place < length ? Math.floor(at[place] ?? 0) : to + usual
    if (day <= before) continue
    if (day > from && before < to) {
      const gap = Math.min(day, to + usual) - Math.max(before, from - usual)
      if (gap > usual) missing += gap - usual
    }
    before = day
  }
  return missing
}

const gapCounts = new Uint32Array(64)

/** Lays measured intervals on days; those of hours are joined to days, those across replacements left out. */
function fillDaily(daily: DailyUse, meter: number, { length, at, used, unseen }: UsageCurve) {
  const row = meter * daily.days
  let begun = 0
  for (let end = 1; end < length; end++) {
    if (unseen[end]) {
      begun = end
      continue
    }
    const a = at[begun] ?? 0
    const b = at[end] ?? 0
    // Intervals begin and end on different days; shorter ones wait for more.
    const from = Math.round(a)
    const to = Math.round(b)
    if (to <= from) continue
    const kwh = (used[end] ?? 0) - (used[begun] ?? 0)
    begun = end
    const left = from - daily.from
    const right = to - daily.from
    if (left < 0 || right > daily.days || right - left > 255) continue
    daily.span[row + left] = right - left
    const rate = kwh / (b - a)
    for (let day = left; day < right; day++) daily.rate[row + day] = rate
  }
}
