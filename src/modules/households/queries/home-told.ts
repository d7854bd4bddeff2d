import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { supervisionTelephone } from '../../organisations/public.ts'
import { visible } from './home-filter.ts'
import { ownDecision } from './own-decision.ts'
import { ownExceptions } from './own-exceptions.ts'
import { ownFamily } from './own-family.ts'
import { ownStanding } from './own-standing.ts'

/** What a family reads of its decision, for the official who prints it and hands it over. */
export const homeTold = defineQuery({
  name: 'home.told',
  input: z.object({ home: z.uuid() }),
  permission: 'selection.read',
  run: async (db, { home }, context) => {
    const { county, today } = context
    const { rows } = await sql<{
      householder: string
      address: string
      townName: string
      villageName: string
      line: 'heating' | 'building'
      ended: 'withdrawn' | 'refused' | 'revoked' | null
    }>`
      select h.householder, h.address, town.name as "townName", village.name as "villageName", h.line,
             h.ended
        from home h
        join area town on town.county = ${county} and town.code = h.town
        join area village on village.county = ${county} and village.code = h.village
       where h.county = ${county} and h.id = ${home} and ${visible(context)}`.execute(db)
    const [row] = rows
    if (!row) throw new NotFound()
    return {
      home: { ...row, ...(await ownStanding(db, context, home)) },
      today,
      hotline: await supervisionTelephone(db, county),
      decision: await ownDecision(db, context, home),
      family: await ownFamily(db, county, home),
      exceptions: await ownExceptions(db, context, home),
    }
  },
})
