import { type RawBuilder, sql } from 'kysely'
import type { ActContext, QueryContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { inScope } from '../../kernel/identity/authority.ts'
import type { ChecklistAnswer } from '../../kernel/pack/checklist.ts'
import type { Finding, Level, SampleLevel, SampleStanding } from './model.ts'
import type { LotLine } from '../suppliers/public.ts'
import { sampleTerms, standingOf } from './rules/samples.ts'
import { sampleCounts } from './sample-counts.ts'

export interface VisitState {
  id: string
  /** 1 for the first visit. */
  number: number
  passed: boolean
  visitedOn: Day
  /** Account of the person who visited. */
  inspector: string
  items: ChecklistAnswer[]
  findings: Finding[]
}

export interface AcceptanceState {
  /** The latest visit; null before the first. */
  visit: VisitState | null
  /** Sign-offs of the latest visit. */
  signOffs: Partial<Record<Level, { signer: string; signedOn: Day }>>
  accepted: boolean
  acceptedOn: Day | null
}

interface Row extends VisitState {
  home: string
  acceptedOn: Day | null
  villageSigner: string | null
  villageOn: Day | null
  townSigner: string | null
  townOn: Day | null
}

/** Homes by id with their acceptance as it stands; a home that is not there is missing from the map. */
export async function acceptanceOf(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<Map<string, AcceptanceState>> {
  if (homes.length === 0) return new Map()
  const { rows } = await sql<Omit<Row, 'id'> & { id: string | null }>`
    select h.id as home, h.accepted_on as "acceptedOn", a.id, a.number, a.passed, a.visited_on as "visitedOn",
           a.inspector, a.items, a.findings, v.signer as "villageSigner", v.signed_on as "villageOn",
           t.signer as "townSigner", t.signed_on as "townOn"
      from home h
      left join lateral (select * from acceptance_visit e where e.county = ${county} and e.home = h.id
                          order by e.number desc limit 1) a on true
      left join sign_off v on v.county = ${county} and v.home = h.id and v.visit = a.id and v.level = 'village'
      left join sign_off t on t.county = ${county} and t.home = h.id and t.visit = a.id and t.level = 'town'
     where h.county = ${county} and h.id = any(${[...homes]}::uuid[])`.execute(db)
  return new Map(
    rows.map((row) => [
      row.home,
      {
        visit: row.id === null ? null : visitOf({ ...row, id: row.id }),
        signOffs: {
          ...(row.villageSigner &&
            row.villageOn && { village: { signer: row.villageSigner, signedOn: row.villageOn } }),
          ...(row.townSigner && row.townOn && { town: { signer: row.townSigner, signedOn: row.townOn } }),
        },
        accepted: row.acceptedOn !== null,
        acceptedOn: row.acceptedOn,
      },
    ]),
  )
}

const visitOf = ({ id, number, passed, visitedOn, inspector, items, findings }: VisitState): VisitState => ({
  id,
  number,
  passed,
  visitedOn,
  inspector,
  items,
  findings,
})

/** Whether home `h` is drawn at a level and to be entered by a person who had no hand in it (§5.2). */
export const toCheck = (county: number, level: SampleLevel, person: string): RawBuilder<unknown> => sql`
  (h.stage in ('inspected', 'accepted', 'settled', 'subsidised')
   and exists (select 1 from sample_home s where s.county = ${county} and s.home = h.id and s.level = ${level}
                                             and s.passed is not true)
   and not exists (select 1 from acceptance_visit a
                    where a.county = ${county} and a.home = h.id and a.inspector = ${person}::uuid)
   and not exists (select 1 from sign_off o
                    where o.county = ${county} and o.home = h.id and o.signer = ${person}::uuid)
   and not exists (select 1 from sample_check c
                    where c.county = ${county} and c.home = h.id and c.level <> ${level}
                      and c.checker = ${person}::uuid))`

export type SamplesOfVillage = Record<SampleLevel, SampleStanding>

/** Where the samples of town and county stand in villages, by their 12-digit codes and the line of work (§1.2). */
export async function samplesOf(
  db: ReadDb,
  { county, pack, today }: Pick<ActContext, 'county' | 'pack' | 'today'>,
  villages: readonly string[],
): Promise<(village: string, line: LotLine) => SamplesOfVillage> {
  const found = new Map<string, SamplesOfVillage>()
  const codes = [...new Set(villages)]
  for (const { village, line, level, ...counts } of await sampleCounts(
    db,
    county,
    sql`h.village = any(${codes}::text[])`,
  ))
    found.set(`${village} ${line}`, {
      ...(found.get(`${village} ${line}`) ?? { town: 'none', county: 'none' }),
      [level]: standingOf(counts, sampleTerms(pack, level, today)),
    })
  return (village, line) => found.get(`${village} ${line}`) ?? { town: 'none', county: 'none' }
}

/** Findings of homes that are seen, each with how it stands today; those of homes that left wait for nobody. */
export const findings = ({
  county,
  scope,
  today,
}: Pick<QueryContext, 'county' | 'scope' | 'today'>): RawBuilder<unknown> => sql`
  select d.*, h.line, h.area_kind as "areaKind", h.village, h.town, h.sequence, h.householder, h.address, h.contractor, h.supervisor,
         case when d.closed_on is not null then 'closed' when d.fixed_on is not null then 'to-recheck'
              when d.due_on < ${today}::date then 'overdue' else 'open' end as state
    from finding d
    join home h on h.county = ${county} and h.id = d.home and (h.ended is null or d.closed_on is not null)
   where d.county = ${county}
     and ${inScope(scope, {
       town: sql.ref('h.town'),
       village: sql.ref('h.village'),
       organisations: [sql.ref('h.contractor'), sql.ref('h.supervisor')],
       home: sql.ref('h.id'),
     })}`

/** Villages of lots with a supervising firm and homes handed over: who watches them, and how far they were entered. */
export const supervised = ({
  county,
  scope,
}: Pick<QueryContext, 'county' | 'scope'>): RawBuilder<unknown> => sql`
  select g.id, g.code as village, g.town, l.supervisor as firm, s.person, s.since, n.homes, n.installed, n."toVisit",
         n.visited, n.passed
    from village g
    join lot l on l.county = ${county} and l.id = g.lot and l.supervisor is not null
    left join site_supervisor s on s.county = ${county} and s.village = g.code and s.ended_on is null
                               and s.firm = l.supervisor
    join lateral (
      select count(*) as homes, count(i.home) as installed, count(*) filter (where h.stage = 'self-checked') as "toVisit",
             count(*) filter (where exists (select 1 from acceptance_visit a
                                             where a.county = ${county} and a.home = h.id)) as visited,
             count(*) filter (where i.home is not null and h.stage not in ('assigned', 'installed', 'self-checked'))
               as passed
        from home h
        left join installation i on i.county = ${county} and i.home = h.id
       where h.county = ${county} and h.village = g.code and h.ended is null and h.line = 'heating'
         and h.contractor is not null) n on n.homes > 0
   where g.county = ${county}
     and ${inScope(scope, {
       town: sql.ref('g.town'),
       village: sql.ref('g.code'),
       organisations: [sql.ref('l.contractor'), sql.ref('l.supervisor')],
     })}`
