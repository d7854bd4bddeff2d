import { type RawBuilder, sql } from 'kysely'
import { blindIndex } from '../../../kernel/cipher/fields.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import { withoutSpacing } from '../../../kernel/standards/plain-text.ts'
import { nameKey } from '../acts/field-columns.ts'
import { plainTitle } from '../rules/title.ts'

type Condition = RawBuilder<unknown>

/**
 * What a typed text may mean: a name or village (Chinese), pinyin or its initials (letters), the last four or all of
 * an ID number, an account (digits), a title number. Under row-level security only comparisons that reveal nothing
 * may use an index, so prefixes are ranges of columns in the C collation, never LIKE.
 */
export function searchConditions(
  text: string,
  keys: Keys,
  county: number,
  villages: readonly string[],
): Condition {
  const plain = withoutSpacing(text)
  const found: Condition[] = []
  if (villages.length > 0) found.push(sql`h.village = any(${[...villages]}::text[])`)
  if (/\p{Script=Han}/u.test(plain)) found.push(startsWith('householder_key', nameKey(plain)))
  else if (/^[a-z]+$/i.test(plain)) {
    const letters = plain.toLowerCase()
    found.push(startsWith('householder_pinyin', letters), startsWith('householder_initials', letters))
  } else if (/^[\p{L}·. ]+$/u.test(text.trim())) found.push(startsWith('householder_key', nameKey(text)))
  if (/^\d{3}[\dxX]$/.test(plain))
    found.push(sql`h.id_last_four_index = ${blindIndex(keys, county, 'id-last-four', plain.toUpperCase())}`)
  if (/^\d{17}[\dxX]$/.test(plain))
    found.push(sql`h.id_number_index = ${blindIndex(keys, county, 'id-number', plain.toUpperCase())}`)
  if (/^\d{5,13}$/.test(plain)) found.push(startsWith('account_number', plain))
  const title = plainTitle(plain)
  if (title.length >= 4 && /\d/.test(title)) found.push(startsWith('title_index', title))
  return found.length === 0 ? sql`false` : sql`(${sql.join(found, sql` or `)})`
}

function startsWith(column: string, prefix: string): Condition {
  if (prefix === '') return sql`false`
  return sql`(${sql.ref(`h.${column}`)} >= ${prefix} and ${sql.ref(`h.${column}`)} < ${after(prefix)})`
}

/** The first text in the C collation that no longer starts with the prefix: the last character raised by one. */
function after(prefix: string): string {
  const points = Array.from(prefix)
  const last = points.pop() ?? ''
  const next = (last.codePointAt(0) ?? 0) + 1
  // Surrogates are no characters; what follows the last one before them is the first one after.
  return points.join('') + String.fromCodePoint(next >= 0xd800 && next <= 0xdfff ? 0xe000 : next)
}
