import { sql } from 'kysely'
import { openField } from '../../kernel/cipher/fields.ts'
import type { Keys } from '../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../kernel/database/database.ts'

/** Which homes: all live ones, those of an import, or these. */
export type WhichHomes = { all: true } | { import: string } | { homes: readonly string[] }

/** What a home says of its person and its dwelling, opened; blanks are left out. */
export interface ComparedHome {
  id: string
  list: 'home'
  line: string
  village: string
  name: string
  idNumber?: string
  telephone?: string
  address: string
  account?: string
  title?: string
}

const chunkSize = 4000

/** Live homes with what they are compared by, some thousands at a time, in the order of their ids. */
export async function* comparedHomes(
  db: ReadDb,
  county: number,
  keys: Keys,
  which: WhichHomes,
): AsyncGenerator<ComparedHome[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<Row>`
      select id, line, village, householder as name, id_number, telephone, address, account_key as account,
             title_index as title
        from home where county = ${county} and ended is null and id > ${after}::uuid ${among(which)}
       order by id limit ${chunkSize}`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => opened(row, keys, county))
    if (rows.length < chunkSize) return
    after = last.id
    // Other people's requests are answered between two chunks.
    await new Promise((resume) => setImmediate(resume))
  }
}

/** Where homes are: each village once, with its town. */
export async function placesOfHomes(
  db: ReadDb,
  county: number,
  which: WhichHomes,
): Promise<{ village: string; town: string }[]> {
  const { rows } = await sql<{ village: string; town: string }>`
    select distinct village, town from home where county = ${county} ${among(which)}`.execute(db)
  return rows
}

const among = (which: WhichHomes) =>
  'homes' in which
    ? sql`and id = any(${[...which.homes]}::uuid[])`
    : 'import' in which
      ? sql`and import = ${which.import}`
      : sql``

interface Row {
  id: string
  line: string
  village: string
  name: string
  id_number: Buffer | null
  telephone: Buffer | null
  address: string
  account: string | null
  title: string | null
}

function opened(row: Row, keys: Keys, county: number): ComparedHome {
  const { id_number, telephone, account, title, ...plain } = row
  return {
    ...plain,
    list: 'home',
    ...(id_number && { idNumber: openField(keys, county, 'home.id_number', id_number) }),
    ...(telephone && { telephone: openField(keys, county, 'home.telephone', telephone) }),
    ...(account !== null && { account }),
    ...(title !== null && { title }),
  }
}
