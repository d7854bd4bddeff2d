import { sql } from 'kysely'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { probabilityOf } from '../../../kernel/matching/score.ts'
import type { Stage } from '../../households/stages.ts'
import { ListPairs, type PairAnswer, type PairState } from '../model.ts'
import { answersFor, caseOf, certainProbability, exactBits, pointedBits } from '../rules/pair.ts'

interface Side {
  id: string
  householder: string
  /** Null where a list does not say, or names a place that is no village. */
  townName: string | null
  villageName: string | null
  sequence: number | null
  stage: Stage | null
  /** Of a line of an earlier year's list: which. */
  list?: { source: string; asOf: Day; year: number | null }
}

interface Line {
  first: string
  second: string
  earlier: boolean
  personBits: number
  dwellingBits: number
  exact: number
  sameHouse: boolean
  state: PairState
  foundOn: Day
  answer: PairAnswer | null
  /** While papers are awaited: how many files came in for either home since they were asked for. */
  newPapers: number | null
  /** The day they are to be there. */
  papersBy: Day | null
  firstSide: Side
  secondSide: Side
  mayDecide: boolean
}

const pageSize = 20

/** Pairs of which this person may see both: a town's own, and for the county those across towns too. */
export const pairList = defineQuery({
  name: 'pair.list',
  input: ListPairs,
  permission: 'selection.read',
  run: async (db, input, context) => {
    const where = pairsWhere(input, context)
    const { rows: counted } = await sql<{ total: number }>`
      select count(*)::int as total ${pairsFrom(context.county)} where ${where}`.execute(db)
    const rows = await listedPairs(db, context, where, pageSize, input.page * pageSize)
    return { rows, total: counted[0]?.total ?? 0, pageSize }
  },
})

export type ListedPair = Awaited<ReturnType<typeof listedPairs>>[number]

/** Lines of the list, the surest first. */
export async function listedPairs(
  db: Parameters<typeof pairList.run>[0],
  context: QueryContext,
  where: ReturnType<typeof pairsWhere>,
  limit: number,
  offset: number,
) {
  const { county } = context
  const { rows } = await sql<Line>`
    select p.first, p.second, p.earlier, p.person_bits as "personBits", p.dwelling_bits as "dwellingBits", p.exact,
           p.same_house as "sameHouse", p.state, p.found_on as "foundOn", d.answer,
           case when p.state = 'papers' then d.papers_by end as "papersBy",
           case when p.state = 'papers' then (
             select count(distinct n.digest)::int from act_subject a
               join act_evidence n on n.county = ${county} and n.act = a.act and n.kind <> 'workbook'
              where a.county = ${county} and a.subject_type = 'home' and a.subject in (p.first, p.second)
                and a.act > d.act) end as "newPapers", ${sideSql('f', 'ft', 'fv')} as "firstSide",
           case when p.earlier then ${lineSql} else ${sideSql('s', 'st', 'sv')} end as "secondSide",
           ${bothIn(context, 'pair.decide')} as "mayDecide"
      ${pairsFrom(county)}
      join area ft on ft.county = ${county} and ft.code = f.town
      join area fv on fv.county = ${county} and fv.code = f.village
      left join area st on st.county = ${county} and st.code = coalesce(s.town, e.town)
      left join area sv on sv.county = ${county} and sv.code = coalesce(s.village, e.village)
      left join source l on l.county = ${county} and l.id = e.source
      left join match_decision d on d.county = ${county} and d.id = p.decision
     where ${where}
     order by p.exact > 0 desc, greatest(p.person_bits, p.dwelling_bits) desc, p.first, p.second limit ${limit} offset ${offset}`.execute(
    db,
  )
  return rows.map(({ personBits, dwellingBits, ...row }) => ({
    ...row,
    case: caseOf({ ...row, personBits, dwellingBits }),
    answers: answersFor(row),
    person: probabilityOf(personBits),
    dwelling: probabilityOf(dwellingBits),
  }))
}

const sideSql = (home: string, town: string, village: string) => sql`
  json_build_object('id', ${sql.ref(`${home}.id`)}, 'householder', ${sql.ref(`${home}.householder`)},
                    'townName', ${sql.ref(`${town}.name`)}, 'villageName', ${sql.ref(`${village}.name`)},
                    'sequence', ${sql.ref(`${home}.sequence`)}, 'stage', ${sql.ref(`${home}.stage`)})`

const lineSql = sql`
  json_build_object('id', e.id, 'householder', coalesce(e.name, ''), 'townName', st.name,
                    'villageName', coalesce(sv.name, e.place), 'sequence', null, 'stage', null,
                    'list', json_build_object('source', e.source, 'asOf', l.as_of, 'year', e.year))`

/** Pairs whose homes are live, \`e\` the line of an earlier year's list. */
const pairsFrom = (county: number) => sql`
  from match_pair p
  join home f on f.county = ${county} and f.id = p.first and f.ended is null
  left join home s on s.county = ${county} and s.id = p.second and s.ended is null
  left join source_row e on p.earlier and e.county = ${county} and e.id = p.second`

export function pairsWhere(input: Omit<ListPairs, 'page'>, context: QueryContext) {
  const { county } = context
  // Grown children often stand in their parents' book.
  const certainlyExact = 31 & ~exactBits.family
  const likely = Math.log2(certainProbability / (1 - certainProbability))
  const person = sql`(p.person_bits >= 0 or p.exact & ${exactBits.idNumber | exactBits.couple | pointedBits.person} > 0)`
  const dwelling = sql`(p.dwelling_bits >= 0 or p.exact & ${exactBits.account | exactBits.title | pointedBits.dwelling} > 0
    or (${person} and p.same_house))`
  const family = sql`p.exact & ${exactBits.family} > 0`
  const cases = {
    'entered-twice': sql`not p.earlier and ${person} and ${dwelling}`,
    'several-homes': sql`not p.earlier and (${person} or ${family}) and not ${dwelling}`,
    'several-families': sql`not p.earlier and not ${person} and ${dwelling}`,
    'helped-before': sql`p.earlier and (${person} or ${dwelling})`,
    unclear: sql`not ${person} and not ${dwelling} and not ${family}`,
  }
  return sql.join(
    [
      sql`p.county = ${county} and coalesce(s.id, e.id) is not null`,
      sql`p.state = ${input.state}`,
      bothIn(context, 'selection.read'),
      ...(input.case ? [cases[input.case]] : []),
      ...(input.town ? [sql`(f.town = ${input.town} or coalesce(s.town, e.town) = ${input.town})`] : []),
      ...(input.certain
        ? [sql`(greatest(p.person_bits, p.dwelling_bits) >= ${likely} or p.exact & ${certainlyExact} > 0)`]
        : []),
      ...(input.search
        ? [
            sql`(starts_with(f.householder, ${input.search})
              or starts_with(coalesce(s.householder, e.name), ${input.search}))`,
          ]
        : []),
    ],
    sql` and `,
  )
}

function bothIn(context: QueryContext, permission: 'selection.read' | 'pair.decide') {
  const scope = permission === 'selection.read' ? context.scope : context.scopeFor(permission)
  const side = (home: string) =>
    inScope(scope, {
      town: sql.ref(`${home}.town`),
      village: sql.ref(`${home}.village`),
      organisations: [sql.ref(`${home}.contractor`), sql.ref(`${home}.supervisor`)],
      home: sql.ref(`${home}.id`),
    })
  const line = inScope(scope, { town: sql.ref('e.town'), village: sql.ref('e.village') })
  return sql`(${side('f')} and case when p.earlier then e.town is null or ${line} else ${side('s')} end)`
}
