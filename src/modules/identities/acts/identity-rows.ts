import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { blindIndex } from '../../../kernel/cipher/fields.ts'
import type { Keys } from '../../../kernel/cipher/keys.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { kept, keptStatement } from '../../../kernel/database/kept-plans.ts'
import { featuresOf } from '../../../kernel/matching/features.ts'

/** A record as it stands in its list; what is blank is left out. */
export interface ComparedRecord {
  id: string
  list: 'home' | 'earlier'
  line?: string
  village?: string
  name?: string
  idNumber?: string
  telephone?: string
  address?: string
  account?: string
  title?: string
}

type Row = (string | null)[]

const columns = [
  ['id', 'uuid'],
  ['list', 'text'],
  ['line', 'text'],
  ['village', 'text'],
  ['name', 'text'],
  ['name_sound', 'text'],
  ['id_number', 'bigint'],
  ['id_number_ends', 'bigint'],
  ['id_number_birth', 'bigint'],
  ['id_number_repairs', 'bigint[]'],
  ['telephone', 'bigint'],
  ['address', 'text'],
  ['address_numbers', 'text'],
  ['address_last', 'text'],
  ['account', 'text'],
  ['title', 'text'],
] as const

const columnNames = columns.map(([name]) => name)
/** What is written anew where a record says something else: never its key, which pairs hold on to. */
const toldNames = ['seal', ...columnNames.filter((name) => name !== 'id')]
const refs = (of: string, names: readonly string[] = columnNames) =>
  sql.join(names.map((name) => sql.ref(of === '' ? name : `${of}.${name}`)))

type Texts = readonly (string | null)[]

const write = keptStatement<unknown, [number, readonly string[], ...Texts[]]>(
  [false, true, ...columns.map(() => true as const)],
  (county, seals, ...texts) => sql`
    insert into identity (county, seal, ${refs('')})
    select ${county}, given.seal, ${sql.join(
      columns.map(([name, type]) => sql`${sql.ref(`given.${name}`)}::${sql.raw(type)}`),
    )}
      from unnest(${[...seals]}::bytea[], ${sql.join(texts.map((one) => sql`${[...one]}::text[]`))})
           as given (seal, ${refs('')})
    on conflict (county, id) do update
       set (${refs('', toldNames)}) = row(${refs('excluded', toldNames)})
     where identity.seal <> excluded.seal`,
)

/** Writes what records say, in the form in which they are compared; a row that says the same stays as it is. */
export async function writeIdentities(
  tx: WriteDb,
  county: number,
  keys: Keys,
  records: readonly ComparedRecord[],
): Promise<void> {
  const digest = digester(keys, county)
  const rows = records.map((record) => rowOf(record, digest))
  if (rows.length === 0) return
  const seals = rows.map((row) => createHash('sha256').update(JSON.stringify(row)).digest().subarray(0, 16))
  const texts = columns.map((_, at) => rows.map((row) => row[at] ?? null))
  await write(
    tx,
    county,
    seals.map((seal) => `\\x${seal.toString('hex')}`),
    ...texts,
  )
}

/** Forgets what homes said that have left or are gone, with their pairs; what was decided about them stays. */
export async function forgetGone(tx: WriteDb, county: number, homes?: readonly string[]): Promise<void> {
  const among = homes ? sql`and i.id = any(${[...homes]}::uuid[])` : sql``
  await sql`${kept}
    delete from identity i
     where i.county = ${county} and i.list = 'home' ${among}
       and not exists (select 1 from home h where h.county = ${county} and h.id = i.id and h.ended is null)`.execute(
    tx,
  )
}

/** Forgets the lines of earlier years' lists that were taken back. */
export async function forgetTakenBack(tx: WriteDb, county: number): Promise<void> {
  await sql`
    delete from identity i
     where i.county = ${county} and i.list = 'earlier'
       and not exists (select 1 from source_row r where r.county = ${county} and r.id = i.id)`.execute(tx)
}

function rowOf(record: ComparedRecord, digest: (kind: string, text: string) => string): Row {
  const features = (kind: Parameters<typeof featuresOf>[0], text: string | undefined) =>
    featuresOf(kind, text ?? '').map((value) => (typeof value === 'string' ? value : null))
  const sealed = (kind: string, text: string | null | undefined) => (text ? digest(kind, text) : null)
  const [name = null, sound = null] = features('chinese-name', record.name)
  const [whole, ends, birth, repairs] = featuresOf('id-number', record.idNumber ?? '')
  const [address = null, numbers = null] = features('address', record.address)
  return [
    record.id,
    record.list,
    record.line ?? null,
    record.village ?? null,
    name,
    sound,
    sealed('id-number', whole as string | null),
    sealed('id-number-ends', ends as string | null),
    sealed('id-number-birth', birth as string | null),
    Array.isArray(repairs) && repairs.length > 0
      ? `{${repairs.map((text) => digest('id-number', text)).join(',')}}`
      : null,
    sealed('telephone', record.telephone),
    address,
    numbers,
    numbers?.split(' ').at(-1) ?? null,
    features('number', record.account)[0] ?? null,
    features('number', record.title)[0] ?? null,
  ]
}

/** Eight bytes of the blind index: a number no larger than a join needs, and nothing without the key. */
function digester(keys: Keys, county: number): (kind: string, text: string) => string {
  return (kind, text) => blindIndex(keys, county, kind, text).readBigInt64BE(0).toString()
}
