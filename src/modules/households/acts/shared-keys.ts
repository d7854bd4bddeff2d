import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { duplicateBits } from '../rules/groups.ts'
import { type FamilyKin, familyKin, homesOfFamily, keyText } from './family-kin.ts'

/** The columns no two homes of a line may share (§4.4), with their bit in `home.duplicates`. */
export const keyColumns = [
  { column: 'id_number_index', bit: duplicateBits.id },
  { column: 'account_key', bit: duplicateBits.account },
  { column: 'title_index', bit: duplicateBits.title },
] as const

/** Live homes that share a key or the registered family with any of the given ones, themselves left out; of every line. */
export async function partnersOf(db: ReadDb, county: number, homes: readonly string[]): Promise<string[]> {
  if (homes.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    ${sql.join(
      keyColumns.map(
        ({ column }) => sql`
          select other.id from home h
            join home other on other.county = ${county} and ${sql.ref(`other.${column}`)} = ${sql.ref(`h.${column}`)}
           where h.county = ${county} and h.id = any(${[...homes]}::uuid[])
             and other.id <> h.id and other.ended is null`,
      ),
      sql` union `,
    )}`.execute(db)
  const given = new Set(homes)
  const { rows: persons } = await sql<{ id_number_index: Buffer | null }>`
    select id_number_index from home where county = ${county} and id = any(${[...homes]}::uuid[])`.execute(db)
  const family = await homesOfFamily(db, county, persons)
  return [...new Set([...rows.map((row) => row.id), ...family])].filter((id) => !given.has(id))
}

/** Live homes of other imports that share a key or the registered family with a home of this one. */
export async function partnersOfImport(db: ReadDb, county: number, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    ${sql.join(
      keyColumns.map(
        ({ column }) => sql`
          select other.id from home h
            join home other on other.county = ${county} and ${sql.ref(`other.${column}`)} = ${sql.ref(`h.${column}`)}
           where h.county = ${county} and h.import = ${importId}
             and other.import is distinct from h.import and other.ended is null`,
      ),
      sql` union `,
    )}`.execute(db)
  const { rows: own } = await sql<{ id: string; id_number_index: Buffer | null }>`
    select id, id_number_index from home where county = ${county} and import = ${importId}`.execute(db)
  const given = new Set(own.map(({ id }) => id))
  const family = (await homesOfFamily(db, county, own)).filter((id) => !given.has(id))
  return [...new Set([...rows.map((row) => row.id), ...family])]
}

export interface SharedKeys {
  /** Keys that several live homes of one line have: how many, and how many of them are confirmed. */
  counts: Map<string, { homes: number; confirmed: number }>
  kin: FamilyKin
}

export interface KeyedHome {
  line: string
  /** As read, or as text about to be written. */
  id_number_index: Key | null
  account_key: string | null
  title_index: string | null
  confirmed_on: string | null
}

/** Which keys of the given homes are shared in the whole register; without homes, of the whole register. */
export async function sharedKeys(
  db: ReadDb,
  county: number,
  homes: readonly KeyedHome[] | undefined,
): Promise<SharedKeys> {
  const counts: SharedKeys['counts'] = new Map()
  for (const { column, bit } of keyColumns) {
    const wanted = homes?.flatMap((home) => home[column] ?? [])
    if (wanted?.length === 0) continue
    const { rows } = await sql<{ line: string; key: Key; homes: number; confirmed: number }>`
      select line, ${sql.ref(column)} as key, count(*) as homes, count(confirmed_on) as confirmed
        from home where county = ${county} and ended is null and ${among(column, wanted)}
       group by line, ${sql.ref(column)} having count(*) > 1`.execute(db)
    for (const row of rows) counts.set(nameOf(bit, row.line, row.key), row)
  }
  return { counts, kin: await familyKin(db, county, homes) }
}

/**
 * Which keys will be shared once these homes are entered, among themselves or with homes of the register; and those
 * homes of the register, of whatever line, whose answer may change by it. One that is in the register already counts as
 * it is entered, not as it stands there.
 */
export async function sharedOnEntering(
  db: ReadDb,
  county: number,
  entering: readonly (KeyedHome & { id: string })[],
): Promise<SharedKeys & { partners: string[] }> {
  const counts: SharedKeys['counts'] = new Map()
  const partners = new Set<string>()
  const own = new Set(entering.map(({ id }) => id))
  const count = (name: string, confirmed: boolean) => {
    const before = counts.get(name)
    if (!before) counts.set(name, { homes: 1, confirmed: Number(confirmed) })
    else {
      before.homes++
      before.confirmed += Number(confirmed)
    }
  }
  for (const { column, bit } of keyColumns) {
    const wanted = entering.flatMap((home) => home[column] ?? [])
    if (wanted.length === 0) continue
    const { rows } = await sql<{ id: string; line: string; key: Key; confirmed: boolean }>`
      select id, line, ${sql.ref(column)} as key, confirmed_on is not null as confirmed
        from home where county = ${county} and ended is null and ${among(column, wanted)}`.execute(db)
    for (const { id, line, key, confirmed } of rows) {
      if (own.has(id)) continue
      partners.add(id)
      count(nameOf(bit, line, key), confirmed)
    }
    for (const home of entering) {
      const key = home[column]
      if (key !== null) count(nameOf(bit, home.line, key), home.confirmed_on !== null)
    }
  }
  for (const home of await homesOfFamily(db, county, entering)) if (!own.has(home)) partners.add(home)
  return { counts, kin: await familyKin(db, county, [], entering), partners: [...partners] }
}

/** The keys of confirmed heating homes among those of the given ones (§2.3). */
export async function confirmedHeatingKeys(
  db: ReadDb,
  county: number,
  homes: readonly KeyedHome[],
): Promise<{ has(home: KeyedHome): boolean }> {
  const found = new Set<string>()
  for (const { column, bit } of keyColumns) {
    const wanted = homes.flatMap((home) => home[column] ?? [])
    if (wanted.length === 0) continue
    const { rows } = await sql<{ key: Key }>`
      select ${sql.ref(column)} as key from home
       where county = ${county} and line = 'heating' and ended is null and confirmed_on is not null
         and ${among(column, wanted)}`.execute(db)
    for (const { key } of rows) found.add(nameOf(bit, 'heating', key))
  }
  return {
    has: (home) =>
      keyColumns.some(({ column, bit }) => {
        const key = home[column]
        return key !== null && found.has(nameOf(bit, 'heating', key))
      }),
  }
}

export type Key = Buffer | string

function among(column: string, wanted: readonly Key[] | undefined) {
  if (wanted === undefined) return sql`${sql.ref(column)} is not null`
  return column === 'id_number_index'
    ? sql`${sql.ref(column)} = any(${[...wanted]}::bytea[])`
    : sql`${sql.ref(column)} = any(${[...wanted]}::text[])`
}

/**
 * The bits of what a home shares with others. A confirmed home has been through its notice: an application that comes after
 * has to give way, so only another confirmed one counts against it.
 */
export function duplicatesOf(home: KeyedHome, { counts, kin }: SharedKeys): number {
  let bits = 0
  for (const { column, bit } of keyColumns) {
    const key = home[column]
    const shared = key === null ? undefined : counts.get(nameOf(bit, home.line, key))
    if (!shared || shared.homes < 2) continue
    if (home.confirmed_on === null || shared.confirmed > 1) bits |= bit
  }
  const family = kin.of(home)
  if (family && (home.confirmed_on === null || family.confirmed)) bits |= duplicateBits.family
  return bits
}

const nameOf = (bit: number, line: string, key: Key): string => `${bit}:${line}:${keyText(key)}`
