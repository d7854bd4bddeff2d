import { addDays, type Day } from '../../../kernel/dates/day.ts'
import { amount, type Pack, parameter } from '../../../kernel/pack/pack.ts'
import { type SourceKind, sourceKinds } from '../model.ts'

export type SourceState = 'missing' | 'out-of-date' | 'current' | 'not-required'

/** Kinds of lists the pack asks for on a day. */
export function requiredKinds(pack: Pack, day: Day): SourceKind[] {
  const { value } = parameter(pack, 'source.requiredKinds', day)
  const wanted = typeof value === 'object' ? value : [value]
  return sourceKinds.filter((kind) => wanted.includes(kind))
}

/** Data of this day or later are still good. Lists of earlier years do not age. */
export const goodSince = (pack: Pack, day: Day): Day => addDays(day, -amount(pack, 'source.maxAgeDays', day))

/** Where a kind of list stands, by the date its newest is of. */
export function stateOf(kind: SourceKind, newest: Day | null, pack: Pack, day: Day): SourceState {
  const isRequired = requiredKinds(pack, day).includes(kind)
  if (newest === null) return isRequired ? 'missing' : 'not-required'
  if (kind === 'earlier' || newest >= goodSince(pack, day)) return 'current'
  return isRequired ? 'out-of-date' : 'not-required'
}
