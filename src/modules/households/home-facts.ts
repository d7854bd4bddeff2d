import { sql } from 'kysely'
import type { HomeFacts } from '../../kernel/act/define.ts'
import type { Fact, Facts } from '../../kernel/pack/condition.ts'
import { factsFromStored } from './rules/facts.ts'

/**
 * What the register knows of homes before money leaves: the facts of the last screening, which is made anew whenever a
 * list, a pair or a settled fact changes them; and what only stands in the way of payment (§3.1.3d, §4.4).
 */
export const registerHomeFacts: HomeFacts = async (db, { county }, homes) => {
  const { rows } = await sql<{ id: string; facts: unknown; telephones: number; objected: boolean }>`
    with own as (
      select id, line, telephone_index, screening from home
       where county = ${county} and id = any(${[...homes]}::uuid[])),
    together as (
      select o.line, o.telephone_index, count(*)::int as homes from home o
       where o.county = ${county} and o.ended is null and o.confirmed_on is not null
         and o.telephone_index in (select telephone_index from own)
       group by o.line, o.telephone_index)
    select h.id, s.facts, coalesce(t.homes, 0) as telephones,
           exists (select from objection b where b.county = ${county} and b.home = h.id and b.state = 'open') as objected
      from own h
      left join screening s on s.county = ${county} and s.id = h.screening
      left join together t on t.line = h.line and t.telephone_index = h.telephone_index`.execute(db)
  return new Map(
    rows.map(({ id, facts, telephones, objected }) => [
      id,
      {
        ...standing(factsFromStored(facts ?? {})),
        'home.telephoneHomes': { known: true, value: telephones },
        'home.objectionOpen': { known: true, value: objected },
      },
    ]),
  )
}

/** A confirmed home's papers were in date when it counted: the day of a fact is of no matter to payment. */
const standing = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]): [string, Fact] => [
      name,
      fact.known ? { known: true, value: fact.value, ...(fact.source && { source: fact.source }) } : fact,
    ]),
  )
