import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { dayOf } from '../../../kernel/dates/day.ts'
import { measuredWorks } from '../../../kernel/pack/pack.ts'
import { beyondBounds, commissioningList, isPassed } from '../../../kernel/pack/measurements.ts'
import { findHomes } from '../../households/public.ts'
import { findVillages } from '../../villages/public.ts'
import { CommissionHome } from '../model.ts'
import { installationsOf } from '../public.ts'
import { checkCommissioning, mayCommission } from '../rules/commissioning.ts'

/** 调试运行: what was measured stands as it is; whether it passes follows from the pack's bounds (§3.3.1). */
export const commissionHome = defineAct({
  kind: 'home.commission',
  version: 1,
  input: CommissionHome,
  permission: 'home.commission',
  clauses: ['§3.3.1', '§3.3.3'],
  subject: { type: 'home', of: (input) => input.home },
  // A visit judges the home by what is seen there; it asks for the run as it stands when the visit arrives.
  quiet: true,
  judged: true,
  load: async (db, items, { county, pack }) => {
    const ids = items.map((item) => item.subject)
    const homes = await findHomes(db, county, ids)
    const villages = await findVillages(
      db,
      county,
      [...homes.values()].map(({ village }) => village),
    )
    const installations = await installationsOf(db, county, ids)
    return ids.map((id) => {
      const home = homes.get(id)
      return (
        home && {
          home,
          // Nothing runs in a home built of measured parts: no list is its.
          route: measuredWorks(pack, home) ? null : (villages.get(home.village)?.route ?? null),
          installedOn: installations.get(id)?.installedOn ?? null,
        }
      )
    })
  },
  place: ({ home }) => ({ organisations: [home.contractor] }),
  may: (facts, { pack, today }) => mayCommission(facts, pack, today),
  check: (facts, { input, evidence, happenedAt }, { pack, today }) =>
    checkCommissioning(facts, { ...input, runOn: input.runOn ?? dayOf(happenedAt) }, evidence, pack, today),
  apply: async (tx, items, { county, actor, pack, today }) => {
    const runs = items.map((item) => {
      const list = commissioningList(pack, item.facts.route, today)
      const beyond = list ? beyondBounds(list, item.input.measured) : []
      return { ...item, beyond, passed: isPassed(beyond) }
    })
    await sql`
      insert into commissioning (county, id, home, number, contractor, route, run_on, run_by, measured, beyond, passed,
                                 remark)
      select ${county}, n.id, n.home,
             1 + (select count(*) from commissioning e where e.county = ${county} and e.home = n.home),
             n.contractor, n.route, n.day, ${actor.id}, n.measured, n.beyond, n.passed, n.remark
        from unnest(${runs.map((r) => r.id)}::uuid[], ${runs.map((r) => r.subject)}::uuid[],
                    ${runs.map((r) => r.facts.home.contractor)}::uuid[], ${runs.map((r) => r.facts.route)}::text[],
                    ${runs.map((r) => r.input.runOn ?? dayOf(r.happenedAt))}::date[],
                    ${runs.map((r) => JSON.stringify(r.input.measured))}::jsonb[],
                    ${runs.map((r) => JSON.stringify(r.beyond))}::jsonb[],
                    ${runs.map((r) => r.passed)}::boolean[], ${runs.map((r) => r.input.remark ?? null)}::text[])
               as n (id, home, contractor, route, day, measured, beyond, passed, remark)`.execute(tx)
    return runs.map(({ beyond, passed }) => ({ result: { passed, beyond } }))
  },
})
