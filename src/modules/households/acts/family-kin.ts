import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { familiesOf, type FamilyLine, membersOf } from '../../sources/public.ts'
import { type Kin, kinAmong } from '../rules/family.ts'
import { bytea } from './field-columns.ts'

/** A home as its family is looked for. */
interface HomeOfPerson {
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
  const stored = homes === undefined ? await homesOf(db, county, undefined) : []
  const asked = [...(homes ?? stored), ...entering]
  const lines = await familiesOf(db, county, personsOf(asked))
  const members =
    homes === undefined || lines.size === 0 ? lines : await membersOf(db, county, familiesIn(lines))
  const others = homes === undefined ? stored : await homesOf(db, county, [...members.keys()])
  const families = new Map<string, Map<string, FamilyLine & { confirmed: boolean }>>()
  for (const home of [...others, ...entering]) {
    if (home.id_number_index === null) continue
    const key = keyText(home.id_number_index)
    const line = members.get(key) ?? lines.get(key)
    if (!line) continue
    const name = `${home.line}:${line.family}`
    const persons = families.get(name) ?? new Map<string, FamilyLine & { confirmed: boolean }>()
    families.set(name, persons)
    persons.set(key, {
      ...line,
      confirmed: home.confirmed_on !== null || (persons.get(key)?.confirmed ?? false),
    })
  }
  const kin = new Map<string, Kin>()
  for (const { line, id_number_index } of asked) {
    const own = id_number_index === null ? undefined : lines.get(keyText(id_number_index))
    if (!own || id_number_index === null) continue
    const persons = families.get(`${line}:${own.family}`) ?? new Map<string, never>()
    const found = kinAmong(
      own,
      [...persons].filter(([key]) => key !== keyText(id_number_index)).map(([, person]) => person),
    )
    if (found) kin.set(nameOf(line, id_number_index), found)
  }
  return {
    of: ({ line, id_number_index: key }) => (key === null ? undefined : kin.get(nameOf(line, key))),
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
  const among =
    persons === undefined
      ? sql`id_number_index is not null`
      : sql`id_number_index = any(${[...persons]}::bytea[])`
  const { rows } = await sql<HomeOfPerson & { id: string }>`
    select id, line, id_number_index, confirmed_on from home
     where county = ${county} and ended is null and ${among}`.execute(db)
  return rows
}
