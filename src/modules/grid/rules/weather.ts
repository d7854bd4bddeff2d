/** Daily mean temperature without gaps from day `first` (days since 1970-01-01). */
export interface Weather {
  first: number
  celsius: Float64Array
}

/** Fills days without a temperature along the line between their neighbours; counts what it filled. */
export function weatherOf(days: readonly number[], celsius: readonly number[]): Weather & { filled: number } {
  const byDay = new Map(days.map((day, at) => [day, celsius[at] ?? 0]))
  const sorted = [...byDay.keys()].sort((a, b) => a - b)
  const [first = 0] = sorted
  const last = sorted.at(-1) ?? -1
  const dense = new Float64Array(Math.max(0, last - first + 1))
  let filled = 0
  for (const [at, day] of sorted.entries()) {
    const here = byDay.get(day) ?? 0
    dense[day - first] = here
    const next = sorted[at + 1]
    if (next === undefined) break
    const there = byDay.get(next) ?? 0
    for (let gap = day + 1; gap < next; gap++, filled++)
      dense[gap - first] = here + ((there - here) * (gap - day)) / (next - day)
  }
  return { first, celsius: dense, filled }
}

/** What the walls feel: each day keeps `lag` of what was felt the day before. */
export function laggedCelsius({ celsius }: Weather, lag: number): Float64Array {
  const felt = Float64Array.from(celsius)
  for (let at = 1; at < felt.length; at++)
    felt[at] = (1 - lag) * (celsius[at] ?? 0) + lag * (felt[at - 1] ?? 0)
  return felt
}

/** Degree days below `balance` up to each midnight, so that those between two moments are a difference. */
export class DegreeDays {
  readonly first: number
  readonly #sum: Float64Array

  constructor(first: number, daily: ArrayLike<number>) {
    this.first = first
    this.#sum = new Float64Array(daily.length + 1)
    for (let at = 0; at < daily.length; at++) this.#sum[at + 1] = (this.#sum[at] ?? 0) + (daily[at] ?? 0)
  }

  static below(balance: number, first: number, felt: Float64Array): DegreeDays {
    return new DegreeDays(
      first,
      felt.map((celsius) => Math.max(0, balance - celsius)),
    )
  }

  /** Degree days from the beginning to moment `at`; outside the temperatures none are added. */
  upTo(at: number): number {
    const place = Math.min(Math.max(at - this.first, 0), this.#sum.length - 1)
    const whole = Math.floor(place)
    const here = this.#sum[whole] ?? 0
    return whole === place ? here : here + (place - whole) * ((this.#sum[whole + 1] ?? here) - here)
  }
}
