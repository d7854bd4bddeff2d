import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { loadDecisions } from './pair-decisions.ts'

/**
 * Two records that comparison does not hold to be one, with what was decided of them while it did: where an address kept
 * from before leads. A home outside one's area is not told.
 */
export const pairFormer = defineQuery({
  name: 'pair.former',
  input: z.object({ first: z.uuid(), second: z.uuid() }),
  permission: 'selection.read',
  run: async (db, { first, second }, context) => {
    const { county, scope } = context
    const { rows } = await sql<{
      id: string
      householder: string
      sequence: number
      village: string
      villageName: string
      ended: 'withdrawn' | 'refused' | 'revoked' | null
      contractor: string | null
      supervisor: string | null
    }>`
      select h.id, h.householder, h.sequence, h.village, v.name as "villageName", h.ended, h.contractor, h.supervisor
        from home h join area v on v.county = ${county} and v.code = h.village
       where h.county = ${county} and h.id in (${first}, ${second}) order by h.id = ${second}`.execute(db)
    const homes = rows.flatMap(({ village, contractor, supervisor, ...home }) =>
      covers(scope, { area: village, organisations: [contractor, supervisor], home: home.id }) ? [home] : [],
    )
    if (homes[0]?.id !== first || homes.length < rows.length) throw new NotFound()
    const decisions = await loadDecisions(db, context, { first, second, decision: null })
    // A second that is no home is the line of a list, of which nothing is left to tell but what was decided.
    if (homes.length < 2 && decisions.length === 0) throw new NotFound()
    /** Whether one of the two left the register, by which the pair is settled. */
    return { homes, decisions, hasLeft: homes.some(({ ended }) => ended !== null) }
  },
})
