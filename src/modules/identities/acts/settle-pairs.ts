import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { kept, keptStatement } from '../../../kernel/database/kept-plans.ts'
import { exactBits, familyBits, leastBits } from '../rules/pair.ts'

/**
 * Pairs that were looked at again and not found again are none any more. Where an official found them to be one, nothing
 * a record says now takes that away unseen: the pair stays, with the evidence it was found by, to be looked at again.
 */
export async function dropStalePairs(
  tx: WriteDb,
  county: number,
  act: string,
  homes: readonly string[] | undefined,
  between: boolean,
): Promise<void> {
  // One index serves each side; together they would be looked for in the whole table.
  const sides = homes
    ? [sql`and first = any(${[...homes]}::uuid[])`, sql`and second = any(${[...homes]}::uuid[])`]
    : [sql``]
  for (const side of sides)
    await sql`${kept}
      delete from match_pair
       where county = ${county} and earlier = ${between} and act <> ${act}::uuid
         and not ${wasOne(county)} ${side}`.execute(tx)
}

/** What the police list says of pairs no more is taken back, and the pairs that stood for nothing else. */
export async function dropFamilies(tx: WriteDb, county: number, act: string): Promise<void> {
  await sql`
    delete from match_pair
     where county = ${county} and act <> ${act}::uuid and exact & ${familyBits} > 0 and exact = exact & ${familyBits}
       and greatest(person_bits, dwelling_bits) < ${leastBits} and not ${wasOne(county)}`.execute(tx)
  await sql`
    update match_pair set exact = exact & ~${familyBits}::smallint
     where county = ${county} and act <> ${act}::uuid and exact & ${familyBits} > 0`.execute(tx)
}

/** The newest decision of a pair found it to be one. */
export const wasOne = (county: number, pair = 'match_pair') => sql`
  coalesce((select d.same_person or d.same_dwelling from match_decision d
             where d.county = ${county} and d.first = ${sql.ref(`${pair}.first`)} and d.second = ${sql.ref(`${pair}.second`)}
             order by d.id desc limit 1), false)`

/**
 * What was decided of two records holds as long as both say what they said then; where one says something else, the
 * pair is open again. So it is where the police list says more of the two than it said then, or nothing any more.
 */
export async function recallDecisions(tx: WriteDb, county: number, homes?: readonly string[]): Promise<void> {
  await (homes ? recallOf(tx, county, homes) : recallSql(county).execute(tx))
}

const recallOf = keptStatement<unknown, [number, readonly string[]]>([false, true], recallSql)

function recallSql(county: number, homes?: readonly string[]) {
  const among = homes
    ? sql`(select first, second, exact from match_pair where county = ${county} and first = any(${[...homes]}::uuid[])
           union select first, second, exact from match_pair where county = ${county} and second = any(${[...homes]}::uuid[]))`
    : sql`(select first, second, exact from match_pair where county = ${county})`
  return sql`
    update match_pair p
       set state = case when d.answer is null then 'open' when d.answer = 'papers' then 'papers' else 'decided' end,
           same_person = d.same_person, same_dwelling = d.same_dwelling, decision = d.id
      from ${among} q
      left join lateral (
        select m.id, m.answer, m.same_person, m.same_dwelling
          from match_decision m
          join identity f on f.county = ${county} and f.id = m.first and f.seal = m.first_seal
          join identity s on s.county = ${county} and s.id = m.second and s.seal = m.second_seal
         where m.county = ${county} and m.first = q.first and m.second = q.second
           and m.family >= q.exact & ${familyBits} and (m.family > 0) = (q.exact & ${exactBits.family} > 0)
         order by m.id desc limit 1) d on true
     where p.county = ${county} and p.first = q.first and p.second = q.second
       and p.decision is distinct from d.id`
}

/** The homes of all pairs these homes are in, these among them; none where they are in none. */
export async function homesInPairs(db: ReadDb, county: number, homes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${kept}${homesInPairsSql(county, homes)}`.execute(db)
  return rows.map(({ id }) => id)
}

export const homesInPairsSql = (county: number, homes: readonly string[]) => sql`
  select unnest(case when earlier then array[first] else array[first, second] end) as id
    from match_pair where county = ${county} and first = any(${[...homes]}::uuid[])
  union
  select unnest(array[first, second]) from match_pair
   where county = ${county} and second = any(${[...homes]}::uuid[])`
