import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Line } from '../model/fields.ts'
import type { Stage } from '../stages.ts'
import { homesOrder, homesWhere } from './home-filter.ts'

/** A home as a list of another module names it. */
export interface NamedHome {
  id: string
  townName: string
  villageName: string
  sequence: number
  householder: string
  line: Line
  stage: Stage
  confirmedOn: Day | null
}

/** Those of the given live homes that a search finds, in the register's order; all of them without one. */
export async function nameHomes(
  db: ReadDb,
  context: QueryContext,
  asked: { ids: readonly string[]; search?: string; limit: number; offset: number },
): Promise<{ rows: NamedHome[]; total: number }> {
  const { county } = context
  const found = await homesWhere(db, { search: asked.search, ended: 'live' }, context)
  const among = sql`${found} and h.id = any(${[...asked.ids]}::uuid[])`
  const order = homesOrder({ sort: 'village', descending: false })
  const { rows } = await sql<NamedHome>`
    select h.id, town.name as "townName", village.name as "villageName", h.sequence, h.householder, h.line,
           h.stage, h.confirmed_on as "confirmedOn"
      from (select * from home h where ${among} order by ${order} limit ${asked.limit} offset ${asked.offset}) h
      join area town on town.county = ${county} and town.code = h.town
      join area village on village.county = ${county} and village.code = h.village
     order by ${order}`.execute(db)
  if (!asked.search) return { rows, total: asked.ids.length }
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*) as total from home h where ${among}`.execute(db)
  return { rows, total: counted[0]?.total ?? 0 }
}
