import { sql } from 'kysely'
import { z } from 'zod'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { papersOf } from '../../funds/public.ts'
import { findingColumn, hearingColumn } from '../findings.ts'
import { findingStates, findingWaits } from '../model.ts'
import { ofHome } from './recoveries.ts'

const pageSize = 50

/** Open findings `f` in which the household has its days left and said nothing yet, and those that can be decided. */
export const findingsToHear = (county: number) => sql<boolean>`
  (f.state = 'open' and not exists (select 1 from coal_hearing c where c.county = ${county} and c.finding = f.id))`
export const findingsToDecide = (county: number, today: Day) => sql<boolean>`
  (f.state = 'open' and (f.hear_until < ${today}::date
     or exists (select 1 from coal_hearing c where c.county = ${county} and c.finding = f.id)))`

const rowsWhere = ({ county, scope }: Pick<QueryContext, 'county' | 'scope'>) => sql`
  from coal_finding f
  join home on home.county = ${county} and home.id = f.home
  join area v on v.county = ${county} and v.code = home.village
 where f.county = ${county} and ${inScope(scope, ofHome)}`

interface Row {
  id: string
  home: string
  householder: string
  village: string
  state: (typeof findingStates)[number]
  foundOn: Day
  hearUntil: Day | null
  hearings: number
  decidedOn: Day | null
}

/** Findings of coal, the newest first (§3.3.2b). */
export const findingList = defineQuery({
  name: 'coal.findings',
  input: z.object({
    state: z.enum(findingStates).optional(),
    waits: z.enum(findingWaits).optional(),
    page: z.int().min(0).max(10_000).default(0),
  }),
  permission: 'recovery.read',
  run: async (db, { state, waits, page }, context) => {
    const { county, today } = context
    const { rows: counts } = await sql<{ state: Row['state']; findings: number }>`
      select f.state, count(*) as findings ${rowsWhere(context)} group by f.state`.execute(db)
    const among = sql`${rowsWhere(context)}
      ${state ? sql`and f.state = ${state}` : sql``}
      ${waits === 'hearing' ? sql`and ${findingsToHear(county)}` : sql``}
      ${waits === 'decision' ? sql`and ${findingsToDecide(county, today)}` : sql``}`
    const { rows } = await sql<Row>`
      select f.id, f.home, home.householder, v.name as village, f.state, f.found_on as "foundOn",
             f.hear_until as "hearUntil", f.decided_on as "decidedOn",
             (select count(*) from coal_hearing c where c.county = ${county} and c.finding = f.id) as hearings
        ${among} order by f.found_on desc, f.id desc limit ${pageSize} offset ${page * pageSize}`.execute(db)
    const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${among}`.execute(db)
    return { rows, total: counted[0]?.total ?? 0, pageSize, counts }
  },
})

interface Found extends Omit<Row, 'hearings'> {
  description: string
  foundBy: string | null
  decidedBy: string | null
  decision: Buffer | null
  act: string
  recovery: string | null
}

/** One finding: who found what and when, what the household said, who decided and why. */
export const findingPage = defineQuery({
  name: 'coal.finding',
  input: z.object({ finding: z.uuid() }),
  permission: 'recovery.read',
  run: async (db, { finding: id }, context) => {
    const { county, keys } = context
    const { rows: found } = await sql<Found>`
      select f.id, f.home, home.householder, v.name as village, f.state, f.found_on as "foundOn", f.description,
             f.hear_until as "hearUntil", f.decided_on as "decidedOn", f.decision, f.act,
             (select p.name from account p where p.county = ${county} and p.id = f.found_by) as "foundBy",
             (select p.name from account p where p.county = ${county} and p.id = f.decided_by) as "decidedBy",
             (select r.id from recovery r where r.county = ${county} and r.finding = f.id) as recovery
        ${rowsWhere(context)} and f.id = ${id}`.execute(db)
    const [row] = found
    if (!row) throw new NotFound()
    const { rows: hearings } = await sql<{
      id: string
      heardOn: Day
      heardBy: string | null
      statement: Buffer
      act: string
    }>`
      select c.id, c.heard_on as "heardOn", p.name as "heardBy", c.statement, c.act
        from coal_hearing c left join account p on p.county = ${county} and p.id = c.heard_by
       where c.county = ${county} and c.finding = ${id} order by c.heard_on, c.id`.execute(db)
    const papers = await papersOf(db, context, [row.act, ...hearings.map(({ act }) => act)])
    const { act, decision, ...rest } = row
    const ofAct = (of: string) => papers.filter((paper) => paper.act === of)
    return {
      ...rest,
      decision: decision && openField(keys, county, findingColumn, decision),
      papers: ofAct(act),
      hearings: hearings.map(({ act: heard, statement, ...hearing }) => ({
        ...hearing,
        statement: openField(keys, county, hearingColumn, statement),
        papers: ofAct(heard),
      })),
    }
  },
})
