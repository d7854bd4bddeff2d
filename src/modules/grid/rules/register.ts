import { bitOf, type SeasonFlag } from './flags.ts'
import { ACTUAL, ESTIMATED, FINAL, INITIAL, type Readings, type RowsByMeter } from './readings.ts'

/**
 * What a meter's readings come to once rollovers, replacements and mistakes are sorted out. One curve serves meter after
 * meter: what it says holds until the next is read.
 */
export interface UsageCurve {
  length: number
  /** Moments with a reading that holds, ascending; two of one moment are a replacement. */
  at: Float64Array
  /** kWh used up to each moment since the first, as far as it was measured. */
  used: Float64Array
  /** 1 for intervals, by the place of their end, of which no register saw the use: a replacement without its final reading, … */
  unseen: Uint8Array
  /** In an unseen interval: the new register's own reading, where it may have begun at nought; no more can be meant. */
  unseenAtMost: Float64Array
  /** From here on readings are estimates of the grid company's (nobody read the meter later); Infinity for none. */
  estimatedFrom: number
  /** Up to here likewise; -Infinity for none. */
  estimatedUpTo: number
  /** One digit of the register, in kWh. */
  digit: number
  flags: number
}

/** No home's connection gives more: 60 A at 220 V over a whole day (kWh), taken up to the next hundred. */
const mostPerDay = 400
/** A jump of so many usual days in one is not use, unless the home is small. */
const timesUsual = 15
const leastCap = 120

const skipCost = 1
/** A season's first and last readings are worth more than one in between. */
const atEnds = 1.2
const rolloverCost = 0.3
const newRegisterCost = 1.5
const otherRegisterCost = 4.2
const farthest = 48
/** To pass over one figure sent many times is one mistake. */
const repeatedCost = 0.1

/** kWh a day of a register's middle interval, and of the one that nine in ten stay below. */
interface Usual {
  middle: number
  busy: number
}

/** Reads one meter's rows into the curve of its use. */
export class RegisterReader {
  readonly #readings: Readings
  readonly #grouped: RowsByMeter
  readonly curve: UsageCurve
  readonly #at: Float64Array
  readonly #kwh: Float64Array
  readonly #kind: Uint8Array
  #count = 0
  #flags = 0

  constructor(readings: Readings, grouped: RowsByMeter) {
    this.#readings = readings
    this.#grouped = grouped
    const { from } = grouped
    let most = 0
    for (let meter = 1; meter < from.length; meter++)
      most = Math.max(most, (from[meter] ?? 0) - (from[meter - 1] ?? 0))
    this.#at = new Float64Array(most)
    this.#kwh = new Float64Array(most)
    this.#kind = new Uint8Array(most)
    // Estimates at both ends come on top.
    this.curve = {
      length: 0,
      at: new Float64Array(most + 2),
      used: new Float64Array(most + 2),
      unseen: new Uint8Array(most + 2),
      unseenAtMost: new Float64Array(most + 2),
      estimatedFrom: Infinity,
      estimatedUpTo: -Infinity,
      digit: 1,
      flags: 0,
    }
  }

  read(meter: number): UsageCurve {
    const { curve } = this
    curve.length = 0
    curve.estimatedFrom = Infinity
    curve.estimatedUpTo = -Infinity
    this.#flags = this.#grouped.unordered[meter] ? bitOf('out-of-order') : 0
    curve.digit = this.#take(meter)
    if (!this.#readEasily(curve)) this.#readCarefully(curve)
    curve.flags = this.#flags
    return curve
  }

  /** Most registers only ever go up by a little: nothing to ponder. */
  #readEasily(curve: UsageCurve): boolean {
    const n = this.#count
    if (n === 0 || this.#kind[0] !== ACTUAL || this.#kind[n - 1] !== ACTUAL) return false
    let [before, used] = [0, 0]
    push(curve, this.#at[0] ?? 0, 0, 0, 0)
    for (let at = 1; at < n; at++) {
      const kind = this.#kind[at]
      if (kind === ESTIMATED) {
        this.#flag('estimated')
        continue
      }
      const step = (this.#kwh[at] ?? 0) - (this.#kwh[before] ?? 0)
      const days = (this.#at[at] ?? 0) - (this.#at[before] ?? 0)
      if (kind !== ACTUAL || !(days > 0) || !(step > 0) || step > leastCap * Math.max(days, 1)) {
        curve.length = 0
        return false
      }
      used += step
      push(curve, this.#at[at] ?? 0, used, 0, 0)
      before = at
    }
    return true
  }

  #readCarefully(curve: UsageCurve) {
    const measured = this.#indices((kind) => kind !== ESTIMATED)
    const isGuessed = measured.length === 0
    // Nobody ever read this meter: the estimates are all there is.
    const points = isGuessed ? this.#indices(() => true) : measured
    if (isGuessed) curve.estimatedFrom = -Infinity
    if (points.length > measured.length || measured.length < this.#count) this.#flag('estimated')
    for (const segment of this.#segments(points)) this.#append(curve, segment)
    if (!isGuessed) this.#addEstimatedEnds(curve)
  }

  #flag(flag: SeasonFlag) {
    this.#flags |= bitOf(flag)
  }

  #indices(isWanted: (kind: number) => boolean): number[] {
    const found: number[] = []
    for (let at = 0; at < this.#count; at++) if (isWanted(this.#kind[at] ?? 0)) found.push(at)
    return found
  }

  /** Takes the meter's rows without repetitions, in the order of a replacement's day; answers one digit in kWh. */
  #take(meter: number): number {
    const { at, kwh, kind } = this.#readings
    const { from, rows } = this.#grouped
    let n = 0
    let hasSame = false
    let isWhole = true
    let isTenth = true
    for (let place = from[meter] ?? 0; place < (from[meter + 1] ?? 0); place++) {
      const row = rows[place] ?? 0
      const [time, value, what] = [at[row] ?? 0, kwh[row] ?? 0, kind[row] ?? 0]
      if (n > 0 && this.#at[n - 1] === time) {
        if (this.#kind[n - 1] === what && this.#kwh[n - 1] === value) {
          this.#flag('duplicate')
          continue
        }
        hasSame = true
      }
      if (isWhole && value !== Math.floor(value)) isWhole = false
      if (isTenth && !isWhole && Math.abs(value * 10 - Math.round(value * 10)) > 1e-6) isTenth = false
      this.#at[n] = time
      this.#kwh[n] = value
      this.#kind[n] = what
      n++
    }
    this.#count = n
    for (let start = 0; hasSame && start < n; ) {
      let end = start + 1
      while (end < n && this.#at[end] === this.#at[start]) end++
      if (end - start > 1) this.#settleMoment(start, end)
      start = end
    }
    return isWhole ? 1 : isTenth ? 0.1 : 0.01
  }

  /** Several readings of one moment: a replacement, an estimate beside a reading, or two that contradict each other. */
  #settleMoment(start: number, end: number) {
    let [final, initial] = [NaN, NaN]
    for (let at = start; at < end; at++) {
      if (this.#kind[at] === FINAL) final = this.#kwh[at] ?? NaN
      if (this.#kind[at] === INITIAL) initial = this.#kwh[at] ?? NaN
    }
    const order = (at: number) => {
      const [kind, value] = [this.#kind[at], this.#kwh[at] ?? 0]
      if (kind === FINAL) return 2
      if (kind === INITIAL) return 3
      // A reading of the day of a replacement is of whichever register it is nearer to.
      const [toOld, toNew] = [Math.abs(value - this.#oldAt(start, final)), Math.abs(value - initial)]
      return Number.isFinite(initial) && toNew < toOld ? 4 : 1
    }
    const sorted = Array.from({ length: end - start }, (_, at) => start + at)
      .map((at) => ({ order: order(at), kwh: this.#kwh[at] ?? 0, kind: this.#kind[at] ?? 0 }))
      .sort((a, b) => a.order - b.order || a.kind - b.kind || a.kwh - b.kwh)
    const readings = sorted.filter(({ kind }) => kind === 0)
    if (readings.length > (Number.isFinite(final) || Number.isFinite(initial) ? 2 : 1))
      this.#flag('conflicting')
    for (const [at, one] of sorted.entries()) {
      this.#kwh[start + at] = one.kwh
      this.#kind[start + at] = one.kind
    }
  }

  #oldAt(start: number, final: number): number {
    return Number.isFinite(final) ? final : start > 0 ? (this.#kwh[start - 1] ?? Infinity) : Infinity
  }

  /** Cuts at what is said to be the end or the beginning of a register. */
  *#segments(points: readonly number[]): Generator<number[]> {
    let segment: number[] = []
    for (const point of points) {
      const last = segment.at(-1)
      if (last !== undefined && (this.#kind[point] === INITIAL || this.#kind[last] === FINAL)) {
        yield segment
        segment = []
      }
      segment.push(point)
    }
    if (segment.length > 0) yield segment
  }

  #append(curve: UsageCurve, segment: readonly number[]) {
    const [first = 0] = segment
    const before = curve.length - 1
    let used = 0
    if (before >= 0) {
      const [lastAt = 0, lastUsed = 0] = [curve.at[before], curve.used[before]]
      this.#flag('replacement')
      const isEnded = this.#kind[this.#lastKept] === FINAL
      const isBegun = this.#kind[first] === INITIAL
      if (!isEnded) this.#flag('replacement-without-final')
      if (!isBegun) this.#flag('replacement-without-initial')
      used = lastUsed
      const isAtOnce = isEnded && isBegun && (this.#at[first] ?? 0) - lastAt <= 1
      // What the new register shows at first bounds its own use alone: the old one's is bounded by its final reading.
      const atMost = isEnded && !isBegun ? (this.#kwh[first] ?? 0) : Infinity
      push(curve, this.#at[first] ?? 0, used, isAtOnce ? 0 : 1, atMost)
    } else push(curve, this.#at[first] ?? 0, 0, 0, 0)
    this.#walk(curve, segment, used)
  }

  #lastKept = 0

  /** One register from its first reading to its last; `used` is the use before it. */
  #walk(curve: UsageCurve, segment: readonly number[], used: number) {
    const usual = this.#usual(segment)
    const fresh = this.#withoutFrozen(segment, usual)
    const kept = this.#isPlain(fresh, usual) ? fresh : this.#chain(fresh, usual)
    const [start = 0] = kept
    // The curve already has the segment's first reading; what was found wrong there is taken off again.
    curve.at[curve.length - 1] = this.#at[start] ?? 0
    if (start !== fresh[0] && curve.length > 1) curve.unseen[curve.length - 1] = 1
    let before = start
    for (const point of kept.slice(1)) {
      const [days, from, to] = [this.#days(before, point), this.#kwh[before] ?? 0, this.#kwh[point] ?? 0]
      const step = to - from
      if (step >= 0 && step <= cap(days, usual)) {
        used += step
        push(curve, this.#at[point] ?? 0, used, 0, 0)
      } else {
        const over = step < 0 ? rolledOver(from, to, days, usual) : undefined
        if (over !== undefined) {
          this.#flag('rollover')
          used += over
          push(curve, this.#at[point] ?? 0, used, 0, 0)
        } else {
          // No word of it, but the register is another one.
          this.#flag('replacement')
          this.#flag('replacement-without-final')
          this.#flag('replacement-without-initial')
          push(curve, this.#at[point] ?? 0, used, 1, Infinity)
        }
      }
      before = point
    }
    this.#lastKept = before
  }

  #days(from: number, to: number): number {
    return Math.max((this.#at[to] ?? 0) - (this.#at[from] ?? 0), 0)
  }

  /** kWh a day of the register's intervals. */
  #usual(segment: readonly number[]): Usual {
    const rates: number[] = []
    for (let at = 1; at < segment.length; at++) {
      const [from, to] = [segment[at - 1] ?? 0, segment[at] ?? 0]
      const step = (this.#kwh[to] ?? 0) - (this.#kwh[from] ?? 0)
      const days = this.#days(from, to)
      if (step > 0 && days > 0) rates.push(step / days)
    }
    if (rates.length === 0) return { middle: 0, busy: 0 }
    const sorted = Float64Array.from(rates).sort()
    return {
      middle: sorted[sorted.length >> 1] ?? 0,
      busy: sorted[Math.floor(sorted.length * 0.9)] ?? 0,
    }
  }

  #isPlain(segment: readonly number[], usual: Usual): boolean {
    for (let at = 1; at < segment.length; at++) {
      const [from, to] = [segment[at - 1] ?? 0, segment[at] ?? 0]
      const step = (this.#kwh[to] ?? 0) - (this.#kwh[from] ?? 0)
      if (step < 0 || step > cap(this.#days(from, to), usual)) return false
    }
    return true
  }

  /**
   * The same figure sent again and again, and then all of it at once: nobody read the register in between. A home that
   * used nothing for a while goes on from there as usual.
   */
  #withoutFrozen(segment: readonly number[], { middle }: Usual): readonly number[] {
    let fresh: number[] | undefined
    for (let start = 0; start < segment.length - 2; ) {
      let end = start
      while (end + 1 < segment.length && this.#kwh[segment[end + 1] ?? 0] === this.#kwh[segment[start] ?? 0])
        end++
      const [first, last, next] = [segment[start] ?? 0, segment[end] ?? 0, segment[end + 1]]
      if (end > start && next !== undefined && middle > 0) {
        const step = (this.#kwh[next] ?? 0) - (this.#kwh[last] ?? 0)
        const [silent, days] = [this.#days(first, next), this.#days(last, next)]
        if (
          step > 1.8 * middle * Math.max(days, 1) &&
          step >= 0.5 * middle * silent &&
          step <= 3 * middle * silent
        ) {
          this.#flag('frozen')
          fresh ??= [...segment]
          for (let at = start + 1; at <= end; at++) fresh[at] = -1
        }
      }
      start = end + 1
    }
    return fresh ? fresh.filter((point) => point >= 0) : segment
  }

  /**
   * The cheapest way from the first reading to the last that a register can have gone: to pass over a reading costs
   * something, a rollover little, another register much.
   */
  #chain(segment: readonly number[], usual: Usual): readonly number[] {
    const n = segment.length
    const cost = new Float64Array(n)
    const from = new Int32Array(n).fill(-1)
    // What it costs to pass over all readings before this one.
    const passed = new Float64Array(n + 1)
    for (let at = 0; at < n; at++) {
      const isRepeated = at > 0 && this.#kwh[segment[at] ?? 0] === this.#kwh[segment[at - 1] ?? 0]
      passed[at + 1] = (passed[at] ?? 0) + (isRepeated ? repeatedCost : skipCost)
    }
    const skipped = (first: number, end: number) => (passed[end] ?? 0) - (passed[first] ?? 0)
    for (let to = 0; to < n; to++) {
      cost[to] = skipped(0, to) * atEnds
      for (let at = to - 1; at >= 0 && to - at <= farthest; at--) {
        const reached = (cost[at] ?? 0) + skipped(at + 1, to)
        if (reached >= (cost[to] ?? 0)) continue
        const total = reached + this.#price(segment[at] ?? 0, segment[to] ?? 0, usual)
        if (total < (cost[to] ?? 0)) {
          cost[to] = total
          from[to] = at
        }
      }
    }
    let end = n - 1
    const whole = (at: number) => (cost[at] ?? 0) + skipped(at + 1, n) * atEnds
    for (let at = n - 2; at >= 0 && n - at <= farthest; at--) if (whole(at) < whole(end)) end = at
    const places: number[] = []
    for (let at = end; at >= 0; at = from[at] ?? -1) places.unshift(at)
    this.#tellSkipped(segment, places)
    return places.map((place) => segment[place] ?? 0)
  }

  #price(from: number, to: number, usual: Usual): number {
    const step = (this.#kwh[to] ?? 0) - (this.#kwh[from] ?? 0)
    const days = this.#days(from, to)
    if (days === 0) return step === 0 ? 0 : Infinity
    if (step >= 0 && step <= cap(days, usual))
      // Of two ways that cost the same, the smoother.
      return 0.02 * Math.abs(Math.log((step / days + 0.5) / (usual.middle + 0.5)))
    if (step >= 0) return otherRegisterCost
    if (rolledOver(this.#kwh[from] ?? 0, this.#kwh[to] ?? 0, days, usual) !== undefined) return rolloverCost
    const isNew = (this.#kwh[to] ?? 0) <= cap(days, usual) + 20 && -step > 20 * usual.middle
    return isNew ? newRegisterCost : otherRegisterCost
  }

  #tellSkipped(segment: readonly number[], places: readonly number[]) {
    const kept = new Set(places)
    let last = places[0] ?? 0
    for (let place = 0; place < segment.length; place++) {
      if (kept.has(place)) {
        last = place
        continue
      }
      const [value, held] = [this.#kwh[segment[place] ?? 0] ?? 0, this.#kwh[segment[last] ?? 0] ?? 0]
      this.#flag(value < held && place > last ? 'backwards' : 'implausible-spike')
    }
  }

  /** Where nobody read the meter at the ends, the estimates there are better than nothing. */
  #addEstimatedEnds(curve: UsageCurve) {
    const [first = 0, last = 0, used = 0] = [
      curve.at[0],
      curve.at[curve.length - 1],
      curve.used[curve.length - 1],
    ]
    const end = this.#kwh[this.#lastKept] ?? 0
    if (this.#kind[this.#lastKept] !== FINAL) {
      for (let at = this.#count - 1; at >= 0 && (this.#at[at] ?? 0) > last; at--) {
        const step = (this.#kwh[at] ?? 0) - end
        if (this.#kind[at] !== ESTIMATED || step < 0) continue
        curve.estimatedFrom = last
        push(curve, this.#at[at] ?? 0, used + step, 0, 0)
        break
      }
    }
    let start = 0
    while (this.#kind[start] === ESTIMATED || this.#at[start] !== first) start++
    for (let at = 0; at < start && (this.#at[at] ?? 0) < first; at++) {
      const step = (this.#kwh[start] ?? 0) - (this.#kwh[at] ?? 0)
      if (this.#kind[at] !== ESTIMATED || step < 0 || step > mostPerDay * (first - (this.#at[at] ?? 0)))
        continue
      curve.estimatedUpTo = first
      for (const column of [curve.at, curve.used, curve.unseen, curve.unseenAtMost])
        column.copyWithin(1, 0, curve.length)
      curve.at[0] = this.#at[at] ?? 0
      curve.used[0] = -step
      curve.unseen[0] = 0
      curve.length++
      break
    }
  }
}

function push(curve: UsageCurve, at: number, used: number, unseen: 0 | 1, atMost: number) {
  const place = curve.length++
  curve.at[place] = at
  curve.used[place] = used
  curve.unseen[place] = unseen
  curve.unseenAtMost[place] = atMost
}

const cap = (days: number, { middle, busy }: Usual): number =>
  Math.max(days, 1) * Math.max(leastCap, Math.min(mostPerDay, timesUsual * middle), 4 * busy)

/** The use where a register of four to seven digits went past its last figure; nothing where that cannot be. */
function rolledOver(from: number, to: number, days: number, usual: Usual): number | undefined {
  for (let size = 10_000; size <= 10_000_000; size *= 10) {
    const used = to + size - from
    if (from <= size && used >= 0 && used <= Math.min(cap(days, usual), size / 4)) return used
  }
  return undefined
}
