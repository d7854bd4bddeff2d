import { sql } from 'kysely'
import { inScope, type Scope } from '../../kernel/identity/authority.ts'

/** The premises of `premises p` this person may see: of their area, or of their firm. */
export const visiblePremises = (scope: Scope) =>
  inScope(scope, {
    town: sql.ref('p.town'),
    village: sql.ref('p.village'),
    organisations: [sql.ref('p.contractor'), sql.ref('p.supervisor')],
  })
