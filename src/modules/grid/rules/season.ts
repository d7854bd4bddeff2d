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
  const curves: UsageCurve[] = []
  const habits: Habit[] = []
  // How much a degree day adds to a day without heating, in the county: for homes that cannot say themselves.
  let [base, slope] = [0, 0]
  for (let meter = 0; meter < homes; meter++) {
    const curve = reader.read(meter)
    curves.push(curve)
    const own = habitOf(curve, degrees)
    habits.push(own)
    if (!own.isOwn) continue
    base += own.base
    slope += own.slope
  }
  const common = base + slope > 0 ? { base, slope } : { base: 1, slope: 0.2 }
  for (const [meter, curve] of curves.entries()) {
    const habit = habits[meter]
    if (habit) settle(use, meter, curve, habit, season, degrees, common)
  }
  return use
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

function habitOf({ at, used, unseen }: UsageCurve, degrees: DegreeDays): Habit {
  let [n, sx, sy, sxx, sxy, most, count] = [0, 0, 0, 0, 0, 0, 0]
  for (let end = 1; end < at.length; end++) {
    const [a = 0, b = 0] = [at[end - 1], at[end]]
    const days = b - a
    if (unseen[end] || days < 0.5) continue
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
  if (n === 0) return { base: 0, slope: 0, isOwn: false, most: 0 }
  const spread = sxx - (sx * sx) / n
  let slope = count >= 5 && spread > 0 ? (sxy - (sx * sy) / n) / spread : 0
  const isOwn = count >= 5
  slope = Math.max(0, slope)
  let base = (sy - slope * sx) / n
  if (base < 0) {
    base = 0
    slope = sxx > 0 ? Math.max(0, sxy / sxx) : 0
  }
  return { base, slope, isOwn, most }
}

function settle(
  use: SeasonUse,
  meter: number,
  curve: UsageCurve,
  habit: Habit,
  season: SeasonDays,
  degrees: DegreeDays,
  common: { base: number; slope: number },
) {
  const { at, used, unseen } = curve
  let flags = curve.flags
  const last = at.length - 1
  if (last < 1) {
    use.flags[meter] = flags | bitOf('too-few-readings') | bitOf('no-boundary-reading')
    return
  }
  const level = meanRate(curve)
  const shape =
    habit.isOwn && habit.base + habit.slope > 0 ? habit : scaled(common, level, degrees, at[0] ?? 0, at[last] ?? 0)
  const expected = (from: number, to: number) =>
    shape.base * (to - from) + shape.slope * (degrees.upTo(to) - degrees.upTo(from))
  const most = 1.5 * habit.most + 5

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
    const [a = 0, b = 0] = [at[place - 1], at[place]]
    if (b <= start.at || a >= end.at) {
      // Two moments in one: a replacement on the first or last day counts where it stands between the two readings.
      if (!(a === b && a >= start.at && b <= end.at)) continue
    }
    const isEstimated = b > curve.estimatedFrom || a < curve.estimatedUpTo
    const isUnseen = unseen[place] ?? false
    if (isUnseen) {
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
    if (!isInRegister) registers++
    isInRegister = true
    const amount = (used[place] ?? 0) - (used[place - 1] ?? 0)
    const inside = shareInside(a, b, start.at, end.at, expected)
    kwh += amount * inside
    upper += amount
    if (inside < 1 || isEstimated) allocated += amount * inside
    else lower += amount
    if (isEstimated) upper += most * (Math.min(b, end.at) - Math.max(a, start.at))
    if (b - a > 1.5) spread += amount * inside
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

function meanRate({ at, used, unseen }: UsageCurve): number {
  let [days, kwh] = [0, 0]
  for (let end = 1; end < at.length; end++) {
    if (unseen[end]) continue
    days += (at[end] ?? 0) - (at[end - 1] ?? 0)
    kwh += (used[end] ?? 0) - (used[end - 1] ?? 0)
  }
  return days > 0 ? kwh / days : 0
}

/** How the home's use stood to what was expected of it in the days around; 1 where nothing is known. */
function nearFactor(
  { at, used, unseen }: UsageCurve,
  from: number,
  to: number,
  expected: (from: number, to: number) => number,
): number {
  let [seen, due] = [0, 0]
  for (let end = 1; end < at.length; end++) {
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
function boundary({ at, estimatedFrom, estimatedUpTo }: UsageCurve, day: number, isFirst: boolean) {
  const own = at.filter((one) => Math.floor(one) === day && one <= estimatedFrom && one >= estimatedUpTo)
  const found = isFirst ? own[0] : own.at(-1)
  if (found !== undefined) return { at: found, isRead: true }
  const times = Float64Array.from(at, (one) => one - Math.floor(one)).sort()
  return { at: day + (times[times.length >> 1] ?? 0), isRead: false }
}

function missingDays({ at }: UsageCurve, { from, to }: SeasonDays): number {
  const gaps: number[] = []
  for (let end = 1; end < at.length; end++) {
    const gap = Math.floor(at[end] ?? 0) - Math.floor(at[end - 1] ?? 0)
    if (gap > 0) gaps.push(gap)
  }
  const usual = Uint16Array.from(gaps).sort()[gaps.length >> 1] ?? 1
  let missing = 0
  let before = from - usual
  for (const moment of [...at, to + usual]) {
    const day = Math.floor(moment)
    if (day <= before) continue
    if (day > from && before < to) {
      const gap = Math.min(day, to + usual) - Math.max(before, from - usual)
      if (gap > usual) missing += gap - usual
    }
    before = day
  }
  return missing
}

/** Lays measured intervals on days; those of hours are joined to days, those across replacements left out. */
function fillDaily(daily: DailyUse, meter: number, { at, used, unseen }: UsageCurve) {
  const row = meter * daily.days
  let begun = 0
  for (let end = 1; end < at.length; end++) {
    if (unseen[end]) {
      begun = end
      continue
    }
    const [a = 0, b = 0] = [at[begun], at[end]]
    // Intervals begin and end on different days; shorter ones wait for more.
    const [from, to] = [Math.round(a), Math.round(b)]
    if (to <= from) continue
    const kwh = (used[end] ?? 0) - (used[begun] ?? 0)
    begun = end
    const [left, right] = [from - daily.from, to - daily.from]
    if (left < 0 || right > daily.days || right - left > 255) continue
    daily.span[row + left] = right - left
    daily.rate.fill(kwh / (b - a), row + left, row + right)
  }
}
