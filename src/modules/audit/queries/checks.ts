import { type RawBuilder, sql } from 'kysely'
import { literal } from '../../../kernel/database/literal.ts'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Stage } from '../../households/stages.ts'
import { compareBooks } from '../books.ts'
import { checks, countChecks, foundBy } from '../checks.ts'
import { FindChecked } from '../model.ts'
import { requireWholeCounty } from '../../../kernel/act/whole-county.ts'

const pageSize = 50

/** Every ready check with how many homes it finds, and what of the books does not agree (§A.11). */
export const auditChecks = defineQuery({
  name: 'audit.checks',
  input: z.strictObject({}),
  permission: 'audit.read',
  run: async (db, _input, context) => {
    requireWholeCounty(context)
    return { checks: await countChecks(db, context), books: await compareBooks(db, context.county) }
  },
})

export interface CheckedHome {
  home: string
  town: string
  townName: string
  village: string
  villageName: string
  sequence: number
  householder: string
  stage: Stage
  ended: string | null
  fen: number
  told: Record<string, string | number | null>
}

/** The homes a check finds, the largest amounts first; none where the pack does not say from where on. */
export async function checkedHomes(
  db: ReadDb,
  context: QueryContext,
  { check, town, search }: Pick<FindChecked, 'check' | 'town' | 'search'>,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: CheckedHome[]; total: number; fen: number }> {
  const { county } = context
  const found = foundBy(check, context)
  if (!found) return { rows: [], total: 0, fen: 0 }
  const conditions: RawBuilder<unknown>[] = [sql`h.county = ${county}`]
  if (town) conditions.push(sql`h.town = ${town}`)
  if (search) {
    const like = `%${literal(search)}%`
    conditions.push(sql`(h.householder like ${like} or v.name like ${like} or h.address like ${like})`)
  }
  const from = sql`
    from (${found}) f join home h on h.county = ${county} and h.id = f.home
    join area t on t.county = ${county} and t.code = h.town
    join area v on v.county = ${county} and v.code = h.village
   where ${sql.join(conditions, sql` and `)}`
  const { rows } = await sql<CheckedHome>`
    select f.home, h.town, t.name as "townName", h.village, v.name as "villageName", h.sequence, h.householder, h.stage,
           h.ended, f.fen::float8 as fen, f.told
      ${from} order by f.fen desc, h.village, h.sequence, f.home limit ${limit} offset ${offset}`.execute(db)
  const counted = await sql<{ total: number; fen: number }>`
    select count(*)::int as total, coalesce(sum(f.fen), 0)::float8 as fen ${from}`.execute(db)
  return { rows, ...(counted.rows[0] ?? { total: 0, fen: 0 }) }
}

export const auditChecked = defineQuery({
  name: 'audit.checked',
  input: FindChecked,
  permission: 'audit.read',
  run: async (db, { page, ...asked }, context) => {
    requireWholeCounty(context)
    const { clauses, weight } = checks[asked.check]
    const found = await checkedHomes(db, context, asked, { limit: pageSize, offset: page * pageSize })
    return { ...found, pageSize, clauses, weight }
  },
})
