import type { FeltCold } from './felt-cold.ts'
import type { DailyUse } from './season.ts'

/** What a home's season shows, in figures an official can check; the evidence is drawn from these alone. */
const homeFacts = [
  /** Days with readings; of them, with somebody there. */
  'days',
  'daysThere',
  // 1 where enough was read apart to say how the home uses electricity; of two readings in a winter nobody can tell.
  'readable',
  /** Share of the days with readings on which nobody was there. */
  'away',
  /** kWh a day while somebody was there: all of it, what does not depend on the cold, what each degree day adds. */
  'level',
  'base',
  'slope',
  /** How closely use follows the cold, -1 … 1. */
  'follows',
  /** Share of use that goes with the cold. */
  'heatingShare',
  /** Slope and base against the village's middle home, as natural logarithms. */
  'slopeAgainstVillage',
  'baseAgainstVillage',
  /** Use that does not go with the cold, against all that the village's middle home uses, likewise. */
  'steadyAgainstVillage',
  /** Slope against that of the season before, likewise; 0 where there is none. */
  'slopeAgainstPast',
  /** The day (of the season) at which heating broke off most clearly; share of heating gone since; how clear it is. */
  'breakDay',
  'breakFall',
  'breakClarity',
  /** What living uses after the break over what it used before. */
  'breakBase',
  /** Heating on the coldest days over what the others let expect; how far off by chance, in standard errors. */
  'coldest',
  'coldestSurprise',
  /** Heating on the home's own weak cold days over that on its strong ones. */
  'weakDays',
  /** Share of cold days with less than a third of the heating of the strong ones. */
  'unheated',
  /** Spread of a day's use about the line, over the mean. */
  'spread',
  /** Weekends over working days, as a natural logarithm. */
  'weekends',
  /** Days an interval has at most; 1 is daily readings. */
  'coarse',
] as const
export type HomeFact = (typeof homeFacts)[number]
export type HomeFacts = Record<HomeFact, number>

export interface FactTable {
  homes: number
  columns: Readonly<Record<HomeFact, Float64Array>>
}

/** Slopes of the season before, where there was one; NaN otherwise. */
export type PastSlopes = Float64Array

const coldestShare = 0.14
const leastThere = 12
/** Intervals between readings: fewer hang together with the cold by chance. Every two weeks through a winter is enough. */
export const leastIntervals = 8
/** An empty house that takes more than so many times what nobody takes passes for lived in. */
const mostEmpty = 2

export function factsOf(
  daily: DailyUse,
  cold: FeltCold,
  villages?: readonly (string | undefined)[],
  past?: PastSlopes,
): FactTable {
  const homes = daily.days > 0 ? daily.rate.length / daily.days : 0
  const columns = Object.fromEntries(homeFacts.map((fact) => [fact, new Float64Array(homes)])) as Record<
    HomeFact,
    Float64Array
  >
  const reader = new HomeReader(daily, cold, nobodyIn(daily))
  for (let home = 0; home < homes; home++) {
    reader.read(home)
    const { facts } = reader
    for (const fact of homeFacts) columns[fact][home] = facts[fact]
  }
  againstVillages(columns, villages)
  if (past) againstPast(columns, past)
  return { homes, columns }
}

class HomeReader {
  readonly facts = Object.fromEntries(homeFacts.map((fact) => [fact, 0])) as HomeFacts
  readonly #daily: DailyUse
  readonly #cold: FeltCold
  readonly #coldFrom: number
  readonly #middle: number
  // The intervals with somebody there: felt cold, kWh a day, days, first day.
  readonly #x: Float64Array
  readonly #y: Float64Array
  readonly #w: Float64Array
  readonly #at: Int32Array
  readonly #sorted: Float64Array
  readonly #meant: Uint8Array
  readonly #nobody: number
  #n = 0
  #base = 0
  #slope = 0

  constructor(daily: DailyUse, cold: FeltCold, nobody: number) {
    this.#nobody = nobody
    this.#meant = new Uint8Array(daily.days)
    this.#daily = daily
    this.#cold = cold
    const sorted = Float64Array.from(cold.daily).sort()
    this.#coldFrom = sorted[Math.floor(sorted.length * (1 - coldestShare))] ?? Infinity
    this.#middle = sorted[sorted.length >> 1] ?? 0
    this.#x = new Float64Array(daily.days)
    this.#y = new Float64Array(daily.days)
    this.#w = new Float64Array(daily.days)
    this.#at = new Int32Array(daily.days)
    this.#sorted = new Float64Array(daily.days)
  }

  read(home: number) {
    const { facts } = this
    for (const fact of homeFacts) facts[fact] = 0
    const days = this.#gather(home)
    facts.days = days
    const there = this.#leaveAwayDaysOut()
    facts.daysThere = there
    facts.away = days > 0 ? 1 - there / days : 0
    facts.readable = this.#n >= leastIntervals && there >= leastThere ? 1 : 0
    if (this.#n < 4 || there < leastThere) {
      facts.level = this.#mean()
      facts.base = facts.level
      return
    }
    this.#line()
    this.#break()
    this.#coldest()
    this.#strongAndWeak()
    this.#weekends()
  }

  #gather(home: number): number {
    const { days, rate, span } = this.#daily
    const row = home * days
    const { sum } = this.#cold
    let [n, total, coarse] = [0, 0, 0]
    for (let day = 0; day < days; ) {
      const length = span[row + day] ?? 0
      if (length === 0) {
        day++
        continue
      }
      this.#x[n] = ((sum[day + length] ?? 0) - (sum[day] ?? 0)) / length
      this.#y[n] = rate[row + day] ?? 0
      this.#w[n] = length
      this.#at[n] = day
      n++
      total += length
      day += length
    }
    this.#n = n
    coarse = n > 0 ? total / n : 0
    this.facts.coarse = coarse
    return total
  }

  #mean(): number {
    let [kwh, days] = [0, 0]
    for (let at = 0; at < this.#n; at++) {
      kwh += (this.#y[at] ?? 0) * (this.#w[at] ?? 0)
      days += this.#w[at] ?? 0
    }
    return days > 0 ? kwh / days : 0
  }

  /**
   * Somebody is there where use is not far below what living alone takes in this home. First against the home's busier
   * days, then against its own base. Answers the days left.
   */
  #leaveAwayDaysOut(): number {
    const { sum } = this.#cold
    const meanCold = (sum[sum.length - 1] ?? 0) / (this.#daily.days || 1) || 1
    for (let at = 0; at < this.#n; at++)
      this.#sorted[at] = (this.#y[at] ?? 0) / (1 + (0.8 * (this.#x[at] ?? 0)) / meanCold)
    const busy = this.#quantile(this.#n, 0.85)
    // Where coal heats, what is left is the living: little against the home's own winter, but not next to nothing.
    const most = mostEmpty * this.#nobody
    let limit = Math.max(this.#nobody, Math.min(most, 0.13 * busy))
    for (let round = 0; round < 2; round++) {
      for (let at = 0; at < this.#n; at++) this.#meant[at] = (this.#y[at] ?? 0) >= limit ? 1 : 0
      limit = Math.max(limit, Math.min(most, 0.33 * Math.min(this.#fit().base, busy)))
    }
    let [kept, days] = [0, 0]
    for (let at = 0; at < this.#n; at++) {
      if ((this.#y[at] ?? 0) < limit) continue
      this.#x[kept] = this.#x[at] ?? 0
      this.#y[kept] = this.#y[at] ?? 0
      this.#w[kept] = this.#w[at] ?? 0
      this.#at[kept] = this.#at[at] ?? 0
      days += this.#w[at] ?? 0
      kept++
    }
    this.#n = kept
    return days
  }

  /** The value below which a share of the first `n` of the scratch lies. */
  #quantile(n: number, share: number): number {
    const sorted = this.#sorted.subarray(0, n).sort()
    return sorted[Math.min(n - 1, Math.floor(n * share))] ?? 0
  }

  /** The straight line through the intervals that are meant, weighted by their days. */
  #fit() {
    let [n, sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0, 0]
    for (let at = 0; at < this.#n; at++) {
      if (this.#meant[at] === 0) continue
      const x = this.#x[at] ?? 0
      const y = this.#y[at] ?? 0
      const w = this.#w[at] ?? 0
      n += w
      sx += w * x
      sy += w * y
      sxx += w * x * x
      sxy += w * x * y
      syy += w * y * y
    }
    const [vx, vxy, vy] = [sxx - (sx * sx) / n, sxy - (sx * sy) / n, syy - (sy * sy) / n]
    const slope = vx > 1e-9 ? vxy / vx : 0
    return { n, base: n > 0 ? (sy - slope * sx) / n : 0, slope, vx, vxy, vy, mean: n > 0 ? sy / n : 0 }
  }

  #line() {
    const { facts } = this
    this.#meant.fill(1, 0, this.#n)
    const all = this.#fit()
    const deviation = Math.sqrt(Math.max(0, all.vy - all.slope * all.vxy) / (all.n || 1)) || 1e-6
    // A party or a broken reading is not the rule.
    for (let at = 0; at < this.#n; at++) {
      const off = (this.#y[at] ?? 0) - all.base - all.slope * (this.#x[at] ?? 0)
      this.#meant[at] = Math.abs(off) < 2.5 * deviation ? 1 : 0
    }
    const robust = this.#fit()
    this.#slope = robust.slope
    this.#base = robust.base
    facts.level = all.mean
    facts.slope = robust.slope
    facts.base = robust.base
    facts.follows = robust.vx > 0 && robust.vy > 0 ? robust.vxy / Math.sqrt(robust.vx * robust.vy) : 0
    facts.heatingShare = all.mean > 0 ? 1 - robust.base / all.mean : 0
    facts.spread = all.mean > 0 ? deviation / all.mean : 0
  }

  /** The day that parts the season best into one line before and another after. */
  #break() {
    const { facts } = this
    const n = this.#n
    const least = Math.max(3, Math.min(10, Math.floor(n * 0.12)))
    let [tw, tx, ty, txx, txy, tyy] = [0, 0, 0, 0, 0, 0]
    for (let at = 0; at < n; at++) {
      const [x, y, w] = [this.#x[at] ?? 0, this.#y[at] ?? 0, this.#w[at] ?? 0]
      tw += w
      tx += w * x
      ty += w * y
      txx += w * x * x
      txy += w * x * y
      tyy += w * y * y
    }
    const whole = leftOver(tw, tx, ty, txx, txy, tyy)
    let [aw, ax, ay, axx, axy, ayy] = [0, 0, 0, 0, 0, 0]
    let best = { error: Infinity, at: -1, fall: 0, base: 1 }
    for (let at = 0; at < n - least; at++) {
      const [x, y, w] = [this.#x[at] ?? 0, this.#y[at] ?? 0, this.#w[at] ?? 0]
      aw += w
      ax += w * x
      ay += w * y
      axx += w * x * x
      axy += w * x * y
      ayy += w * y * y
      if (at + 1 < least) continue
      const error =
        leftOver(aw, ax, ay, axx, axy, ayy) +
        leftOver(tw - aw, tx - ax, ty - ay, txx - axx, txy - axy, tyy - ayy)
      if (error >= best.error) continue
      const va = axx - (ax * ax) / aw
      const before = va > 1e-9 ? Math.max(0, (axy - (ax * ay) / aw) / va) : 0
      const base = Math.max(0, ay / aw - before * (ax / aw))
      const [bw, bx, by] = [tw - aw, tx - ax, ty - ay]
      const due = before * (bx / bw)
      const vb = txx - axx - (bx * bx) / bw
      const after = vb > 1e-9 ? Math.max(0, (txy - axy - (bx * by) / bw) / vb) : 0
      const baseAfter = by / bw - after * (bx / bw)
      const fall = due > 0.05 * (ay / aw) ? (base + due - by / bw) / due : 0
      best = { error, at, fall, base: base > 0.05 * (ay / aw) ? baseAfter / base : 1 }
    }
    if (best.at < 0) return
    facts.breakDay = (this.#at[best.at] ?? 0) + (this.#w[best.at] ?? 0)
    facts.breakFall = clamp(best.fall, -1.5, 1.5)
    facts.breakBase = clamp(best.base, 0, 3)
    facts.breakClarity = 0.5 * n * Math.log(Math.max(whole, 1e-9) / Math.max(best.error, 1e-9))
  }

  /** What the coldest days took, against the line through all the others. */
  #coldest() {
    const { facts } = this
    let coldDays = 0
    for (let at = 0; at < this.#n; at++) {
      const isCold = (this.#x[at] ?? 0) >= this.#coldFrom
      this.#meant[at] = isCold ? 0 : 1
      if (isCold) coldDays += this.#w[at] ?? 0
    }
    const others = this.#fit()
    facts.coldest = 1
    if (coldDays < 3 || others.n < 10) return
    const slope = Math.max(0, others.slope)
    let [due, got, days, error, rest] = [0, 0, 0, 0, 0]
    for (let at = 0; at < this.#n; at++) {
      const [x, y, w] = [this.#x[at] ?? 0, this.#y[at] ?? 0, this.#w[at] ?? 0]
      if (x < this.#coldFrom) {
        error += w * (y - others.base - others.slope * x) ** 2
        rest += w
        continue
      }
      due += w * slope * x
      got += w * (y - others.base)
      days += w
    }
    const deviation = Math.sqrt(error / (rest || 1)) || 1e-6
    if (due > 0.1 * days * others.mean) facts.coldest = clamp(got / due, -0.5, 2)
    facts.coldestSurprise = clamp((got - due) / (deviation * Math.sqrt(days)), -30, 30)
  }

  /** Whether cold days are of two kinds, strongly heated ones and others. */
  #strongAndWeak() {
    const { facts } = this
    facts.weakDays = 1
    // What living takes: the line's base, which can only be some of the use.
    const living = Math.max(0, Math.min(this.#base, facts.level * 0.9))
    let m = 0
    for (let at = 0; at < this.#n; at++) {
      const x = this.#x[at] ?? 0
      if (x >= this.#middle && x > 0) this.#sorted[m++] = ((this.#y[at] ?? 0) - living) / x
    }
    if (m < 6) return
    const sorted = this.#sorted.subarray(0, m).sort()
    const strong = sorted[Math.floor(m * 0.88)] ?? 0
    const weak = sorted[Math.floor(m * 0.15)] ?? 0
    if (strong <= 0) return
    facts.weakDays = clamp(weak / strong, -0.5, 1)
    let below = 0
    while (below < m && (sorted[below] ?? 0) < 0.4 * strong) below++
    facts.unheated = below / m
  }

  #weekends() {
    let [wk, wkn, wd, wdn] = [0, 0, 0, 0]
    for (let at = 0; at < this.#n; at++) {
      if (this.#w[at] !== 1) continue
      const off = (this.#y[at] ?? 0) - this.#base - this.#slope * (this.#x[at] ?? 0)
      // 1970-01-01 was a Thursday.
      const weekday = (((this.#daily.from + (this.#at[at] ?? 0) + 3) % 7) + 7) % 7
      if (weekday >= 5) {
        wk += off
        wkn++
      } else {
        wd += off
        wdn++
      }
    }
    if (wkn < 4 || wdn < 8 || this.facts.level <= 0) return
    this.facts.weekends = clamp((wk / wkn - wd / wdn) / this.facts.level, -1, 1)
  }
}

/** kWh a day that even an empty house may take: a router, the meter itself, a refrigerator where all use much. */
function nobodyIn({ rate, days }: DailyUse): number {
  const sampled: number[] = []
  // Not in step with the days of the season.
  let step = Math.max(1, Math.floor(rate.length / 20_000))
  while (step > 1 && days % step === 0) step++
  for (let at = 0; at < rate.length; at += step) {
    const one = rate[at] ?? NaN
    if (!Number.isNaN(one)) sampled.push(one)
  }
  const middle = Float64Array.from(sampled).sort()[sampled.length >> 1] ?? 0
  return clamp(0.07 * middle, 0.3, 0.8)
}

function againstVillages(
  columns: Record<HomeFact, Float64Array>,
  villages: readonly (string | undefined)[] | undefined,
) {
  const homes = columns.slope.length
  const groups = new Map<string, number[]>()
  for (let home = 0; home < homes; home++) {
    const village = villages?.[home] ?? ''
    const group = groups.get(village)
    if (group) group.push(home)
    else groups.set(village, [home])
  }
  const isUsual = (home: number) => columns.readable[home] === 1 && (columns.away[home] ?? 0) < 0.7
  const middleOf = (members: readonly number[], fact: HomeFact) => {
    const values = Float64Array.from(members.filter(isUsual), (home) => columns[fact][home] ?? 0).sort()
    return values[values.length >> 1]
  }
  const every = Array.from({ length: homes }, (_, home) => home)
  const middles = (members: readonly number[]) => ({
    slope: middleOf(members, 'slope'),
    base: middleOf(members, 'base'),
    level: middleOf(members, 'level'),
  })
  const county = middles(every)
  for (const members of groups.values()) {
    // A small village says little of its own: drawn to the county's.
    const weight = members.length / (members.length + 30)
    const own = groups.size > 1 ? middles(members) : county
    const drawn = (what: 'slope' | 'base' | 'level', least: number) => {
      const common = county[what] ?? 0
      return Math.max(least, weight * (own[what] ?? common) + (1 - weight) * common)
    }
    const [slope, base, level] = [drawn('slope', 1e-3), drawn('base', 1e-2), drawn('level', 1e-2)]
    for (const home of members) {
      if (columns.readable[home] !== 1) continue
      columns.slopeAgainstVillage[home] = clamp(
        Math.log((Math.max(0, columns.slope[home] ?? 0) + 0.03 * slope) / slope),
        -4,
        4,
      )
      columns.baseAgainstVillage[home] = clamp(
        Math.log((Math.max(0, columns.base[home] ?? 0) + 0.05 * base) / base),
        -4,
        4,
      )
      columns.steadyAgainstVillage[home] = clamp(
        Math.log(Math.max(0.02, (columns.base[home] ?? 0) / level)),
        -4,
        4,
      )
    }
  }
}

function againstPast(columns: Record<HomeFact, Float64Array>, past: PastSlopes) {
  for (const [home, before] of past.entries()) {
    if (!(before > 0) || columns.readable[home] !== 1) continue
    const now = Math.max(0, columns.slope[home] ?? 0)
    columns.slopeAgainstPast[home] = clamp(Math.log((now + 0.03 * before) / before), -4, 2)
  }
}

/** What a straight line leaves unexplained, from the sums. */
function leftOver(w: number, x: number, y: number, xx: number, xy: number, yy: number): number {
  const [vx, vy, vxy] = [xx - (x * x) / w, yy - (y * y) / w, xy - (x * y) / w]
  return Math.max(0, vx > 1e-9 && vxy > 0 ? vy - (vxy * vxy) / vx : vy)
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
