import { type RawBuilder, sql } from 'kysely'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { blindIndex } from '../../../kernel/cipher/fields.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { withoutSpacing } from '../../../kernel/standards/plain-text.ts'
import { kindsOf } from '../own-kinds.ts'
import { rowNameKey } from '../rules/name-key.ts'
import { FindRows } from '../model.ts'
import { shownColumns, shownRow, type StoredRow } from './about-home.ts'

const pageSize = 50
/** A page's count stops here, so that no page waits for it. */
const mostCounted = 10_000

type Wanted = Pick<typeof FindRows._output, 'source' | 'search' | 'row'>

/** The lines of a source in one's area, as condition over `source_row r`. */
function rowsWhere(
  { source, search, row }: Wanted,
  { county, keys, scope, actor }: QueryContext,
): RawBuilder<unknown> {
  const conditions = [
    sql`r.county = ${county}`,
    sql`r.source = ${source}`,
    sql`exists (select 1 from source s where s.county = ${county} and s.id = ${source}
                   and s.kind = any(${[...kindsOf(actor)]}::text[]))`,
    inScope(scope, { town: sql.ref('r.town') }),
  ]
  if (row) conditions.push(sql<boolean>`r.id = ${row}`)
  if (search) conditions.push(found(search, keys, county))
  return sql.join(conditions, sql` and `)
}

/** A name or its beginning, a whole ID number, an account or its beginning, a family's number. */
export function found(search: string, keys: Keys, county: number): RawBuilder<boolean> {
  const text = withoutSpacing(search)
  if (/^\d{17}[\dXx]$/.test(text))
    return sql<boolean>`r.id_number_index = ${blindIndex(keys, county, 'id-number', text.toUpperCase())}`
  if (/^\d+$/.test(text))
    return sql<boolean>`(r.account_number >= ${text} and r.account_number < ${`${text}:`}
      or r.old_account_number >= ${text} and r.old_account_number < ${`${text}:`} or r.family_number = ${text})`
  const key = rowNameKey(search)
  return sql<boolean>`(r.name_key >= ${key} and r.name_key < ${`${key}\u{10FFFF}`} or r.title = ${search}
    or r.village in (select code from area where county = ${county} and level = 'village' and name = ${search}))`
}

export async function listedRows(
  db: ReadDb,
  wanted: Wanted,
  context: QueryContext,
  limit: number,
  offset: number,
) {
  const { county, keys } = context
  const { rows } = await sql<StoredRow>`
    select ${shownColumns}
      from (select * from source_row r where ${rowsWhere(wanted, context)}
             order by r.sheet, r.row limit ${limit} offset ${offset}) r
      left join area v on v.county = ${county} and v.code = r.village
      left join area t on t.county = ${county} and t.code = r.town
     order by r.sheet, r.row`.execute(db)
  return rows.map((row) => shownRow(row, keys, county))
}

/** The lines of a source in the order of its file; a town sees those of its own area. */
export const sourceRows = defineQuery({
  name: 'source.rows',
  input: FindRows,
  permission: 'source.read',
  run: async (db, input, context) => {
    const { rows: counted } = await sql<{ total: number }>`
      select count(*) as total from (
        select 1 from source_row r where ${rowsWhere(input, context)} limit ${mostCounted + 1}) c`.execute(db)
    const total = counted[0]?.total ?? 0
    return {
      rows: await listedRows(db, input, context, pageSize, input.page * pageSize),
      total: Math.min(total, mostCounted),
      capped: total > mostCounted,
      pageSize,
    }
  },
})
