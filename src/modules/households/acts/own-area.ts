import type { Actor } from '../../../kernel/identity/authority.ts'

/** An area of the actor's own: where an act without an input would be, when a screen asks what may be done now. */
export const ownArea = (actor: Actor): string | undefined => actor.grants.find((grant) => grant.area)?.area
