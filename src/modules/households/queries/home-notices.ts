import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Actor } from '../../../kernel/identity/authority.ts'
import { speaksFor } from '../../organisations/rules/suppliers.ts'
import type { ShownPaper } from '../rules/paper-text.ts'
import { papersOfHome } from '../signed-papers.ts'
import { isAtLeast, type Stage } from '../stages.ts'
import { visible } from './home-filter.ts'

interface HomeNotice {
  id: string
  number: number
  position: number
  opensOn: Day
  closesOn: Day | null
  outcome: 'confirmed' | 'returned' | 'ended' | null
  reason: string | null
  objections: number
}

interface Entered {
  village: string
  letterIssuedOn: Day | null
  hasEntered: boolean
  id: string
  stage: Stage
  ended: string | null
  code: string
  contractor: string | null
  contractorName: string | null
  supervisor: string | null
}

/** Whether a home can sign a paper now and this person has it signed there. */
function isOpenTo(
  actor: Actor,
  { id, stage, ended, code, contractor, supervisor }: Entered,
  { by, from, withContractor }: ShownPaper,
): boolean {
  if (ended || !isAtLeast(stage, from) || (withContractor && !contractor)) return false
  return speaksFor(actor, by, { area: code, organisations: [contractor, supervisor], home: id })
}

/** A home's notices with what became of it on each, its letter and what it signs. */
export const homeNotices = defineQuery({
  name: 'home.notices',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const { county } = context
    const homes = await sql<Entered>`
      select v.id as village, l.issued_on as "letterIssuedOn", a.id is not null as "hasEntered",
             h.id, h.stage, h.ended, h.village as code, h.contractor, h.supervisor, o.name as "contractorName"
        from home h
        join village v on v.county = ${county} and v.code = h.village
        left join home_letter l on l.county = ${county} and l.home = h.id
        left join organisation o on o.county = ${county} and o.id = h.contractor
        left join account a on a.county = ${county} and a.home = h.id
       where h.county = ${county} and h.id = ${home} and ${visible(context)}`.execute(db)
    const [found] = homes.rows
    if (!found) throw new NotFound()
    const notices = await sql<HomeNotice>`
      select n.id, n.number, l.position, n.opened_on as "opensOn", case when n.posted_on is not null then n.closes_on end as "closesOn", l.outcome,
             l.outcome_reason as reason,
             (select count(*) from objection o
               where o.county = ${county} and o.notice = n.id and o.home = l.home) as objections
        from notice_home l join notice n on n.county = ${county} and n.id = l.notice
       where l.county = ${county} and l.home = ${home} order by n.opened_on desc, n.id desc`.execute(db)
    const { village, letterIssuedOn, hasEntered, contractor, contractorName } = found
    const papers = (await papersOfHome(db, context, home)).map((paper) => ({
      ...paper,
      mayTake: !paper.signed && isOpenTo(context.actor, found, paper),
    }))
    return {
      ...{ village, letterIssuedOn, hasEntered, papers, notices: notices.rows },
      contractor: contractor && { id: contractor, name: contractorName ?? '' },
    }
  },
})
