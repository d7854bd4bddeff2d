import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { commitmentDigest } from '../rules/commitment-text.ts'
import { visible } from './home-filter.ts'

interface HomeNotice {
  id: string
  number: number
  position: number
  opensOn: Day
  closesOn: Day
  outcome: 'confirmed' | 'returned' | 'ended' | null
  reason: string | null
  objections: number
}

interface Papers {
  village: string
  letterIssuedOn: Day | null
  hasEntered: boolean
  signedOn: Day | null
  onPaper: boolean | null
  signature: Buffer | null
  text: Buffer | null
}

/** A home's notices with what became of it on each, its letter and its commitment. */
export const homeNotices = defineQuery({
  name: 'home.notices',
  input: z.object({ home: z.uuid() }),
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const { county } = context
    const papers = await sql<Papers>`
      select v.id as village, l.issued_on as "letterIssuedOn", a.id is not null as "hasEntered",
             c.signed_on as "signedOn", c.on_paper as "onPaper", c.signature, c.text_digest as text
        from home h
        join village v on v.county = ${county} and v.code = h.village
        left join home_letter l on l.county = ${county} and l.home = h.id
        left join account a on a.county = ${county} and a.home = h.id
        left join commitment c on c.county = ${county} and c.home = h.id
       where h.county = ${county} and h.id = ${home} and ${visible(context)}`.execute(db)
    const [found] = papers.rows
    if (!found) throw new NotFound()
    const notices = await sql<HomeNotice>`
      select n.id, n.number, l.position, n.opened_on as "opensOn", n.closes_on as "closesOn", l.outcome,
             l.outcome_reason as reason,
             (select count(*) from objection o
               where o.county = ${county} and o.notice = n.id and o.home = l.home) as objections
        from notice_home l join notice n on n.county = ${county} and n.id = l.notice
       where l.county = ${county} and l.home = ${home} order by n.opened_on desc, n.id desc`.execute(db)
    const { signature, text, signedOn, onPaper, ...rest } = found
    return {
      ...rest,
      notices: notices.rows,
      commitment:
        signature && text
          ? {
              signedOn,
              onPaper: onPaper === true,
              signature: signature.toString('hex'),
              isTextInForce: text.toString('hex') === commitmentDigest(),
            }
          : null,
    }
  },
})
