import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import { blindIndex, sealField } from '../../../kernel/cipher/fields.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { rowNameKey } from '../rules/name-key.ts'
import type { PlacedRow } from '../rules/reading.ts'

const chunkSize = 4000

type Value = string | number | boolean | null

/** Every column of a line, with the database's type and what of the line goes there. */
const columns: readonly [name: string, type: string, value: (row: PlacedRow, seal: Seal) => Value][] = [
  ['sheet', 'text', ({ sheet }) => sheet],
  ['row', 'int', ({ row }) => row],
  ['town', 'text', ({ village }) => village?.town ?? null],
  ['village', 'text', ({ village }) => village?.code ?? null],
  ['place', 'text', ({ place }) => place ?? null],
  ['name', 'text', ({ name }) => name ?? null],
  ['name_key', 'text', ({ name }) => (name === undefined ? null : rowNameKey(name))],
  ['id_number', 'bytea', ({ idNumber }, seal) => seal.value('id_number', idNumber)],
  [
    'id_number_index',
    'bytea',
    ({ idNumber, idNumberChecks }, seal) => (idNumberChecks ? seal.index('id-number', idNumber) : null),
  ],
  ['telephone', 'bytea', ({ telephone }, seal) => seal.value('telephone', telephone)],
  ['telephone_index', 'bytea', ({ telephone }, seal) => seal.index('telephone', telephone)],
  ['address', 'text', ({ address }) => address ?? null],
  ['account_number', 'text', ({ accountNumber }) => accountNumber ?? null],
  ['old_account_number', 'text', ({ oldAccountNumber }) => oldAccountNumber ?? null],
  ['transformer_area', 'text', ({ transformerArea }) => transformerArea ?? null],
  ['tariff', 'text', ({ tariff }) => tariff ?? null],
  ['residential', 'boolean', ({ residential }) => residential ?? null],
  ['title', 'text', ({ title }) => title ?? null],
  ['credit_code', 'text', ({ creditCode }) => creditCode ?? null],
  ['family_number', 'text', ({ familyNumber }) => familyNumber ?? null],
  ['relation', 'text', ({ relation }) => relation ?? null],
  ['category', 'text', ({ category }) => category ?? null],
  ['year', 'int', ({ year }) => year ?? null],
  ['status', 'text', ({ status }) => status ?? null],
  ['active', 'boolean', ({ active }) => active],
  ['day', 'date', ({ day }) => day ?? null],
  ['day_written', 'text', ({ dayWritten }) => dayWritten ?? null],
]

interface Seal {
  value(column: string, text: string | undefined): string | null
  index(kind: string, text: string | undefined): string | null
}

/** Bytes as the database reads them in text. */
const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

/** Enters the lines of a list, some thousands at a time, numbers of persons sealed. */
export async function enterRows(
  tx: WriteDb,
  { county, keys, progress }: ActContext,
  source: string,
  rows: readonly PlacedRow[],
): Promise<void> {
  const seal: Seal = {
    value: (column, text) =>
      text === undefined ? null : hex(sealField(keys, county, `source_row.${column}`, text)),
    index: (kind, text) => (text === undefined ? null : hex(blindIndex(keys, county, kind, text))),
  }
  const names = sql.join(columns.map(([name]) => sql.ref(name)))
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = rows.slice(from, from + chunkSize)
    const arrays = columns.map(
      ([, type, value]) => sql`${chunk.map((row) => value(row, seal))}::${sql.raw(`${type}[]`)}`,
    )
    await sql`
      insert into source_row (county, source, id, ${names})
      select ${county}, ${source}::uuid, * from unnest(
        ${chunk.map(() => newId())}::uuid[], ${sql.join(arrays)})`.execute(tx)
    progress(0.4 + 0.5 * Math.min(1, (from + chunkSize) / rows.length), 'progress.entering')
    // Other people's requests are answered between two chunks.
    await new Promise((resume) => setImmediate(resume))
  }
}
