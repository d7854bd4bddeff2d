import { sql } from 'kysely'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import type { PairAnswer } from '../model.ts'
import { followsFromThirds } from '../queries/third-homes.ts'
import { familyBits, type PairAmongThirds, type PairToDecide } from '../rules/pair.ts'

export interface PairFacts extends PairToDecide, PairAmongThirds {
  /** Both homes' village or town; the county where they lie in two towns. */
  area: string
  /** What the police list says of the two now. */
  family: number
  firstSeal: string
  secondSeal: string
}

/**
 * The facts of pairs, in order; undefined where there is no such pair, or it is asked only whether one may decide. What
 * the others of them are answered counts for each as decided.
 */
export async function loadPairs(
  db: ReadDb,
  county: number,
  asked: readonly (AskedPair | undefined)[],
): Promise<(PairFacts | undefined)[]> {
  const known = asked.filter((one) => one !== undefined)
  const { rows } = await sql<
    Omit<PairFacts, 'area' | 'thirds'> & PlacedPair & { first: string; second: string }
  >`
    select p.first, p.second, p.earlier, p.state, p.exact & ${familyBits} as family, f.ended is not null as "firstEnded",
           s.ended is not null as "secondEnded", f.village as "firstVillage", f.town as "firstTown",
           coalesce(s.village, e.village) as "secondVillage", coalesce(s.town, e.town) as "secondTown",
           '\\x' || encode(a.seal, 'hex') as "firstSeal", '\\x' || encode(b.seal, 'hex') as "secondSeal",
             case when d.id is not null
                  then json_build_object('id', d.id, 'answer', d.answer, 'on', d.decided_on, 'by', coalesce(o.name, '')) end
               as "inForce"
      from unnest(${known.map(({ first }) => first)}::uuid[], ${known.map(({ second }) => second)}::uuid[]) as w (first, second)
      join match_pair p on p.county = ${county} and p.first = w.first and p.second = w.second
      join home f on f.county = ${county} and f.id = p.first
      join identity a on a.county = ${county} and a.id = p.first
      join identity b on b.county = ${county} and b.id = p.second
      left join home s on s.county = ${county} and s.id = p.second
      left join source_row e on p.earlier and e.county = ${county} and e.id = p.second
      left join match_decision d on d.county = ${county} and d.id = p.decision
      left join account o on o.county = ${county} and o.id = d.decided_by`.execute(db)
  const wide = await countyArea(db, county)
  const answered = known.flatMap(({ answer, ...pair }) => (answer ? [{ ...pair, answer }] : []))
  const facts: (PairFacts | undefined)[] = []
  for (const one of asked) {
    const row = one && rows.find(({ first, second }) => first === one.first && second === one.second)
    const thirds = row && !row.earlier ? await followsFromThirds(db, county, row, answered) : []
    facts.push(row && { ...row, area: areaOfPair(row, wide), thirds })
  }
  return facts
}

interface AskedPair {
  first: string
  second: string
  answer?: PairAnswer
}

interface PlacedPair {
  firstVillage: string
  firstTown: string
  /** Null where a line of an earlier year's list does not say. */
  secondVillage: string | null
  secondTown: string | null
}

/** Whose work a pair is: the village's town while both lie in it, the county's where two towns would have to compare. */
export function areaOfPair(pair: PlacedPair, county: string): string {
  if (pair.secondTown === null || pair.secondVillage === pair.firstVillage) return pair.firstVillage
  return pair.secondTown === pair.firstTown ? pair.firstTown : county
}
