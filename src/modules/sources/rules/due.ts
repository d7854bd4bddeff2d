import { addDays, type Day } from '../../../kernel/dates/day.ts'
import { amount, type Pack, parameter } from '../../../kernel/pack/pack.ts'
import { type SourceKind, sourceKinds } from '../model.ts'

export type SourceState = 'missing' | 'out-of-date' | 'partly' | 'current' | 'not-required'

/** Kinds of lists the pack asks for on a day. */
export function requiredKinds(pack: Pack, day: Day): SourceKind[] {
  const { value } = parameter(pack, 'source.requiredKinds', day)
  const wanted = typeof value === 'object' ? value : [value]
  return sourceKinds.filter((kind) => wanted.includes(kind))
}

/** Data of this day or later are still good. Lists of earlier years do not age. */
export const goodSince = (pack: Pack, day: Day): Day => addDays(day, -amount(pack, 'source.maxAgeDays', day))

interface Standing {
  kind: SourceKind
  area: string
  asOf: Day
}

/** Where a kind of list stands, and the towns that no list young enough covers. */
export function stateOf(
  kind: SourceKind,
  sources: readonly Standing[],
  towns: readonly string[],
  pack: Pack,
  day: Day,
): { state: SourceState; uncovered: string[] } {
  const own = sources.filter((source) => source.kind === kind)
  const since = goodSince(pack, day)
  const good = own.filter(({ asOf }) => kind === 'earlier' || asOf >= since)
  const uncovered = towns.filter((town) => !good.some(({ area }) => area === town || area.endsWith('000000')))
  if (good.length > 0 && uncovered.length === 0) return { state: 'current', uncovered }
  if (!requiredKinds(pack, day).includes(kind)) return { state: 'not-required', uncovered: [] }
  return { state: good.length > 0 ? 'partly' : own.length > 0 ? 'out-of-date' : 'missing', uncovered }
}
