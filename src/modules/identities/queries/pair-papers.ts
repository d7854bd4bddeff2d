import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { maskNumbersIn } from '../../../kernel/standards/mask.ts'
import { paperToBring } from '../../households/public.ts'
import { papersAskedOf, papersBrought } from '../public.ts'

const pageSize = 20

/** Homes whose town is to bring papers before the county decides a pair across two towns (§4.4); of the other home only its town. */
export const pairPapers = defineQuery({
  name: 'pair.papers',
  input: z.strictObject({
    brought: z.enum(['no', 'yes']).optional(),
    page: z.int().min(0).max(10_000).default(0),
  }),
  permission: 'selection.read',
  run: async (db, { brought, page }, { county, scope, pack }) => {
    const narrowed = brought ? sql`and (${papersBrought(county)} > 0) = ${brought === 'yes'}` : sql``
    const asked = sql`${papersAskedOf({ county, scope })} ${narrowed}`
    const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${asked}`.execute(db)
    const { rows } = await sql<{
      home: string
      householder: string
      villageName: string
      otherTown: string | null
      earlier: boolean
      reason: string
      papers: string[]
      askedOn: Day
      by: Day | null
      /** Files that came in for the home since. */
      brought: number
    }>`
      select h.id as home, h.householder, v.name as "villageName", t.name as "otherTown", h.earlier, h.reason, h.papers,
             h.decided_on as "askedOn", h.papers_by as by, h.brought
        from (select h.id, h.householder, h.village, coalesce(o.town, e.town) as other, p.earlier, d.reason, d.papers,
                     d.decided_on, d.papers_by, p.first, p.second, ${papersBrought(county)} as brought ${asked}) h
        join area v on v.county = ${county} and v.code = h.village
        left join area t on t.county = ${county} and t.code = h.other
       order by h.brought > 0, h.papers_by nulls last, h.decided_on, h.id, h.first, h.second limit ${pageSize} offset ${page * pageSize}`.execute(
      db,
    )
    return {
      rows: rows.map((row) => ({
        ...row,
        reason: maskNumbersIn(row.reason),
        papers: row.papers.flatMap((id) => paperToBring(pack, id) ?? []),
      })),
      total: counted[0]?.total ?? 0,
      pageSize,
    }
  },
})
