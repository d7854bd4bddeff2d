import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { exceptionLabel } from '../../households/public.ts'

const pageSize = 50

interface Row {
  id: string
  home: string
  householder: string
  townName: string
  villageName: string
  fact: string
  reason: string
  askedOn: string
  askedBy: string | null
}

/** Exceptions asked for and not decided yet, the longest wait first (§4.4). */
export const workExceptions = defineQuery({
  name: 'work.exceptions',
  input: z.object({ page: z.int().min(0).default(0) }),
  permission: 'home.grant-exception',
  run: async (db, { page }, { county, scope, pack }) => {
    const asked = sql`
      from exception_request x
      join home h on h.county = ${county} and h.id = x.home
      join area t on t.county = ${county} and t.code = h.town
      join area v on v.county = ${county} and v.code = h.village
      left join account p on p.county = ${county} and p.id = x.asked_by
     where x.county = ${county} and x.state = 'asked'
       and ${inScope(scope, { town: sql.ref('h.town'), village: sql.ref('h.village') })}`
    const counted = await sql<{ total: number }>`select count(*) as total ${asked}`.execute(db)
    const { rows } = await sql<Row>`
      select x.id, x.home, h.householder, t.name as "townName", v.name as "villageName", x.fact, x.reason,
             x.asked_on as "askedOn", p.name as "askedBy" ${asked}
       order by x.asked_on, x.id limit ${pageSize} offset ${page * pageSize}`.execute(db)
    return {
      total: counted.rows[0]?.total ?? 0,
      pageSize,
      rows: rows.map((row) => ({
        ...row,
        label: exceptionLabel(pack, row.fact),
      })),
    }
  },
})
