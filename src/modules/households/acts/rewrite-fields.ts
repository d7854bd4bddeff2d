import { sql } from 'kysely'
import type { ActContext } from '../../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { renumberedAccounts } from '../../sources/public.ts'
import type { HomeField, HomeFields } from '../model/fields.ts'
import { factsResting } from '../rules/facts.ts'
import { columnTypes, type FieldColumns, fieldColumns } from './field-columns.ts'

export interface RewrittenHome {
  act: string
  home: { id: string; village: string }
  after: HomeFields
  changed: readonly HomeField[]
}

/**
 * Writes corrected applications. What an official had settled beside the old words is superseded where the new ones
 * speak of it; what an objection or an exception settled stands.
 */
export async function rewriteFields(
  tx: WriteDb,
  { county, keys }: ActContext,
  homes: readonly RewrittenHome[],
): Promise<void> {
  const renumbered = await renumberedAccounts(
    tx,
    county,
    homes.flatMap(({ after }) => after.accountNumber ?? []),
  )
  const columns = homes.map(({ home, after }) =>
    fieldColumns({ fields: after, village: home.village }, keys, county, undefined, undefined, renumbered),
  )
  const [first] = columns
  if (!first) return
  const names = Object.keys(first) as (keyof FieldColumns)[]
  await sql`
    update home set ${sql.join(names.map((name) => sql`${sql.ref(name)} = ${sql.ref(`given.${name}`)}`))}
      from unnest(${homes.map(({ home }) => home.id)}::uuid[],
                  ${sql.join(names.map((name) => sql`${columns.map((row) => row[name])}::${sql.raw(`${columnTypes[name] ?? 'text'}[]`)}`))})
           as given (id, ${sql.join(names.map((name) => sql.ref(name)))})
     where home.county = ${county} and home.id = given.id`.execute(tx)
  const superseded = homes.flatMap(({ act, home, changed }) =>
    factsOn(changed).map((fact) => ({ act, home: home.id, fact })),
  )
  if (superseded.length === 0) return
  await sql`
    update settled_fact set superseded_act = given.act
      from unnest(${superseded.map((s) => s.home)}::uuid[], ${superseded.map((s) => s.fact)}::text[],
                  ${superseded.map((s) => s.act)}::uuid[]) as given (home, fact, act)
     where settled_fact.county = ${county} and settled_fact.home = given.home and settled_fact.fact = given.fact
       and ${restsOnWords(county)}`.execute(tx)
}

/** The facts of a home that would be superseded if these fields said something else. */
export async function settledByWords(
  db: ReadDb,
  county: number,
  home: string,
  changed: readonly HomeField[],
): Promise<string[]> {
  const { rows } = await sql<{ fact: string }>`
    select distinct fact from settled_fact
     where county = ${county} and home = ${home} and fact = any(${factsOn(changed)}::text[])
       and ${restsOnWords(county)}`.execute(db)
  return rows.map(({ fact }) => fact)
}

const factsOn = (changed: readonly HomeField[]): string[] => [
  ...new Set(changed.flatMap((field) => factsResting[field] ?? [])),
]

/** A `settled_fact` an official found beside the words of the application; no exception, and nothing an objection settled. */
const restsOnWords = (county: number) => sql`
  settled_fact.superseded_act is null and not settled_fact.exception
  and exists (select 1 from act a where a.county = ${county} and a.id = settled_fact.act
                                    and a.kind = 'home.settle-fact')`
