import { type RawBuilder, sql } from 'kysely'
import { type Actor, isEmpty, scopeOf } from '../../kernel/identity/authority.ts'
import { roles } from '../organisations/public.ts'
import type { SourceKind } from './model.ts'
import { ownKinds } from './rules/own-kinds.ts'

/** The kinds of list an actor deals with. */
export const kindsOf = (actor: Actor): readonly SourceKind[] =>
  ownKinds(!isEmpty(scopeOf(roles, actor, 'source.every-kind')), actor.grants)

/** Whether a list was brought by the actor's own side: the bureau may take back any, an office only what its own people brought. */
export function broughtByOwnSide(actor: Actor): RawBuilder<boolean> {
  if (!isEmpty(scopeOf(roles, actor, 'source.every-kind'))) return sql<boolean>`true`
  return sql<boolean>`
    (source.imported_by = ${actor.id}::uuid
     or exists (select 1 from role_grant g
                 where g.county = ${actor.county} and source.county = ${actor.county} and g.account = source.imported_by
                   and g.role = any(${actor.grants.map(({ role }) => role)}::text[])))`
}
