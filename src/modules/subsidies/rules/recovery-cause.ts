import type { Pack } from '../../../kernel/pack/pack.ts'

export interface RecoveryCause {
  /** The kind of change by which the home left; null where it did not. */
  changeKind: string | null
  /** The check that failed; null where none did. */
  failedCheck: string | null
}

/** By which clauses it is owed back: the failed sample, what the pack says of the departure, or the coal found. */
export function clausesOwedBy({ changeKind, failedCheck }: RecoveryCause, pack: Pack): readonly string[] {
  if (failedCheck) return ['§4.2', '§3.3.2c']
  if (changeKind === null) return ['§3.3.2b']
  return pack.changes.find(({ id }) => id === changeKind)?.clauses ?? ['§3.1.3d']
}
