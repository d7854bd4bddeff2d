import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { findVillages } from '../../villages/public.ts'

interface LetterLine {
  home: string
  sequence: number
  householder: string
  issuedOn: Day
  /** The household has been in. */
  hasEntered: boolean
  committedOn: Day | null
  printed: number
}

/** The letters of a village: who has one, how often it was printed, and whether the household has been in. */
export const letterList = defineQuery({
  name: 'letter.list',
  input: z.object({ village: z.uuid() }),
  permission: 'letter.print',
  run: async (db, { village: id }, { county, scope }) => {
    const village = (await findVillages(db, county, [id])).get(id)
    if (!village || !covers(scope, { area: village.code })) throw new NotFound()
    const { rows } = await sql<LetterLine>`
      select l.home, h.sequence, h.householder, l.issued_on as "issuedOn", a.id is not null as "hasEntered",
             c.signed_on as "committedOn",
             (select count(*) from letter_print p
               where p.county = ${county} and p.village = ${village.code} and l.home = any(p.homes)) as printed
        from home_letter l
        join home h on h.county = ${county} and h.id = l.home
        left join account a on a.county = ${county} and a.home = l.home
        left join commitment c on c.county = ${county} and c.home = l.home
       where l.county = ${county} and h.village = ${village.code}
       order by h.sequence`.execute(db)
    return { village: { id, code: village.code, name: village.name }, rows }
  },
})
