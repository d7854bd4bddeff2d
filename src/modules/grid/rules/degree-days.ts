import { laggedCelsius, type Weather } from './weather.ts'

/** Use of one kind of days: `base + heating · (heatingBalance − x)⁺ + cooling · (x − coolingBalance)⁺`. */
export interface Segment {
  base: number
  heating: number
  heatingBalance: number
  cooling: number
  coolingBalance: number
}

/** A fitted daily model: one segment for each kind of day (season × working day or weekend). */
export interface DailyModel {
  lag: number
  /** By kind of day, `dayKind`. */
  segments: readonly Segment[]
  r2: number
  /** Root mean square error over the mean. */
  cvrmse: number
  days: number
}

/** CalTRACK's seasons: summer June to September, winter November to February, the rest between. */
const seasonOfMonth = [2, 2, 1, 1, 1, 0, 0, 0, 0, 1, 2, 2]
const seasons = 3

/** 0 … 5: the season, and behind all seasons of working days those of weekends. `day` counts from 1970-01-01. */
export function dayKind(day: number): number {
  const date = new Date(day * 86_400_000)
  const isWeekend = date.getUTCDay() % 6 === 0
  return (seasonOfMonth[date.getUTCMonth()] ?? 0) + (isWeekend ? seasons : 0)
}

/** Every way to join the three seasons into groups that share a segment, as bits of seasons. */
const partitions = [[0b111], [0b001, 0b110], [0b010, 0b101], [0b100, 0b011], [0b001, 0b010, 0b100]]
const lags = [0, 0.15, 0.3, 0.45, 0.6]

/**
 * Fits daily use to temperature: balance points and thermal lag by search, seasons and weekends apart only where
 * the Bayesian criterion pays for it. Days outside the temperatures and days without use (NaN) are left out.
 */
export function fitDaily(weather: Weather, days: ArrayLike<number>, use: ArrayLike<number>): DailyModel {
  const places: number[] = []
  for (let at = 0; at < days.length; at++) {
    const place = Math.floor(days[at] ?? NaN) - weather.first
    if (place >= 0 && place < weather.celsius.length && Number.isFinite(use[at])) places.push(at)
  }
  const kinds = places.map((at) => dayKind(days[at] ?? 0))
  const y = Float64Array.from(places, (at) => use[at] ?? 0)
  const feltBy = lags.map((lag) => {
    const felt = laggedCelsius(weather, lag)
    return Float64Array.from(places, (at) => felt[Math.floor(days[at] ?? 0) - weather.first] ?? 0)
  })
  const wholes = feltBy.map((x) => fitSegment(x, y, orderOf(x)))
  const noLag = wholes[0]?.error ?? Infinity
  let best = 0
  // A lag is one parameter more, and has to earn it.
  for (const [at, { error }] of wholes.entries())
    if (error < (wholes[best]?.error ?? 0) && criterion(error, y.length, 1) < criterion(noLag, y.length, 0))
      best = at
  const x = feltBy[best] ?? new Float64Array()
  const { segments, error } = bestSplit(x, y, kinds)
  const mean = sumOf(y) / (y.length || 1)
  const total = y.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  return {
    lag: lags[best] ?? 0,
    segments,
    r2: total > 0 ? 1 - error / total : 0,
    cvrmse: mean > 0 ? Math.sqrt(error / (y.length || 1)) / mean : Infinity,
    days: y.length,
  }
}

/** What the model expects of each day; NaN outside the temperatures. */
export function expectedUse(model: DailyModel, weather: Weather, days: ArrayLike<number>): Float64Array {
  const felt = laggedCelsius(weather, model.lag)
  return Float64Array.from(days, (day) => {
    const segment = model.segments[dayKind(day)]
    const x = felt[Math.floor(day) - weather.first]
    if (!segment || x === undefined) return NaN
    return (
      segment.base +
      segment.heating * Math.max(0, segment.heatingBalance - x) +
      segment.cooling * Math.max(0, x - segment.coolingBalance)
    )
  })
}

interface Fit extends Segment {
  error: number
  parameters: number
}

function bestSplit(x: Float64Array, y: Float64Array, kinds: readonly number[]) {
  const order = orderOf(x)
  const known = new Map<number, Fit | undefined>()
  const fitOf = (mask: number) => {
    if (!known.has(mask)) {
      const rows = order.filter((at) => mask & (1 << (kinds[at] ?? 0)))
      known.set(mask, rows.length >= leastDays ? fitSegment(x, y, rows) : undefined)
    }
    return known.get(mask)
  }
  const present = kinds.reduce((mask, kind) => mask | (1 << kind), 0)
  let best: { score: number; error: number; chosen: Map<number, Fit> } | undefined
  for (const groups of partitions) {
    // Whether weekends are apart is settled group by group: 2^groups ways.
    for (let apart = 0; apart < 1 << groups.length; apart++) {
      const masks = groups.flatMap((group, at) => {
        const [work, weekend] = [group & present, (group << seasons) & present]
        return apart & (1 << at) ? [work, weekend] : [work | weekend]
      })
      const chosen = new Map<number, Fit>()
      for (const mask of masks) {
        const fit = mask === 0 ? undefined : fitOf(mask)
        if (fit) chosen.set(mask, fit)
      }
      if (masks.some((mask) => mask !== 0 && !chosen.has(mask))) continue
      const fits = [...chosen.values()]
      const error = fits.reduce((sum, fit) => sum + fit.error, 0)
      const parameters = fits.reduce((sum, fit) => sum + fit.parameters, 0)
      const score = criterion(error, y.length, parameters)
      if (!best || score < best.score) best = { score, error, chosen }
    }
  }
  const whole = fitSegment(x, y, order)
  const segments = Array.from({ length: 2 * seasons }, (_, kind): Segment => {
    for (const [mask, fit] of best?.chosen ?? []) if (mask & (1 << kind)) return segmentOf(fit)
    return segmentOf(whole)
  })
  return { segments, error: best?.error ?? whole.error }
}

const leastDays = 12
/** At least so many days must lie beyond a balance point. */
const leastBeyond = 6
const coarse = 14
const finer = 3

/** Sums of one hinge over the days beyond a balance point: itself, squared, times the use. */
interface Hinge {
  balance: number
  sum: number
  squares: number
  withUse: number
}

const noHinge: Hinge = { balance: NaN, sum: 0, squares: 0, withUse: 0 }

/**
 * Least squares with balance points by search. The two hinges never overlap, so that with running sums over the sorted
 * temperatures (`order` sorts them) each pair of balance points costs a handful of operations.
 */
function fitSegment(x: Float64Array, y: Float64Array, order: ArrayLike<number>): Fit {
  const n = order.length
  const sorted = new Float64Array(n)
  // Four sums side by side: x, x², y, xy of all colder days.
  const sums = new Float64Array(4 * (n + 1))
  let [a, b, c, d, yy] = [0, 0, 0, 0, 0]
  for (let at = 0; at < n; at++) {
    const row = order[at] ?? 0
    const [px, py] = [x[row] ?? 0, y[row] ?? 0]
    sorted[at] = px
    a += px
    b += px * px
    c += py
    d += px * py
    yy += py * py
    sums[4 * at + 4] = a
    sums[4 * at + 5] = b
    sums[4 * at + 6] = c
    sums[4 * at + 7] = d
  }
  const all = c
  const sumAt = (count: number, which: number) => sums[4 * count + which] ?? 0
  const flat = yy - (all * all) / (n || 1)
  const best: Fit = { ...nothing, base: all / (n || 1), error: flat, parameters: 1 }
  let bestScore = criterion(flat, n, 1)
  let [bestH, bestC] = [noHinge, noHinge]

  const heatingHinge = (balance: number): Hinge | undefined => {
    const count = countBelow(sorted, balance)
    if (count < leastBeyond) return undefined
    const sum = count * balance - sumAt(count, 0)
    const squares = balance * (sum - sumAt(count, 0)) + sumAt(count, 1)
    return { balance, sum, squares, withUse: balance * sumAt(count, 2) - sumAt(count, 3) }
  }
  const coolingHinge = (balance: number): Hinge | undefined => {
    const below = countBelow(sorted, balance)
    const count = n - below
    if (count < leastBeyond) return undefined
    const beyond = sumAt(n, 0) - sumAt(below, 0)
    const sum = beyond - count * balance
    const squares = sumAt(n, 1) - sumAt(below, 1) - balance * (beyond + sum)
    const withUse = sumAt(n, 3) - sumAt(below, 3) - balance * (all - sumAt(below, 2))
    return { balance, sum, squares, withUse }
  }

  const tryPair = (h: Hinge, c: Hinge) => {
    // Centred: the base falls out and two unknowns remain, whose hinges do not overlap.
    const [yh, yc] = [h.withUse - (h.sum * all) / n, c.withUse - (c.sum * all) / n]
    const [hh, cc] = [h.squares - (h.sum * h.sum) / n, c.squares - (c.sum * c.sum) / n]
    let [heating, cooling] = [0, 0]
    if (c === noHinge) heating = yh / hh
    else if (h === noHinge) cooling = yc / cc
    else {
      const hc = (-h.sum * c.sum) / n
      const determinant = hh * cc - hc * hc
      if (determinant <= 1e-9 * hh * cc) return
      heating = (yh * cc - yc * hc) / determinant
      cooling = (yc * hh - yh * hc) / determinant
    }
    if ((h !== noHinge && !(heating > 0)) || (c !== noHinge && !(cooling > 0))) return
    const error = flat - heating * yh - cooling * yc
    const parameters = 1 + (h === noHinge ? 0 : 2) + (c === noHinge ? 0 : 2)
    const score = criterion(error, n, parameters)
    if (score >= bestScore) return
    bestScore = score
    bestH = h
    bestC = c
    best.base = (all - heating * h.sum - cooling * c.sum) / n
    best.heating = heating
    best.cooling = cooling
    best.heatingBalance = h === noHinge ? 0 : h.balance
    best.coolingBalance = c === noHinge ? 0 : c.balance
    best.error = error
    best.parameters = parameters
  }
  const tryAll = (heatings: readonly Hinge[], coolings: readonly Hinge[]) => {
    for (const h of heatings) for (const c of coolings) if (!(c.balance < h.balance)) tryPair(h, c)
  }

  const [low = 0, high = 0] = [sorted[0], sorted[n - 1]]
  let width = (high - low) / coarse
  if (!(width > 0)) return best
  const knots = Array.from({ length: coarse + 1 }, (_, at) => low + at * width)
  const isHinge = (one: Hinge | undefined): one is Hinge => one !== undefined
  tryAll(
    [noHinge, ...knots.map(heatingHinge).filter(isHinge)],
    [noHinge, ...knots.map(coolingHinge).filter(isHinge)],
  )
  for (let round = 0; round < finer; round++) {
    width /= 2
    const around = (balance: number) => [balance - width, balance, balance + width]
    const [h, c] = [bestH, bestC]
    tryAll(
      h === noHinge ? [h] : around(h.balance).map(heatingHinge).filter(isHinge),
      c === noHinge ? [c] : around(c.balance).map(coolingHinge).filter(isHinge),
    )
  }
  return best
}

const nothing: Segment = { base: 0, heating: 0, heatingBalance: 0, cooling: 0, coolingBalance: 0 }

/** The rows from cold to warm. */
const orderOf = (x: Float64Array): Uint32Array =>
  Uint32Array.from(x, (_, at) => at).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0))

function countBelow(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}

const criterion = (error: number, n: number, parameters: number) =>
  n * Math.log(Math.max(error, 1e-12) / (n || 1)) + parameters * Math.log(n || 1)

const segmentOf = ({ base, heating, heatingBalance, cooling, coolingBalance }: Segment): Segment => ({
  base,
  heating,
  heatingBalance,
  cooling,
  coolingBalance,
})
const sumOf = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0)
