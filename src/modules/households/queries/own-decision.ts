import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Fact, SaidFact } from '../../../kernel/pack/condition.ts'
import { decide } from '../../../kernel/pack/decide.ts'
import { factsFromStored } from '../rules/facts.ts'
import { type Origin, type OwnQuestion, ownQuestion } from '../rules/own-question.ts'
import { placesOf } from './own-places.ts'

/** The newest screening of a home as its family reads it; null where it was not screened yet. */
export async function ownDecision(
  db: ReadDb,
  { county, packByDigest }: Pick<QueryContext, 'county' | 'packByDigest'>,
  home: string,
): Promise<OwnQuestion | null> {
  const { rows } = await sql<{
    group: string
    decidedOn: Day
    pack: string
    facts: unknown
    appliedOn: Day
    formDemolition: boolean | null
  }>`
    select s.rule_group as "group", s.decided_on as "decidedOn", s.pack, s.facts, h.applied_on as "appliedOn",
           h.in_demolition_plan as "formDemolition"
      from home h join screening s on s.county = ${county} and s.id = h.screening
     where h.county = ${county} and h.id = ${home}`.execute(db)
  const [row] = rows
  if (!row) return null
  const pack = await packByDigest(row.pack)
  const settled = await settledDays(db, county, home)
  const originOf = (name: string, fact: Fact, _: unknown, by?: SaidFact['by']): Origin => {
    if (by) return { from: by, on: row.decidedOn }
    const on = settled.get(name)
    if (on && fact.known) return { from: 'official', on }
    if (fact.known && fact.presumed) return { from: 'nobody' }
    if (name.startsWith('duplicate.') || name === 'dwelling.inHeatingPlan')
      // What the list says of a family is told with the list; the other side is the application.
      return fact.known || !fact.said
        ? { from: 'comparison', on: row.decidedOn }
        : { from: 'application', on: row.appliedOn }
    if (name === 'dwelling.inDemolitionPlan' && row.formDemolition === null)
      return { from: 'town', on: row.decidedOn }
    return { from: 'application', on: row.appliedOn }
  }
  return ownQuestion(pack, decide(pack, row.group, factsFromStored(row.facts), row.decidedOn), {
    place: await placesOf(db, county, pack, home),
    originOf,
    doubtedOn: (name) => settled.get(name),
  })
}

/** The facts an official settled for the home that stand, with the day. */
export async function settledDays(db: ReadDb, county: number, home: string): Promise<Map<string, Day>> {
  const { rows } = await sql<{ fact: string; on: Day }>`
    select distinct on (f.fact) f.fact, (a.recorded_at at time zone 'Asia/Shanghai')::date as on
      from settled_fact f join act a on a.county = ${county} and a.id = f.act
     where f.county = ${county} and f.home = ${home} and f.superseded_act is null
     order by f.fact, f.id desc`.execute(db)
  return new Map(rows.map(({ fact, on }) => [fact, on]))
}
