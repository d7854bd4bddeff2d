import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { dayOf } from '../../../kernel/dates/day.ts'
import { checklistFor } from '../../../kernel/pack/checklist.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { moveHomes } from '../../households/public.ts'
import { isCommissioningAsked, sendBackToContractor } from '../../works/public.ts'
import { InspectHome } from '../model.ts'
import { checkInspection, findingsOf, mayInspect } from '../rules.ts'
import { loadAcceptance } from './acceptance-facts.ts'
import { recordFindings } from './record-findings.ts'

/** A failed visit is recorded too, and sends the home back to the contractor with what was found. */
export const inspectHome = defineAct({
  kind: 'home.inspect',
  version: 1,
  input: InspectHome,
  permission: 'home.inspect',
  clauses: ['§3.3.4', '§3.3.2c'],
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, context) => loadAcceptance(db, context, items),
  place: ({ home }) => ({ organisations: [home.supervisor] }),
  may: (facts, { actor }) => mayInspect(facts, actor),
  check: (facts, { input, evidence, happenedAt }, { pack, today }) =>
    checkInspection(
      facts,
      { ...input, visitedOn: input.visitedOn ?? dayOf(happenedAt) },
      evidence,
      checklistFor(pack, facts.home, 'in-home'),
      amount(pack, 'acceptance.inHomePhotos', today),
      today,
      isCommissioningAsked(pack, today),
    ),
  apply: async (tx, items, { county, actor, pack, today }) => {
    const visits = items.map((item) => ({
      ...item,
      findings: findingsOf(item.facts, item.input, checklistFor(pack, item.facts.home, 'in-home')),
    }))
    await sql`
      insert into acceptance_visit (county, id, home, number, supervisor, inspector, visited_on, passed, items, serials,
                                    findings, parts, remark, act)
      select ${county}, n.id, n.home,
             1 + (select count(*) from acceptance_visit e where e.county = ${county} and e.home = n.home),
             n.supervisor, ${actor.id}, n.day, n.passed, n.items, n.serials, n.findings, n.parts, n.remark,
             n.id
        from unnest(${visits.map((v) => v.id)}::uuid[], ${visits.map((v) => v.subject)}::uuid[],
                    ${visits.map((v) => v.facts.home.supervisor)}::uuid[],
                    ${visits.map((v) => v.input.visitedOn ?? dayOf(v.happenedAt))}::date[],
                    ${visits.map((v) => v.findings.length === 0)}::boolean[],
                    ${visits.map((v) => JSON.stringify(v.input.items))}::jsonb[],
                    ${visits.map((v) => JSON.stringify(v.input.serials))}::jsonb[],
                    ${visits.map((v) => JSON.stringify(v.findings))}::jsonb[],
                    ${visits.map((v) => JSON.stringify(v.input.parts ?? []))}::jsonb[],
                    ${visits.map((v) => v.input.remark ?? null)}::text[])
               as n (id, home, supervisor, day, passed, items, serials, findings, parts, remark)`.execute(tx)
    await recordFindings(tx, 'visit', visits, { county, actor, pack, today })
    const homesOf = (passed: boolean) =>
      visits.filter((v) => (v.findings.length === 0) === passed).map((v) => v.subject)
    await moveHomes(tx, county, homesOf(true), 'inspected')
    await sendBackToContractor(tx, county, homesOf(false), today)
    return visits.map(({ findings }) => ({
      result: { passed: findings.length === 0, findings },
    }))
  },
})
