import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'

/** What a new county has entered so far, in the order it is needed: what the administrator does next (§3.1.1). */
export const settingUp = defineQuery({
  name: 'setting-up.state',
  input: z.object({}),
  permission: 'accounts.read',
  run: async (db, _input, { county, pack }) => {
    const { rows } = await sql<{
      towns: number
      villages: number
      organisations: number
      officers: number
      townsWithOfficer: number
      homes: boolean
    }>`
      select (select count(*) from area where county = ${county} and level = 'town') as towns,
             (select count(*) from area where county = ${county} and level = 'village') as villages,
             (select count(*) from organisation where county = ${county}) as organisations,
             (select count(distinct g.account) from role_grant g
               where g.county = ${county} and g.role not in ('administrator', 'household')) as officers,
             (select count(distinct g.area) from role_grant g
               where g.county = ${county} and g.role = 'town-officer') as "townsWithOfficer",
             exists (select 1 from home where county = ${county}) as homes`.execute(db)
    const [state] = rows
    if (!state) throw new Error('A select without a table gives one row.')
    const assumed = Object.values(pack.parameters).filter(({ status }) => status === 'assumed').length
    return { ...state, assumed }
  },
})
