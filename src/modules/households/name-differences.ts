import { type RawBuilder, sql } from 'kysely'
import type { NameState } from './model/names.ts'

const fields = [
  { column: 'title_owner', fact: 'agreement.titleOwner' },
  { column: 'account_holder', fact: 'agreement.accountHolder' },
] as const

/** Homes `h` whose last screening found a name to look at, or took another spelling for the householder's. */
export function namesAre(state: NameState): RawBuilder<boolean> {
  const holds = fields.map(({ column, fact }) =>
    state === 'look'
      ? sql`s.facts #> ${[fact, 'conflicting']}::text[] = 'true'::jsonb`
      : // A fact of the names is a plain value; one that somebody settled, or a list says, is an object.
        sql`(${sql.ref(`h.${column}`)} <> h.householder
             and coalesce(s.facts #> ${[fact, 'value']}::text[], s.facts -> ${fact}) = 'true'::jsonb)`,
  )
  // Few homes come so far: whoever is a yes has no name to look at, and most names are written alike.
  const first =
    state === 'look'
      ? sql`h.answer <> 'yes'`
      : sql`(h.title_owner <> h.householder or h.account_holder <> h.householder)`
  return sql<boolean>`(${first}
    and exists (select 1 from screening s
                 where s.county = h.county and s.id = h.screening and (${sql.join(holds, sql` or `)})))`
}
