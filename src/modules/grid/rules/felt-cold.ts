import type { DailyUse } from './season.ts'
import { laggedCelsius, type Weather } from './weather.ts'

/** What the cold of each day of a season comes to for the county's homes, in degree days. */
export interface FeltCold {
  daily: Float64Array
  /** The same from the beginning up to each day. */
  sum: Float64Array
  balance: number
  lag: number
  /** Homes whose own use shaped it; the rest is lagged degree days. */
  homes: number
}

const lags = [0, 0.2, 0.4, 0.6, 0.75]
const balances = [8, 10, 12, 14, 16, 18]
const sampled = 300
const followsAtLeast = 0.6
const most = 1500
/** Homes it takes for their use to count as much as the thermometer. */
const against = 20

/**
 * Lag and balance point as they fit the county's homes best; then, from homes that clearly follow the cold, how much
 * each day really asked for: frost on the devices, wind, the festival are in it without a model of any of them.
 */
export function feltCold(daily: DailyUse, weather: Weather): FeltCold {
  const homes = daily.days > 0 ? daily.rate.length / daily.days : 0
  const step = Math.max(1, Math.floor(homes / sampled))
  let best = { error: Infinity, lag: 0.4, balance: 16, cold: new Float64Array(daily.days) }
  for (const lag of lags) {
    const felt = laggedCelsius(weather, lag)
    for (const balance of balances) {
      const cold = Float64Array.from({ length: daily.days }, (_, day) =>
        Math.max(
          0,
          balance -
            (felt[Math.min(Math.max(day + daily.from - weather.first, 0), felt.length - 1)] ?? balance),
        ),
      )
      const sum = sumsOf(cold)
      let [error, count] = [0, 0]
      for (let home = 0; home < homes; home += step) {
        const fit = fitHome(daily, home, sum)
        if (fit.intervals < 8) continue
        error += 1 - fit.r * Math.abs(fit.r)
        count++
      }
      if (count > 0 && error / count < best.error) best = { error: error / count, lag, balance, cold }
    }
  }
  let cold = best.cold
  let shapedBy = 0
  for (let round = 0; round < 2; round++) {
    const shaped = shapedByHomes(daily, homes, cold)
    cold = shaped.cold
    shapedBy = shaped.homes
  }
  return { daily: cold, sum: sumsOf(cold), balance: best.balance, lag: best.lag, homes: shapedBy }
}

function shapedByHomes(daily: DailyUse, homes: number, cold: Float64Array) {
  const sum = sumsOf(cold)
  const chosen: { row: number; base: number; slope: number }[] = []
  const step = Math.max(1, Math.floor(homes / (3 * most)))
  for (let home = 0; home < homes && chosen.length < most; home += step) {
    const { r, slope, base, intervals } = fitHome(daily, home, sum)
    if (intervals >= 0.6 * daily.days && r >= followsAtLeast && slope > 0)
      chosen.push({ row: home * daily.days, base, slope })
  }
  const next = Float64Array.from(cold)
  const asked = new Float64Array(chosen.length)
  for (let day = 0; day < daily.days; day++) {
    let count = 0
    for (const { row, base, slope } of chosen)
      if (daily.span[row + day] === 1) asked[count++] = ((daily.rate[row + day] ?? 0) - base) / slope
    if (count === 0) continue
    const sorted = asked.subarray(0, count).sort()
    // The middle three fifths: neither those who are away nor those with a full house.
    const [from, to] = [Math.floor(count * 0.2), Math.ceil(count * 0.8)]
    let total = 0
    for (let at = from; at < to; at++) total += sorted[at] ?? 0
    const weight = count / (count + against)
    next[day] = Math.max(0, weight * (total / (to - from)) + (1 - weight) * (cold[day] ?? 0))
  }
  return { cold: next, homes: chosen.length }
}

function sumsOf(daily: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(daily.length + 1)
  for (let day = 0; day < daily.length; day++) sum[day + 1] = (sum[day] ?? 0) + (daily[day] ?? 0)
  return sum
}

/** A straight line through a home's intervals, weighted by their days. */
function fitHome({ days, rate, span }: DailyUse, home: number, sum: Float64Array) {
  const row = home * days
  let [n, sx, sy, sxx, sxy, syy, intervals] = [0, 0, 0, 0, 0, 0, 0]
  for (let day = 0; day < days; ) {
    const length = span[row + day] ?? 0
    if (length === 0) {
      day++
      continue
    }
    const x = ((sum[day + length] ?? 0) - (sum[day] ?? 0)) / length
    const y = rate[row + day] ?? 0
    n += length
    sx += length * x
    sy += length * y
    sxx += length * x * x
    sxy += length * x * y
    syy += length * y * y
    intervals++
    day += length
  }
  const [vx, vy, vxy] = [sxx - (sx * sx) / n, syy - (sy * sy) / n, sxy - (sx * sy) / n]
  const slope = vx > 0 ? vxy / vx : 0
  return {
    slope,
    base: (sy - slope * sx) / (n || 1),
    r: vx > 0 && vy > 0 ? vxy / Math.sqrt(vx * vy) : 0,
    intervals,
  }
}
