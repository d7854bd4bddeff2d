import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { PairAnswer } from '../model.ts'
import { followsFrom, type Found, saidBy } from '../rules/pair.ts'

interface Decided extends Found {
  third: string
  isFirst: boolean
}

/** An answer given in the same moment as the one that is weighed. */
export interface Beside {
  first: string
  second: string
  answer: PairAnswer
}

/**
 * What the decisions in force about third homes make of a pair (§4.4): whatever contradicts them is worth a second look.
 * Answers given `beside` it count as decided, in place of what was decided of theirs.
 */
export async function followsFromThirds(
  db: ReadDb,
  county: number,
  { first, second }: { first: string; second: string },
  beside: readonly Beside[] = [],
) {
  const { rows: decided } = await sql<Decided>`
    select case when p.first in (${first}::uuid, ${second}::uuid) then p.second else p.first end as third,
           ${first}::uuid in (p.first, p.second) as "isFirst", d.same_person as person, d.same_dwelling as dwelling
      from match_pair p
      join match_decision d on d.county = ${county} and d.id = p.decision and d.same_person is not null
     where p.county = ${county} and p.state = 'decided' and not p.earlier
       and (p.first in (${first}::uuid, ${second}::uuid) or p.second in (${first}::uuid, ${second}::uuid))
       and not (p.first = ${first}::uuid and p.second = ${second}::uuid)
     order by 1`.execute(db)
  const said = beside.flatMap((pair) => besideOf(pair, { first, second }))
  const rows = [...decided.filter((row) => !said.some((one) => isSameSide(one, row))), ...said]
  const withFirst = new Map(rows.flatMap((row) => (row.isFirst ? [[row.third, row] as const] : [])))
  return rows.flatMap((row) => {
    const other = row.isFirst ? undefined : withFirst.get(row.third)
    const follows = other && followsFrom(other, row)
    return follows && Object.keys(follows).length > 0 ? [{ third: row.third, ...follows }] : []
  })
}

const isSameSide = (one: Decided, other: Decided): boolean =>
  one.third === other.third && one.isFirst === other.isFirst

/** An answer about another pair as a decision about a third home, where it shares one home with the pair. */
function besideOf({ first, second, answer }: Beside, pair: { first: string; second: string }): Decided[] {
  const said = saidBy(answer)
  const shared = [first, second].filter((home) => home === pair.first || home === pair.second)
  return said && shared.length === 1
    ? [{ third: shared[0] === first ? second : first, isFirst: shared[0] === pair.first, ...said }]
    : []
}
