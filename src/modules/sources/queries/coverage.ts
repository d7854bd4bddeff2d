import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import { blindIndex } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { SourceKind } from '../model.ts'
import type { PlacedRow } from '../rules/reading.ts'

/**
 * Of the live applications in a list's area that have the number it is looked up by, how many stand in it; null for kinds
 * of which absence says nothing, and where nobody has applied. A list that lacks most is likelier to be a part.
 */
export async function coverageOf(
  db: ReadDb,
  { county, keys }: QueryContext,
  { kind, area }: { kind: SourceKind; area: string },
  rows: readonly PlacedRow[],
): Promise<{ homes: number; found: number } | null> {
  if (kind !== 'grid' && kind !== 'police') return null
  const listed =
    kind === 'grid'
      ? rows.flatMap(({ accountNumber, oldAccountNumber }) =>
          [accountNumber, oldAccountNumber].filter((number) => number !== undefined),
        )
      : rows.flatMap(({ idNumber, idNumberChecks }) =>
          idNumber !== undefined && idNumberChecks
            ? [`\\x${blindIndex(keys, county, 'id-number', idNumber).toString('hex')}`]
            : [],
        )
  const key = sql.ref(kind === 'grid' ? 'account_number' : 'id_number_index')
  const isListed =
    kind === 'grid' ? sql`${key} = any(${listed}::text[])` : sql`${key} = any(${listed}::bytea[])`
  const town = area.endsWith('000000') ? sql`` : sql`and town = ${area}`
  const { rows: counted } = await sql<{ homes: number; found: number }>`
    select count(*)::int as homes, (count(*) filter (where ${isListed}))::int as found from home
     where county = ${county} and ended is null and ${key} is not null ${town}`.execute(db)
  const [one] = counted
  return one && one.homes > 0 ? one : null
}
