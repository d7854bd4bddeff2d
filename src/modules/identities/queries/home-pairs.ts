import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import type { Stage } from '../../households/stages.ts'
import type { PairAnswer, PairState } from '../model.ts'
import { caseOf } from '../rules/pair.ts'

interface Line {
  first: string
  second: string
  earlier: boolean
  personBits: number
  dwellingBits: number
  exact: number
  state: PairState
  answer: PairAnswer | null
  foundOn: Day
  id: string
  town: string
  townName: string
  village: string
  villageName: string
  sequence: number
  householder: string
  stage: Stage
  contractor: string | null
  supervisor: string | null
}

/**
 * What comparison found about a home (§4.4). Of a home outside one's area only its town is told: the two towns do not
 * compare each other's families, the county does.
 */
export const homePairs = defineQuery({
  name: 'home.pairs',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
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
             p.state, d.answer, p.found_on as "foundOn", o.id, o.town, t.name as "townName", o.village,
             v.name as "villageName", o.sequence, o.householder, o.stage, o.contractor, o.supervisor
        from match_pair p
        join home o on o.county = ${county} and o.id = case when p.first = ${home} then p.second else p.first end
                   and o.ended is null
        join area t on t.county = ${county} and t.code = o.town
        join area v on v.county = ${county} and v.code = o.village
        left join match_decision d on d.county = ${county} and d.id = p.decision
       where p.county = ${county} and (p.first = ${home} or p.second = ${home}) and not p.earlier
       order by greatest(p.person_bits, p.dwelling_bits) desc, o.id limit 50`.execute(db)
    return rows.map(({ contractor, supervisor, personBits, dwellingBits, ...row }) => {
      const told = {
        case: caseOf({ ...row, personBits, dwellingBits }),
        state: row.state,
        answer: row.answer,
      }
      return covers(scope, { area: row.village, organisations: [contractor, supervisor], home: row.id })
        ? { ...told, ...row, hidden: false as const }
        : { ...told, id: row.id, town: row.town, townName: row.townName, hidden: true as const }
    })
  },
})
