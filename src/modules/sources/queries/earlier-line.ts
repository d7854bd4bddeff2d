import { sql } from 'kysely'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { maskTelephone } from '../../../kernel/standards/mask.ts'
import { hidesDigits, shownId } from './about-home.ts'
import { found } from './rows.ts'

/** A line of an earlier year's list as it may be shown: numbers of persons masked, equal ones told by their index. */
export interface EarlierLine {
  id: string
  source: string
  asOf: Day
  sheet: string
  row: number
  year: number | null
  /** What they were helped by. */
  programme: string | null
  town: string | null
  townName: string | null
  village: string | null
  villageName: string | null
  name: string | null
  idNumber: string | null
  /** The whole number, which nobody is shown; null where the list hides digits of it. */
  idWhole: string | null
  telephone: string | null
  telephoneIndex: string | null
  address: string | null
  accountNumber: string | null
}

/** The line, or undefined where there is none or its list was taken back. */
export async function earlierLine(
  db: ReadDb,
  county: number,
  keys: Keys,
  id: string,
): Promise<EarlierLine | undefined> {
  type Stored = Omit<EarlierLine, 'idNumber' | 'idWhole' | 'telephone'> & {
    idNumber: Buffer | null
    telephone: Buffer | null
  }
  const { rows } = await sql<Stored>`
    select r.id, r.source, s.as_of as "asOf", r.sheet, r.row, r.year, r.title as programme, r.town,
           t.name as "townName", r.village, coalesce(v.name, r.place) as "villageName", r.name,
           r.id_number as "idNumber", r.telephone,
           encode(r.telephone_index, 'hex') as "telephoneIndex", r.address, r.account_number as "accountNumber"
      from source_row r
      join source s on s.county = ${county} and s.id = r.source and s.kind = 'earlier' and s.undone_act is null
      left join area v on v.county = ${county} and v.code = r.village
      left join area t on t.county = ${county} and t.code = r.town
     where r.county = ${county} and r.id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const idNumber = row.idNumber && openField(keys, county, 'source_row.id_number', row.idNumber)
  return {
    ...row,
    idNumber: idNumber && shownId(idNumber),
    idWhole: idNumber !== null && !hidesDigits(idNumber) ? idNumber : null,
    telephone: row.telephone && maskTelephone(openField(keys, county, 'source_row.telephone', row.telephone)),
  }
}

/** Lines of standing lists of earlier years within one's area, at most `limit`, newest lists first; ID numbers masked. */
export async function findEarlierLines(
  db: ReadDb,
  { county, keys, scope }: Pick<QueryContext, 'county' | 'keys' | 'scope'>,
  search: string,
  limit: number,
) {
  const { rows } = await sql<
    Pick<EarlierLine, 'id' | 'year' | 'programme' | 'townName' | 'villageName' | 'name' | 'address'> & {
      idNumber: Buffer | null
    }
  >`
    select r.id, r.year, r.title as programme, t.name as "townName", coalesce(v.name, r.place) as "villageName",
           r.name, r.address, r.id_number as "idNumber"
      from source_row r
      join source s on s.county = ${county} and s.id = r.source and s.kind = 'earlier' and s.undone_act is null
      left join area v on v.county = ${county} and v.code = r.village
      left join area t on t.county = ${county} and t.code = r.town
     where r.county = ${county} and ${inScope(scope, { town: sql.ref('r.town') })} and ${found(search, keys, county)}
     order by s.as_of desc, r.source, r.sheet, r.row limit ${limit}`.execute(db)
  return rows.map(({ idNumber, ...row }) => ({
    ...row,
    idNumber: idNumber && shownId(openField(keys, county, 'source_row.id_number', idNumber)),
  }))
}
