import { type FieldKind, permissionOf } from '../../modules/field/model.ts'
import type { KeptAct } from './store/database.ts'

const run: FieldKind = 'home.commission'
const signing: FieldKind = 'paper.take'
const correction: FieldKind = 'home.correct-parts'
const check: FieldKind = 'home.self-check'

/** What counts of one's own acts at a home: sent or not, but not what was set aside or waits for a person. */
export const counts = ({ state }: Pick<KeptAct, 'state'>): boolean =>
  state !== 'set-aside' && state !== 'held'

/**
 * What is next at a home for this person: what the office knew when it was taken along, and what they have done here
 * since. The firm's own check follows its installation, and whatever it corrects there; the run where none stands comes
 * next, what is to be signed last.
 * Undefined where nothing is left.
 */
export function nextKind(
  home: { kind: FieldKind; wantsRun?: boolean; papers?: readonly string[] },
  own: readonly Pick<KeptAct, 'kind' | 'state'>[],
  permissions: readonly string[],
): FieldKind | undefined {
  const counted = own.filter(counts)
  const corrected = counted.findLastIndex(({ kind }) => kind === correction)
  // A check does not cover what was corrected after it (§3.3.1).
  const done = new Set(
    counted.filter(({ kind }, i) => kind !== check || i > corrected).map(({ kind }) => kind),
  )
  const built: FieldKind = home.kind === 'home.install-parts' ? home.kind : 'home.install'
  const firm: FieldKind[] = [built, check, ...(home.wantsRun ? [run] : [])]
  const at = firm.indexOf(home.kind)
  const road = at < 0 ? [home.kind] : firm.slice(at)
  const next = road.find(
    (kind) => kind !== signing && !done.has(kind) && permissions.includes(permissionOf(kind)),
  )
  if (next) return next
  const signed = own.filter((act) => act.kind === signing && counts(act)).length
  return signed < (home.papers?.length ?? 0) && permissions.includes(signing) ? signing : undefined
}

/** Whether the firm may measure the parts of this home anew: they are on record, and no visit has passed that it knows of. */
export const mayCorrect = (
  home: { kind: FieldKind; parts?: readonly unknown[] | null },
  own: readonly Pick<KeptAct, 'kind' | 'state'>[],
  permissions: readonly string[],
): boolean =>
  permissions.includes(permissionOf(correction)) &&
  ((home.kind === check && (home.parts ?? []).length > 0) ||
    (home.kind === 'home.install-parts' && own.some((act) => act.kind === home.kind && counts(act))))
