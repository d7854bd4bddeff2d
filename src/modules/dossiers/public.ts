import { sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import type { Scope } from '../../kernel/identity/authority.ts'
import { seen } from './queries/seen.ts'
import { ownPapers } from './rules/papers.ts'
import { dossierOf, missingBits } from './standing.ts'

/** From `from` on: accepted homes `h` with a paper missing that this person may bring (§3.3.3). */
export const homesToBringPapersFor = (scope: Scope, { county, pack, actor }: QueryContext) => sql`
  from home h ${dossierOf(pack, county)}
 where h.county = ${county} and h.ended is null and h.accepted_on is not null
   and ${missingBits} & ${ownPapers(pack, actor)} <> 0 and ${seen(scope)}`
