import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { kept } from '../../../kernel/database/kept-plans.ts'
import { familiesOf, type FamilyLine, membersOf } from '../../sources/public.ts'
import { areSpouses, type Kin, kinAmong } from '../rules/family.ts'
import { bytea } from './field-columns.ts'

/** A home as its family is looked for. */
interface HomeOfPerson {
  /** Of a home that is there already. */
  id?: string
  line: string
  /** As read, or as text about to be written. */
  id_number_index: Buffer | string | null
  confirmed_on: string | null
}

export const keyText = (key: Buffer | string): string => (typeof key === 'string' ? key : bytea(key))
const nameOf = (line: string, key: Buffer | string): string => `${line}:${keyText(key)}`

export interface FamilyKin {
  of(home: HomeOfPerson): Kin | undefined
}

/** A householder of a family, and the homes applied for in that name. */
interface Person extends FamilyLine {
  homes: string[]
  confirmed: boolean
}

/** The householders of each line of work in each registered family these homes touch, by ID number. */
interface Families {
  asked: readonly HomeOfPerson[]
  of(line: string, person: Buffer | string): ReadonlyMap<string, Person>
  all: Iterable<ReadonlyMap<string, Person>>
}

/**
 * Which homes have another home of the same line in the registered family of their householder (§4.4); without homes,
 * of the whole register. `entering` are about to be written.
 */
export async function familyKin(
  db: ReadDb,
  county: number,
  homes: readonly HomeOfPerson[] | undefined,
  entering: readonly HomeOfPerson[] = [],
): Promise<FamilyKin> {
  const { asked, of } = await familiesOfHomes(db, county, homes, entering)
  const kin = new Map<string, Kin>()
  for (const { line, id_number_index } of asked) {
    if (id_number_index === null) continue
    const persons = of(line, id_number_index)
    const own = persons.get(keyText(id_number_index))
    const others = [...persons].filter(([key]) => key !== keyText(id_number_index))
    const found =
      own &&
      kinAmong(
        own,
        others.map(([, person]) => person),
      )
    if (found) kin.set(nameOf(line, id_number_index), found)
  }
  return {
    of: ({ line, id_number_index: key }) => (key === null ? undefined : kin.get(nameOf(line, key))),
  }
}

/** Two live homes of one line of work whose householders the police list has in one family. */
interface FamilyPair {
  first: string
  second: string
  /** They are householder and spouse. */
  couple: boolean
}

/** A book of more householders is a collective one: of those only couples are a family. */
const mostOfFamily = 12

/** All such pairs of the register, or those one of these homes is in. */
export async function familyPairs(
  db: ReadDb,
  county: number,
  homes?: readonly string[],
): Promise<FamilyPair[]> {
  const asked = homes && (await homesWithKin(db, county, homes))
  if (asked?.length === 0) return []
  const { all } = await familiesOfHomes(db, county, asked, [])
  const wanted = homes && new Set(homes)
  const pairs: FamilyPair[] = []
  for (const persons of all) {
    const members = [...persons.values()]
    for (const [at, one] of members.entries())
      for (const other of members.slice(at + 1)) {
        const couple = areSpouses(one, other)
        if (!couple && members.length > mostOfFamily) continue
        for (const first of one.homes)
          for (const second of other.homes)
            if (!wanted || wanted.has(first) || wanted.has(second)) pairs.push({ first, second, couple })
      }
  }
  return pairs
}

async function familiesOfHomes(
  db: ReadDb,
  county: number,
  homes: readonly HomeOfPerson[] | undefined,
  entering: readonly HomeOfPerson[],
): Promise<Families> {
  const stored = homes === undefined ? await homesOf(db, county, undefined) : []
  const asked = [...(homes ?? stored), ...entering]
  const lines = await familiesOf(db, county, personsOf(asked))
  const members =
    homes === undefined || lines.size === 0 ? lines : await membersOf(db, county, familiesIn(lines))
  const others = homes === undefined ? stored : await homesOf(db, county, [...members.keys()])
  const families = new Map<string, Map<string, Person>>()
  const own = new Set(entering.map(({ id }) => id))
  for (const home of [...others.filter(({ id }) => !own.has(id)), ...entering]) {
    if (home.id_number_index === null) continue
    const key = keyText(home.id_number_index)
    const line = members.get(key) ?? lines.get(key)
    if (!line) continue
    const name = `${home.line}:${line.family}`
    const persons = families.get(name) ?? new Map<string, Person>()
    families.set(name, persons)
    const known = persons.get(key)
    persons.set(key, {
      ...line,
      homes: [...(known?.homes ?? []), ...(home.id === undefined ? [] : [home.id])],
      confirmed: home.confirmed_on !== null || (known?.confirmed ?? false),
    })
  }
  return {
    asked,
    of: (line, person) => {
      const own = lines.get(keyText(person))
      return (own && families.get(`${line}:${own.family}`)) ?? new Map<string, never>()
    },
    all: families.values(),
  }
}

/** Live homes of others of the families of these homes' householders. */
export async function homesOfFamily(
  db: ReadDb,
  county: number,
  homes: readonly { id_number_index: Buffer | string | null }[],
): Promise<string[]> {
  const persons = personsOf(homes)
  const lines = await familiesOf(db, county, persons)
  if (lines.size === 0) return []
  const members = await membersOf(db, county, familiesIn(lines))
  const found = await homesOf(db, county, [...members.keys()])
  return found
    .filter(({ id_number_index: key }) => key !== null && !persons.includes(keyText(key)))
    .map(({ id }) => id)
}

const personsOf = (homes: readonly { id_number_index: Buffer | string | null }[]): string[] => [
  ...new Set(homes.flatMap(({ id_number_index: key }) => (key === null ? [] : [keyText(key)]))),
]

const familiesIn = (lines: ReadonlyMap<string, FamilyLine>): string[] => [
  ...new Set([...lines.values()].map(({ family }) => family)),
]

async function homesOf(
  db: ReadDb,
  county: number,
  persons: readonly string[] | undefined,
): Promise<(HomeOfPerson & { id: string })[]> {
  if (persons?.length === 0) return []
  return liveHomes(
    db,
    county,
    persons === undefined
      ? sql`id_number_index is not null`
      : sql`id_number_index = any(${[...persons]}::bytea[])`,
  )
}

/** Of these homes, those another live home may be of the same family with: some list once named both in one. */
async function homesWithKin(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<(HomeOfPerson & { id: string })[]> {
  const { rows } = await sql<HomeOfPerson & { id: string }>`${kept}
    select h.id, h.line, h.id_number_index, h.confirmed_on from ${withKin(county, homes)}`.execute(db)
  return rows
}

/** SQL for the homes `h` among these whose householder the police list has in one family with another householder. */
const withKin = (county: number, homes: readonly string[]) => sql`
  home h where h.county = ${county} and h.ended is null and h.id = any(${[...homes]}::uuid[])
    and exists (
      select 1 from source_row p
        join source_row m on m.county = ${county} and m.family_number = p.family_number
        join home o on o.county = ${county} and o.id_number_index = m.id_number_index
       where p.county = ${county} and p.id_number_index = h.id_number_index
         and o.id <> h.id and o.ended is null and o.line = h.line)`

/** SQL for whether `familyPairs` has any of these homes. */
export const haveKin = (county: number, homes: readonly string[]) =>
  sql<boolean>`exists (select 1 from ${withKin(county, homes)})`

async function liveHomes(
  db: ReadDb,
  county: number,
  among: RawBuilder<unknown>,
): Promise<(HomeOfPerson & { id: string })[]> {
  const { rows } = await sql<HomeOfPerson & { id: string }>`
    select id, line, id_number_index, confirmed_on from home
     where county = ${county} and ended is null and ${among}`.execute(db)
  return rows
}
