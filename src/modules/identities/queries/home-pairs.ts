import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { maskNumbersIn } from '../../../kernel/standards/mask.ts'
import type { Stage } from '../../households/stages.ts'
import { paperToBring } from '../../households/public.ts'
import type { PairAnswer, PairState } from '../model.ts'
import { caseOf } from '../rules/pair.ts'

interface Line {
  first: string
  second: string
  earlier: boolean
  personBits: number
  dwellingBits: number
  exact: number
  sameHouse: boolean
  state: PairState
  answer: PairAnswer | null
  /** Which papers are awaited, while they are. */
  papers: string | null
  papersBy: Day | null
  needed: string[] | null
  foundOn: Day
  id: string
  town: string | null
  townName: string | null
  village: string | null
  villageName: string | null
  sequence: number | null
  householder: string
  stage: Stage | null
  contractor: string | null
  supervisor: string | null
  /** Of a line of an earlier year's list: where it stands. */
  list: { source: string; asOf: Day; year: number | null } | null
}

/**
 * What comparison found about a home (§4.4). Of a home outside one's area only its town is told: the two towns do not
 * compare each other's families, the county does.
 */
export const homePairs = defineQuery({
  name: 'home.pairs',
  input: z.object({ home: z.uuid() }),
  permission: 'selection.read',
  run: async (db, { home }, context) => {
    const { county, scope } = context
    const { rows: own } = await sql<{
      village: string
      contractor: string | null
      supervisor: string | null
    }>`
      select village, contractor, supervisor from home where county = ${county} and id = ${home}`.execute(db)
    const [seen] = own
    if (
      !seen ||
      !covers(scope, { area: seen.village, organisations: [seen.contractor, seen.supervisor], home })
    )
      throw new NotFound()
    const { rows } = await sql<Line>`
      select p.first, p.second, p.earlier, p.person_bits as "personBits", p.dwelling_bits as "dwellingBits", p.exact,
             p.same_house as "sameHouse", p.state, d.answer,
             case when p.state = 'papers' then d.reason end as papers,
             case when p.state = 'papers' then d.papers_by end as "papersBy",
             case when p.state = 'papers' then d.papers end as needed, p.found_on as "foundOn", coalesce(o.id, e.id) as id, coalesce(o.town, e.town) as town,
             t.name as "townName", coalesce(o.village, e.village) as village, coalesce(v.name, e.place) as "villageName",
             o.sequence, coalesce(o.householder, e.name, '') as householder, o.stage, o.contractor, o.supervisor,
             case when p.earlier then json_build_object('source', e.source, 'asOf', l.as_of, 'year', e.year) end as list
        from match_pair p
        left join home o on o.county = ${county} and o.id = case when p.first = ${home} then p.second else p.first end
                   and o.ended is null
        left join source_row e on p.earlier and e.county = ${county} and e.id = p.second
        left join source l on l.county = ${county} and l.id = e.source
        left join area t on t.county = ${county} and t.code = coalesce(o.town, e.town)
        left join area v on v.county = ${county} and v.code = coalesce(o.village, e.village)
        left join match_decision d on d.county = ${county} and d.id = p.decision
       where p.county = ${county} and (p.first = ${home} or p.second = ${home})
         and coalesce(o.id, e.id) is not null
       order by greatest(p.person_bits, p.dwelling_bits) desc, id limit 50`.execute(db)
    return rows.map(({ contractor, supervisor, personBits, dwellingBits, ...row }) => {
      const told = {
        case: caseOf({ ...row, personBits, dwellingBits }),
        state: row.state,
        answer: row.answer,
        papers: row.papers && maskNumbersIn(row.papers),
        papersBy: row.papersBy,
        needed: (row.needed ?? []).flatMap((id) => paperToBring(context.pack, id) ?? []),
      }
      const { id, earlier, town, townName } = row
      const area = row.village ?? row.town ?? seen.village
      return covers(scope, { area, organisations: [contractor, supervisor], home: id })
        ? { ...row, ...told, hidden: false as const }
        : { ...told, id, earlier, town, townName, hidden: true as const }
    })
  },
})
