import { sql } from 'kysely'
import { defineQuery } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { inScope } from '../../kernel/identity/authority.ts'
import type { Trade } from '../workers/rules/workers.ts'
import { CrewOfHome, FindCrewless } from './model.ts'
import { crewless } from './public.ts'

const pageSize = 50

/** Who may be named as having fitted a home: the contractor's people on site of its lot that day. */
const crewOfHome = defineQuery({
  name: 'crew.of-home',
  input: CrewOfHome,
  permission: 'home.install',
  run: async (db, { home, day }, { county, scope, today }) => {
    const found = await sql<{ lot: string | null; installedOn: Day | null }>`
      select v.lot, i.installed_on as "installedOn"
        from home h
        join village v on v.county = ${county} and v.code = h.village
        left join installation i on i.county = ${county} and i.home = h.id
       where h.county = ${county} and h.id = ${home}
         and ${inScope(scope, { organisations: [sql.ref('h.contractor')] })}`.execute(db)
    const [row] = found.rows
    if (!row) throw new NotFound()
    const on = day ?? row.installedOn ?? today
    const { rows } = await sql<{ id: string; name: string; trade: Trade }>`
      select distinct w.id, w.name, w.trade
        from posting p
        join lot l on l.county = ${county} and l.id = p.lot
        join worker w on w.county = ${county} and w.id = p.worker and w.firm = l.contractor
       where p.county = ${county} and p.lot = ${row.lot} and p.from_day <= ${on}
         and (p.to_day is null or p.to_day >= ${on})
       order by w.name, w.id`.execute(db)
    const named = await sql<{ worker: string }>`
      select worker from installation_worker where county = ${county} and home = ${home}`.execute(db)
    return { people: rows, named: named.rows.map(({ worker }) => worker) }
  },
})

/** Homes whose installation names nobody although the firm had people on site (§3.2.3). */
const workCrewless = defineQuery({
  name: 'work.crewless',
  input: FindCrewless,
  permission: 'home.install',
  run: async (db, { page }, context) => {
    const homes = crewless(context)
    const counted = await sql<{ total: number }>`select count(*) as total from (${homes}) c`.execute(db)
    const { rows } = await sql<{
      home: string
      householder: string
      townName: string
      villageName: string
      address: string
      installedOn: Day
    }>`select c.home, h.householder, t.name as "townName", v.name as "villageName", h.address,
              c.installed_on as "installedOn"
         from (${homes}) c
         join home h on h.county = ${context.county} and h.id = c.home
         join area v on v.county = ${context.county} and v.code = h.village
         join area t on t.county = ${context.county} and t.code = h.town
        order by c.installed_on, h.village, h.sequence limit ${pageSize} offset ${page * pageSize}`.execute(
      db,
    )
    return { total: counted.rows[0]?.total ?? 0, pageSize, rows }
  },
})

export const queries = [crewOfHome, workCrewless] as const
