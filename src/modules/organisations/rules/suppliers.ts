import { type Actor, covers, type Grant, type Place, type Scope } from '../../../kernel/identity/authority.ts'

/** The duty that speaks for a supplier of the pack's. */
const rolesOf: Record<string, string> = {
  household: 'household',
  village: 'village-cadre',
  town: 'town-officer',
  contractor: 'contractor',
  supervisor: 'supervisor',
}

/** The grants by which a person speaks for one of these suppliers. */
export const grantsAs = (actor: Actor, by: readonly string[]): Grant[] =>
  actor.grants.filter(({ role }) => by.some((supplier) => rolesOf[supplier] === role))

/** Where a person speaks for one of these suppliers. */
export function scopeAs(actor: Actor, by: readonly string[]): Scope {
  const grants = grantsAs(actor, by)
  return {
    areas: grants.flatMap(({ area }) => area ?? []),
    organisations: grants.flatMap(({ organisation }) => organisation ?? []),
    homes: grants.flatMap(({ home }) => home ?? []),
  }
}

/** Whether a person speaks for one of these suppliers at a place. */
export const speaksFor = (actor: Actor, by: readonly string[], place: Place): boolean =>
  covers(scopeAs(actor, by), place)
