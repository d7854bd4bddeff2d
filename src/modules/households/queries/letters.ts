import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { findVillages } from '../../villages/public.ts'
import type { Stage } from '../stages.ts'

interface LetterLine {
  home: string
  sequence: number
  householder: string
  stage: Stage
  ended: 'withdrawn' | 'refused' | 'revoked' | null
  answer: 'yes' | 'no' | 'unknown' | null
  /** Null where it has none yet; the first print run gives it one. */
  issuedOn: Day | null
  /** Its householder's ID number is known: by its last four the household lets itself in. */
  mayEnter: boolean
  /** The household has been in. */
  hasEntered: boolean
  committedOn: Day | null
  printed: number
}

/** All homes of a village with their letters: who has one, how often it was printed, and whether the household has been in. */
export const letterList = defineQuery({
  name: 'letter.list',
  input: z.object({ village: z.uuid() }),
  permission: 'letter.print',
  run: async (db, { village: id }, { county, scope }) => {
    const village = (await findVillages(db, county, [id])).get(id)
    if (!village || !covers(scope, { area: village.code })) throw new NotFound()
    const { rows } = await sql<LetterLine>`
      select h.id as home, h.sequence, h.householder, h.stage, h.ended, h.answer, l.issued_on as "issuedOn",
             h.id_last_four_index is not null as "mayEnter", a.id is not null as "hasEntered",
             c.signed_on as "committedOn", coalesce(p.printed, 0)::int as printed
        from home h
        left join home_letter l on l.county = ${county} and l.home = h.id
        left join account a on a.county = ${county} and a.home = h.id
        left join signed_paper c on c.county = ${county} and c.home = h.id and c.paper = 'commitment'
        left join (select home, count(*) as printed from letter_print, unnest(homes) as home
                    where county = ${county} and village = ${village.code} group by home) p on p.home = h.id
       where h.county = ${county} and h.village = ${village.code}
       order by h.sequence`.execute(db)
    return { village: { id, code: village.code, name: village.name }, rows }
  },
})
