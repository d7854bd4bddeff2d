import { type Actor, isEmpty, scopeOf } from '../../kernel/identity/authority.ts'
import { roles } from '../organisations/public.ts'
import type { SourceKind } from './model.ts'
import { ownKinds } from './rules/own-kinds.ts'

/** The kinds of list an actor deals with. */
export const kindsOf = (actor: Actor): readonly SourceKind[] =>
  ownKinds(!isEmpty(scopeOf(roles, actor, 'source.every-kind')), actor.grants)
