import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { followsFrom, type Found } from '../rules/pair.ts'

interface Decided extends Found {
  third: string
  isFirst: boolean
}

/** What the decisions in force about third homes make of a pair (§4.4): whatever contradicts them is worth a second look. */
export async function followsFromThirds(
  db: ReadDb,
  county: number,
  { first, second }: { first: string; second: string },
) {
  const { rows } = await sql<Decided>`
    select case when p.first in (${first}::uuid, ${second}::uuid) then p.second else p.first end as third,
           ${first}::uuid in (p.first, p.second) as "isFirst", d.same_person as person, d.same_dwelling as dwelling
      from match_pair p
      join match_decision d on d.county = ${county} and d.id = p.decision and d.same_person is not null
     where p.county = ${county} and p.state = 'decided' and not p.earlier
       and (p.first in (${first}::uuid, ${second}::uuid) or p.second in (${first}::uuid, ${second}::uuid))
       and not (p.first = ${first}::uuid and p.second = ${second}::uuid)
     order by 1`.execute(db)
  const withFirst = new Map(rows.flatMap((row) => (row.isFirst ? [[row.third, row] as const] : [])))
  return rows.flatMap((row) => {
    const beside = row.isFirst ? undefined : withFirst.get(row.third)
    const follows = beside && followsFrom(beside, row)
    return follows && Object.keys(follows).length > 0 ? [{ third: row.third, ...follows }] : []
  })
}
