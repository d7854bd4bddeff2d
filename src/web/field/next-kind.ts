import { type FieldKind, permissionOf } from '../../modules/field/model.ts'
import type { KeptAct } from './store/database.ts'

const run: FieldKind = 'home.commission'
const signing: FieldKind = 'paper.take'

/** What counts of one's own acts at a home: sent or not, but not what was set aside or waits for a person. */
export const counts = ({ state }: Pick<KeptAct, 'state'>): boolean =>
  state !== 'set-aside' && state !== 'held'

/**
 * What is next at a home for this person: what the office knew when it was taken along, and what they have done here
 * since. The firm's own check follows its installation, and the run where none stands; what is to be signed comes last.
 * Undefined where nothing is left.
 */
export function nextKind(
  home: { kind: FieldKind; wantsRun?: boolean; papers?: readonly string[] },
  own: readonly Pick<KeptAct, 'kind' | 'state'>[],
  permissions: readonly string[],
): FieldKind | undefined {
  const done = new Set(own.filter(counts).map(({ kind }) => kind))
  const built: FieldKind = home.kind === 'home.install-parts' ? home.kind : 'home.install'
  const firm: FieldKind[] = [built, 'home.self-check', ...(home.wantsRun ? [run] : [])]
  const at = firm.indexOf(home.kind)
  const road = at < 0 ? [home.kind] : firm.slice(at)
  const next = road.find(
    (kind) => kind !== signing && !done.has(kind) && permissions.includes(permissionOf(kind)),
  )
  if (next) return next
  const signed = own.filter((act) => act.kind === signing && counts(act)).length
  return signed < (home.papers?.length ?? 0) && permissions.includes(signing) ? signing : undefined
}
