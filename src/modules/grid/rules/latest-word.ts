import type { MeterRow } from './read-in.ts'
import { FINAL, INITIAL } from './readings.ts'

/** An old meter's last figure and a new one's first stand for themselves, whatever else is said of their moment. */
const slotOf = ({ minute, kind }: MeterRow): number =>
  minute * 4 + (kind === FINAL || kind === INITIAL ? kind : 0)

/** A home's readings out of files in the order they came in: of two that speak of one moment the later one counts. */
export function latestWord(files: readonly (readonly MeterRow[])[]): MeterRow[] {
  if (files.length === 1) return [...(files[0] ?? [])]
  const taken = new Set<number>()
  const kept: MeterRow[] = []
  for (const rows of [...files].reverse()) {
    // Two figures of one file for one moment are both kept.
    const open = rows.filter((row) => !taken.has(slotOf(row)))
    for (const row of open) {
      taken.add(slotOf(row))
      kept.push(row)
    }
  }
  return kept.sort((a, b) => a.minute - b.minute || a.kind - b.kind || a.centiKwh - b.centiKwh)
}
