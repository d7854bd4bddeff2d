/** What one run took: by the clock, and in processor time of this program and, where it can be seen, the database. */
export interface Sample {
  wallMs: number
  cpuMs: number
}

/** Runs of ours and of what they are compared with, side by side in the same minutes. */
export interface Pairs {
  ours: Sample[]
  peer: Sample[]
}

/** 0 ≤ q ≤ 1; the nearest value there is, not one in between. NaN of nothing. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? sorted[0] ?? NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/**
 * The median of each pair's own ratio: a machine that is busy for a minute slows both halves of a pair, and so
 * says little about either.
 */
export const ratioOf = ({ ours, peer }: Pairs, of: (sample: Sample) => number): number =>
  median(ours.flatMap((sample, at) => (peer[at] ? [of(sample) / of(peer[at])] : [])))
