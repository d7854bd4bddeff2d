import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import type { Stage } from '../stages.ts'
import { mayReadChoice, visible } from './home-filter.ts'

/**
 * How many homes stand where, exactly: by town, line, kind of area, stage and answer, homes that left the road apart.
 * With a town, by its villages.
 */
export const registerCounts = defineQuery({
  name: 'register.counts',
  input: z.object({
    town: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
  }),
  permission: 'register.read',
  run: async (db, { town }, context) => {
    const { county } = context
    const area = town ? sql`h.village` : sql`h.town`
    const { rows } = await sql<{
      area: string
      areaName: string
      line: 'heating' | 'building'
      areaKind: 'urban' | 'rural'
      stage: Stage
      ended: 'withdrawn' | 'refused' | 'revoked' | null
      answer: 'yes' | 'no' | 'unknown'
      duplicates: number
      homes: number
    }>`
      select c.*, a.name as "areaName" from (
        select ${area} as area, h.line, h.area_kind as "areaKind", h.stage, h.ended, h.answer,
               count(*) filter (where h.duplicates > 0 and ${mayReadChoice(context)}) as duplicates, count(*) as homes
          from home h
         where h.county = ${county} and ${visible(context)} ${town ? sql`and h.town = ${town}` : sql``}
         group by ${area}, h.line, h.area_kind, h.stage, h.ended, h.answer) c
        join area a on a.county = ${county} and a.code = c.area
       order by c.area, c.line, c.stage, c.answer`.execute(db)
    return { rows }
  },
})
