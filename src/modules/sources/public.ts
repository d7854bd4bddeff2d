import { type RawBuilder, sql } from 'kysely'
import { openField } from '../../kernel/cipher/fields.ts'
import type { Keys } from '../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { type FoundIn, inForceFor, inForceSomewhere, sourcesInForce } from './said.ts'

export { type FoundIn, type SaidOfHome, saidOfHomes } from './said.ts'
export { rowsAboutHome } from './queries/about-home.ts'
export { kindsOf } from './own-kinds.ts'
export { type OwnWordKind, restsOnOwnWord } from './own-word.ts'
export { earlierLine, findEarlierLines } from './queries/earlier-line.ts'

/** Blind indexes of the ID numbers a list names; undefined where there are more than `most`. */
export async function personsNamed(
  db: ReadDb,
  county: number,
  source: string,
  most: number,
): Promise<Buffer[] | undefined> {
  const { rows } = await sql<{ person: Buffer }>`
    select distinct id_number_index as person from source_row
     where county = ${county} and source = ${source}::uuid and id_number_index is not null
     limit ${most + 1}`.execute(db)
  return rows.length > most ? undefined : rows.map(({ person }) => person)
}

/** A line of an earlier year's list, opened; blanks are left out. */
export interface EarlierBeneficiary {
  id: string
  name?: string
  /** As the list shows it: digits may be hidden. */
  idNumber?: string
  telephone?: string
  /** A village we know; a place only the list knows is left out. */
  village?: string
  address?: string
  /** Under its present number. */
  account?: string
}

const chunkSize = 4000

/**
 * The lines of the earlier years' lists that stand, of all or of one, some thousands at a time in the order of their
 * ids.
 */
export async function* earlierBeneficiaries(
  db: ReadDb,
  county: number,
  keys: Keys,
  source?: string,
): AsyncGenerator<EarlierBeneficiary[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await readEarlier(db, county, keys, source, after)
    const last = rows.at(-1)
    if (!last) return
    const accounts = rows.flatMap(({ account }) => account ?? [])
    const present = await renumberedAccounts(db, county, accounts)
    yield rows.map(({ account, ...row }) =>
      account === undefined ? row : { ...row, account: present.get(account) ?? account },
    )
    if (rows.length < chunkSize) return
    after = last.id
  }
}

async function readEarlier(
  db: ReadDb,
  county: number,
  keys: Keys,
  source: string | undefined,
  after: string,
): Promise<EarlierBeneficiary[]> {
  const { rows } = await sql<{
    id: string
    name: string | null
    idNumber: Buffer | null
    telephone: Buffer | null
    village: string | null
    address: string | null
    account: string | null
  }>`
    select r.id, r.name, r.id_number as "idNumber", r.telephone, r.village, r.address, r.account_number as account
      from source_row r
     where r.county = ${county} and r.id > ${after}::uuid
       and r.source in (select id from source
                         where county = ${county} and kind = 'earlier' and undone_act is null
                           ${source === undefined ? sql`` : sql`and id = ${source}::uuid`})
     order by r.id limit ${chunkSize}`.execute(db)
  return rows.map(({ id, idNumber, telephone, ...blank }) => ({
    id,
    ...(idNumber && { idNumber: openField(keys, county, 'source_row.id_number', idNumber) }),
    ...(telephone && { telephone: openField(keys, county, 'source_row.telephone', telephone) }),
    ...filledOnly(blank),
  }))
}

type Filled<T> = { [K in keyof T]?: NonNullable<T[K]> }
const filledOnly = <T extends object>(given: T): Filled<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as Filled<T>

/** The present numbers of accounts under the ones they had before, as the grid register in force says. */
export async function renumberedAccounts(
  db: ReadDb,
  county: number,
  numbers?: readonly string[],
): Promise<Map<string, string>> {
  if (numbers?.length === 0) return new Map()
  const { rows } = await sql<{ old: string; present: string }>`
    select distinct on (r.old_account_number) r.old_account_number as old, r.account_number as present
      from source_row r join source s on s.county = ${county} and s.id = r.source
     where r.county = ${county} and s.kind = 'grid' and s.undone_act is null and r.old_account_number is not null
       and r.account_number is not null
       ${numbers ? sql`and r.old_account_number = any(${[...numbers]}::text[])` : sql``}
     order by r.old_account_number, s.as_of desc, s.id desc, r.id desc`.execute(db)
  return new Map(rows.map(({ old, present }) => [old, present]))
}

/** What the police list says of a person: the registered family's number, who it is in it, and the line that says so. */
export interface FamilyLine {
  family: string
  relation: string | null
  source: FoundIn
  /** Where in the list's workbook it stands. */
  sheet: string
  line: number
}

/**
 * The registered family of each ID number (blind index, as the database reads it in text), by the newest police list in
 * force that names the person: a family is registered in one place and may apply in another.
 */
export async function familiesOf(
  db: ReadDb,
  county: number,
  persons: readonly string[],
): Promise<Map<string, FamilyLine>> {
  return familyLines(db, county, sql`r.id_number_index = any(${[...persons]}::bytea[])`, persons.length)
}

/** Everybody the police lists in force name as members of these families, with their lines. */
export async function membersOf(
  db: ReadDb,
  county: number,
  families: readonly string[],
): Promise<Map<string, FamilyLine>> {
  const named = await familyLines(
    db,
    county,
    sql`r.family_number = any(${[...families]}::text[])`,
    families.length,
  )
  // Whom a newer list has in another family is a member no more.
  const newest = await familiesOf(db, county, [...named.keys()])
  return new Map([...newest].filter(([, { family }]) => families.includes(family)))
}

async function familyLines(
  db: ReadDb,
  county: number,
  among: RawBuilder<unknown>,
  count: number,
): Promise<Map<string, FamilyLine>> {
  const found = new Map<string, FamilyLine>()
  const all = count === 0 ? [] : await sourcesInForce(db, county)
  const sources = inForceSomewhere(all, 'police')
  if (sources.length === 0) return found
  const { rows } = await sql<{
    key: string
    source: string
    id: string
    town: string | null
    family: string
    relation: string | null
    sheet: string
    line: number
  }>`
    select r.id_number_index::text as key, r.source, r.id, r.town, r.family_number as family, r.relation,
           r.sheet, r.row as line from source_row r
     where r.county = ${county} and r.family_number is not null and r.id_number_index is not null and ${among}
       and r.source = any(${sources.map(({ id }) => id)}::uuid[])
     order by r.id`.execute(db)
  const rank = new Map(sources.map((source, at) => [source.id, { source, at }]))
  const best = new Map<string, number>()
  const forTown = new Map<string, Set<string>>()
  const countsFor = (town: string, source: string): boolean => {
    const own = forTown.get(town) ?? new Set(inForceFor(all, 'police', town).map((one) => one.id))
    forTown.set(town, own)
    return own.has(source)
  }
  for (const { key, id, town, family, relation, sheet, line, source: listed } of rows) {
    const ranked = rank.get(listed)
    // A line about a town that has a newer list of its own counts no more.
    if (!ranked || (town !== null && !countsFor(town, listed))) continue
    if ((best.get(key) ?? Infinity) <= ranked.at) continue
    best.set(key, ranked.at)
    const { id: source, kind, asOf } = ranked.source
    found.set(key, { family, relation, sheet, line, source: { id: source, kind, asOf, row: id } })
  }
  return found
}

/** The hardship civil affairs recognises for each ID number (blind index, hex), in its own words: 低保, 特困, … */
export async function hardshipOf(
  db: ReadDb,
  county: number,
  persons: readonly { town: string; idNumberIndex: Buffer }[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const sources = (await sourcesInForce(db, county)).filter((source) => source.kind === 'hardship')
  if (sources.length === 0 || persons.length === 0) return found
  const { rows } = await sql<{ key: Buffer; source: string; value: string }>`
    select id_number_index as key, source, category as value from source_row
     where county = ${county} and category is not null
       and id_number_index = any(${persons.map(({ idNumberIndex }) => idNumberIndex)}::bytea[])
       and source = any(${sources.map(({ id }) => id)}::uuid[])
     order by id`.execute(db)
  for (const { town, idNumberIndex } of persons) {
    const counting = new Set(inForceFor(sources, 'hardship', town).map(({ id }) => id))
    const row = rows.find(({ key, source }) => counting.has(source) && key.equals(idNumberIndex))
    if (row) found.set(idNumberIndex.toString('hex'), row.value)
  }
  return found
}

/** The villages of an area that the newest standing list of it says are to be demolished; undefined without a list. */
export async function demolitionListOf(
  db: ReadDb,
  county: number,
  town: string,
): Promise<{ id: string; asOf: Day; villages: string[] } | undefined> {
  const parts = inForceFor(await sourcesInForce(db, county), 'demolition', town)
  const [first] = parts
  if (!first) return undefined
  const { rows } = await sql<{ village: string }>`
    select distinct village from source_row
     where county = ${county} and source = any(${parts.map(({ id }) => id)}::uuid[]) and village is not null`.execute(
    db,
  )
  return { id: first.id, asOf: first.asOf, villages: rows.map(({ village }) => village) }
}
