import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import { inScope, type Scope } from '../../kernel/identity/authority.ts'
import { kindsOfWeight } from './rules/doubts.ts'

/**
 * Doubts `d` about homes `h` that somebody may look at: of kinds the pack wants looked at, and where the other side lies in
 * another town the county's alone.
 */
export const doubtsWithin = (
  { pack, today }: Pick<QueryContext, 'pack' | 'today'>,
  scope: Scope,
): RawBuilder<unknown> => sql`
  d.kind = any(${kindsOfWeight(pack, today, 'block', 'look')}::text[])
  and ${inScope(scope, {
    town: sql`case when not d.wide then h.town end`,
    village: sql`case when not d.wide then h.village end`,
  })}`
