import type { FieldKind } from '../../modules/field/model.ts'
import type { KeptAct } from './store/database.ts'

/** What counts of one's own acts at a home: sent or not, but not what was set aside or waits for a person. */
const counts = ({ state }: Pick<KeptAct, 'state'>): boolean => state !== 'set-aside' && state !== 'held'

/**
 * What is next at a home for this person: what the office knew when it was taken along, and what they have done here
 * since. The firm's own check follows its installation; undefined where nothing is left.
 */
export function nextKind(
  home: { kind: FieldKind },
  own: readonly Pick<KeptAct, 'kind' | 'state'>[],
  permissions: readonly string[],
): FieldKind | undefined {
  const done = new Set(own.filter(counts).map(({ kind }) => kind))
  const road: FieldKind[] = home.kind === 'home.install' ? ['home.install', 'home.self-check'] : [home.kind]
  return road.find((kind) => !done.has(kind) && permissions.includes(kind))
}
