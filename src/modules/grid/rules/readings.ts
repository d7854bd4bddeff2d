/** What stands behind a reading. The order is that of one moment: a meter is read, taken away, and the next one begins. */
export const readingKinds = ['actual', 'estimated', 'final', 'initial'] as const

export const ACTUAL = 0
export const ESTIMATED = 1
export const FINAL = 2
export const INITIAL = 3

/** Cumulative register readings in columns: a season of a county is millions of them. */
export interface Readings {
  meters: readonly string[]
  /** Place in `meters`. */
  meter: Uint32Array
  /** Days since 1970-01-01 in Asia/Shanghai; a reading of a day alone is that of its midnight (日冻结). */
  at: Float64Array
  kwh: Float64Array
  /** Place in `readingKinds`. */
  kind: Uint8Array
}

/** The rows of each meter in the order of time: those of meter `m` are `rows[from[m]]` up to `rows[from[m + 1]]`. */
export interface RowsByMeter {
  from: Uint32Array
  rows: Uint32Array
  /** 1 where the file had a meter's rows in another order. */
  unordered: Uint8Array
}

export function rowsByMeter({ meters, meter, at, kind, kwh }: Readings): RowsByMeter {
  const from = new Uint32Array(meters.length + 1)
  for (const one of meter) from[one + 1] = (from[one + 1] ?? 0) + 1
  for (let m = 0; m < meters.length; m++) from[m + 1] = (from[m + 1] ?? 0) + (from[m] ?? 0)
  const next = from.slice()
  const rows = new Uint32Array(meter.length)
  for (const [row, one] of meter.entries()) {
    const place = next[one] ?? 0
    rows[place] = row
    next[one] = place + 1
  }
  const unordered = new Uint8Array(meters.length)
  const time = (row: number) => at[row] ?? 0
  for (let m = 0; m < meters.length; m++) {
    const [first = 0, end = 0] = [from[m], from[m + 1]]
    let needsSort = false
    for (let place = first + 1; place < end; place++) {
      const [earlier, later] = [time(rows[place - 1] ?? 0), time(rows[place] ?? 0)]
      if (earlier < later) continue
      needsSort = true
      if (earlier > later) unordered[m] = 1
    }
    // The same whatever the order of the file: by time, kind, value.
    if (needsSort)
      rows
        .subarray(first, end)
        .sort(
          (a, b) =>
            time(a) - time(b) || (kind[a] ?? 0) - (kind[b] ?? 0) || (kwh[a] ?? 0) - (kwh[b] ?? 0) || a - b,
        )
  }
  return { from, rows, unordered }
}
