import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { differInOneDigit } from '../../kernel/standards/account-number.ts'
import { type SourceKind, remembering } from './model.ts'
import { rowNameKey } from './rules/name-key.ts'

/** A source whose rows count now. */
export interface SourceInForce {
  id: string
  kind: SourceKind
  area: string
  asOf: Day
}

const isCounty = (area: string): boolean => area.endsWith('000000')

/**
 * The sources that count for a town: of a list that remembers all of them, of the others the newest that covers the town,
 * all its parts of one date (docs/decisions/0009).
 */
export function inForceFor(
  sources: readonly SourceInForce[],
  kind: SourceKind,
  town: string,
): SourceInForce[] {
  const covering = sources.filter((one) => one.kind === kind && (isCounty(one.area) || one.area === town))
  if (remembering.includes(kind)) return covering
  const newest = covering.reduce<Day | undefined>(
    (day, { asOf }) => (day === undefined || asOf > day ? asOf : day),
    undefined,
  )
  return covering.filter(({ asOf }) => asOf === newest)
}

/** The sources of a kind that count for some town, the newest first. */
export function inForceSomewhere(sources: readonly SourceInForce[], kind: SourceKind): SourceInForce[] {
  const areas = new Set(sources.filter((one) => one.kind === kind).map(({ area }) => area))
  const counting = new Set([...areas].flatMap((area) => inForceFor(sources, kind, area)))
  return sources.filter((one) => counting.has(one))
}

export async function sourcesInForce(db: ReadDb, county: number): Promise<SourceInForce[]> {
  const { rows } = await sql<SourceInForce>`
    select id, kind, area, as_of as "asOf" from source
     where county = ${county} and undone_act is null order by as_of desc, id desc`.execute(db)
  return rows
}

/** Where a fact comes from: the line of a source. */
export interface FoundIn {
  id: string
  kind: SourceKind
  asOf: Day
  row?: string
}

/** A home as sources are asked about it. */
export interface SubjectOfSources {
  village: string
  /** Blind index of the householder's ID number, as bytes or as the database reads them in text. */
  idNumberIndex: Buffer | string | null
  accountNumber: string | null
  address: string
  householder: string
}

/** What the sources in force say of one home; what they do not speak of is absent. */
export interface SaidOfHome {
  helpedBefore?: FoundIn
  recordedDead?: FoundIn & { day: Day | null }
  /**
   * The grid register covers the home; `account` is absent where the number does not stand in it, and then `mistyped` is the
   * householder's account there whose number differs in one digit.
   */
  grid?: FoundIn & {
    account?: { holder: string; residential: boolean | null; active: boolean }
    mistyped?: FoundIn
  }
  /** A licence in force of the householder at this address. */
  business?: FoundIn
}

interface PersonRow {
  key: string
  source: string
  id: string
  village: string | null
  address: string | null
  active: boolean
  day: Day | null
}

interface AccountRow {
  number: string
  source: string
  id: string
  name: string
  residential: boolean | null
  active: boolean
}

/** What the sources say of homes, in their order; two reads however many homes, none where there are no sources. */
export async function saidOfHomes(
  db: ReadDb,
  county: number,
  homes: readonly SubjectOfSources[],
): Promise<SaidOfHome[]> {
  const sources = await sourcesInForce(db, county)
  if (sources.length === 0 || homes.length === 0) return homes.map(() => ({}))
  const forTown = new Map<string, Map<SourceKind, SourceInForce[]>>()
  const inForce = (town: string, kind: SourceKind): SourceInForce[] => {
    const own = forTown.get(town) ?? new Map<SourceKind, SourceInForce[]>()
    forTown.set(town, own)
    const found = own.get(kind) ?? inForceFor(sources, kind, town)
    own.set(kind, found)
    return found
  }
  const persons = await personRows(db, county, sources, homes)
  const accounts = await accountRows(db, county, sources, homes)
  const isInRegister = (home: SubjectOfSources) =>
    inForce(townOf(home), 'grid').some(({ id }) => accounts.has(`${id} ${home.accountNumber ?? ''}`))
  const namesakes = await accountsNamed(
    db,
    county,
    sources,
    homes.filter((home) => home.accountNumber !== null && !isInRegister(home)),
  )
  return homes.map((home) => {
    const town = townOf(home)
    const key = home.idNumberIndex === null ? undefined : textOf(home.idNumberIndex)
    /** The newest line about the person in the sources of a kind that count here. */
    const personIn = (kind: SourceKind, fits: (row: PersonRow) => boolean = () => true) => {
      for (const source of key === undefined ? [] : inForce(town, kind))
        for (const row of persons.get(`${source.id} ${key}`) ?? [])
          if (fits(row)) return { ...foundIn(source, row.id), day: row.day }
      return undefined
    }
    const said: SaidOfHome = {}
    const helped = personIn('earlier')
    if (helped) said.helpedBefore = { id: helped.id, kind: helped.kind, asOf: helped.asOf, row: helped.row }
    const dead = personIn('death')
    if (dead) said.recordedDead = dead
    const licence = personIn('business', (row) => row.active && isSamePlace(row, home))
    if (licence) said.business = { id: licence.id, kind: licence.kind, asOf: licence.asOf, row: licence.row }
    const grid = inForce(town, 'grid')
    const [first] = grid
    if (first) {
      const found = grid
        .map((source) => ({ source, row: accounts.get(`${source.id} ${home.accountNumber ?? ''}`) }))
        .find(({ row }) => row !== undefined)
      said.grid = found?.row
        ? {
            ...foundIn(found.source, found.row.id),
            account: { holder: found.row.name, residential: found.row.residential, active: found.row.active },
          }
        : foundIn(first)
      const slip =
        found || home.accountNumber === null
          ? undefined
          : mistypedIn(grid, namesakes.get(rowNameKey(home.householder)) ?? [], home.accountNumber)
      if (slip) said.grid.mistyped = slip
    }
    return said
  })
}

const townOf = ({ village }: SubjectOfSources): string => `${village.slice(0, 9)}000`

/** The line of the register in force whose number the given one was probably copied from. */
function mistypedIn(
  grid: readonly SourceInForce[],
  namesakes: readonly NamedAccount[],
  number: string,
): FoundIn | undefined {
  for (const source of grid)
    for (const row of namesakes)
      if (row.source === source.id && row.numbers.some((own) => differInOneDigit(own, number)))
        return foundIn(source, row.id)
  return undefined
}

const foundIn = ({ id, kind, asOf }: SourceInForce, row?: string) => ({
  id,
  kind,
  asOf,
  ...(row !== undefined && { row }),
})

const textOf = (key: Buffer | string): string => (typeof key === 'string' ? key : `\\x${key.toString('hex')}`)

async function personRows(
  db: ReadDb,
  county: number,
  sources: readonly SourceInForce[],
  homes: readonly SubjectOfSources[],
): Promise<Map<string, PersonRow[]>> {
  const asked = sources
    .filter(({ kind }) => ['earlier', 'death', 'business'].includes(kind))
    .map(({ id }) => id)
  const keys = [
    ...new Set(homes.flatMap(({ idNumberIndex }) => (idNumberIndex === null ? [] : [textOf(idNumberIndex)]))),
  ]
  const found = new Map<string, PersonRow[]>()
  if (asked.length === 0 || keys.length === 0) return found
  const { rows } = await sql<PersonRow>`
    select id_number_index::text as key, source, id, village, address, active, day from source_row
     where county = ${county} and id_number_index = any(${keys}::bytea[]) and source = any(${asked}::uuid[])
     order by id`.execute(db)
  for (const row of rows) {
    const name = `${row.source} ${row.key}`
    found.set(name, [...(found.get(name) ?? []), row])
  }
  return found
}

/** The line of an account, also under the number it had before; the present number goes first. */
async function accountRows(
  db: ReadDb,
  county: number,
  sources: readonly SourceInForce[],
  homes: readonly SubjectOfSources[],
): Promise<Map<string, AccountRow>> {
  const asked = sources.filter(({ kind }) => kind === 'grid').map(({ id }) => id)
  const numbers = [...new Set(homes.flatMap(({ accountNumber }) => accountNumber ?? []))]
  const found = new Map<string, AccountRow>()
  if (asked.length === 0 || numbers.length === 0) return found
  for (const column of ['old_account_number', 'account_number']) {
    const { rows } = await sql<AccountRow>`
      select ${sql.ref(column)} as number, source, id, name, residential, active from source_row
       where county = ${county} and ${sql.ref(column)} = any(${numbers}::text[]) and source = any(${asked}::uuid[])
       order by id desc`.execute(db)
    for (const row of rows) found.set(`${row.source} ${row.number}`, row)
  }
  return found
}

interface NamedAccount {
  id: string
  source: string
  numbers: string[]
}

/** Accounts in the name of householders whose number does not stand in the register, by the name's key. */
async function accountsNamed(
  db: ReadDb,
  county: number,
  sources: readonly SourceInForce[],
  homes: readonly SubjectOfSources[],
): Promise<Map<string, NamedAccount[]>> {
  const asked = sources.filter(({ kind }) => kind === 'grid').map(({ id }) => id)
  const names = [...new Set(homes.map(({ householder }) => rowNameKey(householder)))]
  const found = new Map<string, NamedAccount[]>()
  if (asked.length === 0 || names.length === 0) return found
  const { rows } = await sql<NamedAccount & { key: string }>`
    select name_key as key, id, source,
           array_remove(array[account_number, old_account_number], null) as numbers from source_row
     where county = ${county} and source = any(${asked}::uuid[]) and name_key = any(${names}::text[]) and active
     order by id`.execute(db)
  for (const { key, ...row } of rows) found.set(key, [...(found.get(key) ?? []), row])
  return found
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s()\-—#·]/gu, '')
const lastNumber = (text: string): string | undefined => plain(text).match(/\d+/g)?.at(-1)

/** A place of business is the home where its address ends in the home's, or both name one house of one village. */
function isSamePlace(
  row: { village: string | null; address: string | null },
  home: SubjectOfSources,
): boolean {
  if (row.address === null) return false
  const [there, here] = [plain(row.address), plain(home.address)]
  if (here.length >= 4 && there.endsWith(here)) return true
  const number = lastNumber(row.address)
  return number !== undefined && row.village === home.village && number === lastNumber(home.address)
}
