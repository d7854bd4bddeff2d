import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import type { LotLine } from '../../suppliers/public.ts'
import type { SampleLevel } from '../model.ts'

interface DrawTold {
  id: string
  village: string
  villageName: string
  line: LotLine
  level: SampleLevel
  number: number
  seed: string
  method: string
  frameDigest: string
  size: number
  drawnOn: Day
}

interface FrameRow {
  home: string
  sequence: number
  householder: string
  address: string
  /** Its place among the drawn; null where it was not drawn. */
  place: number | null
}

export const SampleFrame = z.object({ draw: z.uuid() })

/** 底册: the homes a draw was made from, the drawn ones first, with all that leads to them again. */
export async function frameOf(db: ReadDb, { county, scope }: QueryContext, draw: string) {
  const told = await sql<DrawTold>`
    select d.id, d.village, v.name as "villageName", d.line, d.level, d.number, d.seed, d.method,
           d.frame_digest as "frameDigest", d.size, d.drawn_on as "drawnOn"
      from sample_draw d
      join village g on g.county = ${county} and g.id = d.village
      join area v on v.county = ${county} and v.code = d.code
     where d.county = ${county} and d.id = ${draw}
       and ${inScope(scope, { town: sql.ref('g.town'), village: sql.ref('g.code') })}`.execute(db)
  const [row] = told.rows
  if (!row) throw new NotFound()
  const { rows } = await sql<FrameRow>`
    select f.home, h.sequence, h.householder, h.address, s.place
      from sample_draw d
     cross join unnest(d.frame) f (home)
      join home h on h.county = ${county} and h.id = f.home
      left join sample_home s on s.county = ${county} and s.draw = d.id and s.home = f.home
     where d.county = ${county} and d.id = ${draw}
     order by s.place nulls last, h.sequence, f.home`.execute(db)
  return { ...row, rows }
}

const sampleFrame = defineQuery({
  name: 'sample.frame',
  input: SampleFrame,
  permission: 'sample.read',
  run: (db, { draw }, context) => frameOf(db, context, draw),
})

export const frameQueries = [sampleFrame] as const
