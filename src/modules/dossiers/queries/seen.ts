import { sql } from 'kysely'
import { inScope, type Scope } from '../../../kernel/identity/authority.ts'

/** Homes `h` within a scope. */
export const seen = (scope: Scope) =>
  inScope(scope, {
    town: sql.ref('h.town'),
    village: sql.ref('h.village'),
    organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
    home: sql.ref('h.id'),
  })
