import { type RawBuilder, sql } from 'kysely'
import type { NameState } from './model/names.ts'

const fields = [
  { column: 'title_owner', fact: 'agreement.titleOwner' },
  { column: 'account_holder', fact: 'agreement.accountHolder' },
] as const

/** Homes `h` whose last screening found a name to look at, or took another spelling for the householder's. */
export function namesAre(state: NameState): RawBuilder<boolean> {
  const each = fields.flatMap(({ column, fact }) => {
    // A fact of the names is a plain value; one that somebody settled has its day.
    const found = state === 'look' ? [{ conflicting: true }] : [true, { value: true }]
    return found.map(
      (value) =>
        sql`(${sql.ref(`h.${column}`)} <> h.householder and s.facts @> ${JSON.stringify({ [fact]: value })}::jsonb)`,
    )
  })
  return sql<boolean>`((h.title_owner <> h.householder or h.account_holder <> h.householder)
    and exists (select 1 from screening s
                 where s.county = h.county and s.id = h.screening and (${sql.join(each, sql` or `)})))`
}
