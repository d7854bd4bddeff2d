import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { blindIndex } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { remembering, type SourceKind } from '../model.ts'
import type { Wholeness } from '../rules/import.ts'
import type { PlacedRow } from '../rules/reading.ts'
import { inForceFor, sourcesInForce } from '../said.ts'

/** What an import of these lines of a list would meet: the lines it would take the place of, the applications of its area. */
export async function wholenessOf(
  db: ReadDb,
  context: Pick<QueryContext, 'county' | 'keys'>,
  list: { kind: SourceKind; area: string },
  rows: readonly PlacedRow[],
): Promise<Wholeness> {
  return {
    taken: rows.length,
    standing: await linesStanding(db, context.county, list),
    coverage: await coverageOf(db, context, list, rows),
  }
}

async function linesStanding(
  db: ReadDb,
  county: number,
  { kind, area }: { kind: SourceKind; area: string },
): Promise<Wholeness['standing']> {
  if (remembering.includes(kind)) return null
  const sources = await sourcesInForce(db, county)
  const { rows: towns } = await sql<{ code: string }>`
    select code from area where county = ${county} and level = 'town' and valid_to is null`.execute(db)
  const covered = towns.filter(({ code }) => area.endsWith('000000') || code === area)
  const lines = covered.flatMap(({ code }) =>
    inForceFor(sources, kind, code).map(({ id, asOf }) => ({ town: code, source: id, asOf })),
  )
  const asOf = lines.reduce<Day | null>(
    (newest, one) => (newest && newest > one.asOf ? newest : one.asOf),
    null,
  )
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from source_row r
     where r.county = ${county}
       and (r.town is null and r.source = any(${lines.map(({ source }) => source)}::uuid[])
            or (r.source, r.town) in (select * from unnest(${lines.map(({ source }) => source)}::uuid[],
                                                       ${lines.map(({ town }) => town)}::text[])))`.execute(
    db,
  )
  return { lines: rows[0]?.total ?? 0, asOf }
}

/**
 * Of the live applications in a list's area that have the number it is looked up by, how many stand in it; null for kinds
 * of which absence says nothing, and where nobody has applied. A list that lacks most is likelier to be a part.
 */
async function coverageOf(
  db: ReadDb,
  { county, keys }: Pick<QueryContext, 'county' | 'keys'>,
  { kind, area }: { kind: SourceKind; area: string },
  rows: readonly PlacedRow[],
): Promise<Wholeness['coverage']> {
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
