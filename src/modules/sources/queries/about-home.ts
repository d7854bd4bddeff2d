import { sql } from 'kysely'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { maskAccount, maskIdNumber } from '../../../kernel/standards/mask.ts'
import { type SourceKind, sourceKinds } from '../model.ts'
import { inForceFor, sourcesInForce } from '../said.ts'

export const shownColumns = sql`
  r.id, r.source, r.sheet, r.row, r.village, coalesce(v.name, r.place) as "placeName", t.name as "townName", r.name,
  r.id_number as "idNumber", r.address, r.account_number as "accountNumber",
  r.old_account_number as "oldAccountNumber", r.transformer_area as "transformerArea", r.tariff, r.residential, r.title,
  r.credit_code as "creditCode", r.family_number as "familyNumber", r.relation, r.category, r.year, r.status, r.active,
  r.day, r.day_written as "dayWritten"`

export interface StoredRow {
  id: string
  source: string
  sheet: string
  row: number
  village: string | null
  placeName: string | null
  townName: string | null
  name: string | null
  idNumber: Buffer | null
  address: string | null
  accountNumber: string | null
  oldAccountNumber: string | null
  transformerArea: string | null
  tariff: string | null
  residential: boolean | null
  title: string | null
  creditCode: string | null
  familyNumber: string | null
  relation: string | null
  category: string | null
  year: number | null
  status: string | null
  active: boolean
  day: Day | null
  dayWritten: string | null
}

export function shownRow(row: StoredRow, keys: Keys, county: number) {
  const { idNumber, accountNumber, oldAccountNumber, familyNumber, ...plain } = row
  return {
    ...plain,
    idNumber: idNumber && shownId(openField(keys, county, 'source_row.id_number', idNumber)),
    accountNumber: accountNumber && maskAccount(accountNumber),
    oldAccountNumber: oldAccountNumber && maskAccount(oldAccountNumber),
    familyNumber: familyNumber && maskAccount(familyNumber),
  }
}

export const hidesDigits = (text: string): boolean => /[*?]/.test(text)

/** What the list itself hides stays as it is shown there: no more of it is known. */
export const shownId = (text: string): string =>
  hidesDigits(text)
    ? text.replace(/(?<=^.{6}).*(?=.{4}$)/, (middle) => '*'.repeat(middle.length))
    : maskIdNumber(text)

/** What each kind of source says of a home: the lines about its householder and its account, kind by kind. */
export async function rowsAboutHome(
  db: ReadDb,
  county: number,
  keys: Keys,
  home: { town: string; village: string; idNumberIndex: Buffer | null; accountNumber: string | null },
) {
  const sources = await sourcesInForce(db, county)
  const counting = new Map<SourceKind, ReturnType<typeof inForceFor>>(
    sourceKinds.map((kind) => [kind, inForceFor(sources, kind, home.town)]),
  )
  const ids = [...counting.values()].flat().map(({ id }) => id)
  const { rows } = ids.length
    ? await sql<StoredRow>`
        select ${shownColumns}
          from source_row r
          left join area v on v.county = ${county} and v.code = r.village
          left join area t on t.county = ${county} and t.code = r.town
         where r.county = ${county} and r.source = any(${ids}::uuid[])
           and (r.id_number_index = ${home.idNumberIndex}::bytea
                or r.account_number = ${home.accountNumber} or r.old_account_number = ${home.accountNumber}
                or (r.village = ${home.village}
                    and r.source in (select id from source where county = ${county} and kind = 'demolition')))
         order by r.source desc, r.row limit 100`.execute(db)
    : { rows: [] }
  return sourceKinds.map((kind) => {
    const own = counting.get(kind) ?? []
    return {
      kind,
      /** The days the lists are of that count here, the newest first: of those that remember there may be several. */
      days: [...new Set(own.map(({ asOf }) => asOf))],
      rows: rows
        .filter(({ source }) => own.some(({ id }) => id === source))
        .map((row) => ({
          ...shownRow(row, keys, county),
          asOf: own.find(({ id }) => id === row.source)?.asOf,
        })),
    }
  })
}
