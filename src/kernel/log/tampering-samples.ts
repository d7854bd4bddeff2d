import { type Kysely, sql } from 'kysely'
import { newId } from '../identity/id.ts'
import type { Tables } from '../database/tables.ts'
import type { FindingTable } from './finding.ts'

export const sealedTables = [
  'act',
  'act_subject',
  'act_evidence',
  'log_leaf',
  'log_head',
  'log_checkpoint',
  'log_key',
] as const satisfies readonly FindingTable[]
export type SealedTable = (typeof sealedTables)[number]

interface Column {
  name: string
  type: string
  nullable: boolean
}

export interface Tampering {
  table: SealedTable
  /** Which row, which column, where in it, and how: any numbers will do. */
  row: number
  column: number
  at: number
  how: 'change' | 'delete'
}

/** The row as it stood before, and after where it was changed: column values as text. */
export interface Tampered {
  before: Record<string, string | null>
  after?: Record<string, string | null>
}

export async function listColumns(db: Kysely<Tables>, table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select column_name as name, data_type as type, is_nullable = 'YES' as nullable
      from information_schema.columns where table_name = ${table} order by ordinal_position`.execute(db)
  return rows
}

/**
 * Does to one row what somebody with full rights in the database could do, constraints between tables set
 * aside. Undefined where a unique constraint stands in the way.
 */
export async function tamper(
  db: Kysely<Tables>,
  county: number,
  tampering: Tampering,
): Promise<Tampered | undefined> {
  const { table, how } = tampering
  const columns = await listColumns(db, table)
  const fields = sql.join(columns.map(({ name, type }) => sql`${readAsText(name, type)} as ${sql.ref(name)}`))
  const { rows } = await sql<Record<string, string | null> & { place: string }>`
    select ctid::text as place, ${fields} from ${sql.table(table)} where county = ${county} order by ctid`.execute(
    db,
  )
  const row = rows[tampering.row % rows.length]
  const column = columns[tampering.column % columns.length]
  if (!row || !column) throw new Error(`Nothing to tamper with in ${table}`)
  const { place, ...before } = row
  await sql`set local session_replication_role = replica`.execute(db)
  const here = sql`where county = ${county} and ctid = ${place}::tid`
  if (how === 'delete') {
    await sql`delete from ${sql.table(table)} ${here}`.execute(db)
    return { before }
  }
  const old = before[column.name] ?? null
  const value =
    column.nullable && tampering.at % 5 === 0 && old !== null ? null : changed(old, column.type, tampering.at)
  const typed =
    column.type === 'bytea' ? sql`decode(${value}, 'hex')` : sql`${value}::${sql.raw(castOf(column.type))}`
  try {
    await sql`savepoint before_change`.execute(db)
    await sql`update ${sql.table(table)} set ${sql.ref(column.name)} = ${typed} ${here}`.execute(db)
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error
    await sql`rollback to savepoint before_change`.execute(db)
    return undefined
  }
  return { before, after: { ...before, [column.name]: value } }
}

function readAsText(name: string, type: string) {
  const column = sql.ref(name)
  if (type === 'bytea') return sql`encode(${column}, 'hex')`
  // Microseconds since 1970, so that a single one can be changed.
  if (type === 'timestamp with time zone') return sql`(extract(epoch from ${column}) * 1000000)::bigint::text`
  return sql`${column}::text`
}

/** How a changed value is written back. */
function castOf(type: string): string {
  return type === 'timestamp with time zone'
    ? "text::bigint * interval '1 microsecond' + timestamptz 'epoch'"
    : type
}

/** The same value with one bit or character changed. */
function changed(value: string | null, type: string, at: number): string {
  if (value === null) return type === 'uuid' ? newId() : 'x'
  if (type === 'integer') return String(Number(value) ^ (1 << at % 20))
  if (type === 'bigint') return String(BigInt(value) ^ (1n << BigInt(at % 20)))
  if (type === 'timestamp with time zone') return String(BigInt(value) ^ (1n << BigInt(at % 48)))
  const hex = type === 'bytea' || type === 'uuid'
  const places = [...value].flatMap((c, i) => (hex && c === '-' ? [] : [i]))
  const place = places[at % places.length] ?? 0
  const old = value[place] ?? ''
  const fresh = hex ? (parseInt(old, 16) ^ (1 << at % 4)).toString(16) : old === 'a' ? 'b' : 'a'
  return value.slice(0, place) + fresh + value.slice(place + 1)
}
