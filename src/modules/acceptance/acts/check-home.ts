import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { dayOf } from '../../../kernel/dates/day.ts'
import { checklistFor } from '../../../kernel/pack/checklist.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { findVillages } from '../../villages/public.ts'
import { takeBackAcceptance } from '../../works/public.ts'
import { CheckAnew, InspectHome, type SampleLevel } from '../model.ts'
import { checkInspection, findingsOf } from '../rules.ts'
import { areaTolerance } from '../rules/parts.ts'
import { mayCheck } from '../rules/samples.ts'
import { loadAcceptance } from './acceptance-facts.ts'
import { drawInto } from './draw-sample.ts'
import { recordFindings } from './record-findings.ts'

/**
 * One drawn home, looked at again by somebody of town or county. A serious failure sends it back to the contractor as
 * a supervisor's failed visit does, takes its acceptance, and makes the sample of the village's line larger in the same act.
 */
const checkOf = <const K extends string>(kind: K, level: SampleLevel) =>
  defineAct({
    kind,
    version: 1,
    input: InspectHome,
    permission: kind,
    clauses: level === 'town' ? ['§3.3.2a', '§3.3.2c', '§3.3.4'] : ['§A.1', '§3.3.2c', '§3.3.4'],
    subject: { type: 'home', of: (input) => input.home },
    load: async (db, items, context) => {
      const { county } = context
      const facts = await loadAcceptance(db, context, items)
      const drawn = await db
        .selectFrom('sample_home')
        .select(['home', 'passed'])
        .where('county', '=', county)
        .where('level', '=', level)
        .where(sql<boolean>`home = any(${items.map(({ subject }) => subject)}::uuid[])`)
        .execute()
      const villages = await findVillages(
        db,
        county,
        facts.flatMap((each) => each?.home.village ?? []),
      )
      return facts.map((each) => {
        const village = each && villages.get(each.home.village)
        return (
          village && {
            ...each,
            villageId: village.id,
            drawn: drawn.find(({ home }) => home === each.home.id),
          }
        )
      })
    },
    place: ({ home }) => ({ area: home.village }),
    may: (facts, { actor }) => mayCheck(facts, level, actor),
    check: (facts, { input, evidence, happenedAt }, { pack, today }) =>
      checkInspection(
        facts,
        { ...input, visitedOn: input.visitedOn ?? dayOf(happenedAt) },
        evidence,
        checklistFor(pack, facts.home, 'sample-check'),
        amount(pack, 'acceptance.samplePhotos', today),
        today,
        false,
        areaTolerance(pack, today),
      ),
    apply: async (tx, items, context) => {
      const { county, actor, pack, today } = context
      const checks = items.map((item) => ({
        ...item,
        findings: findingsOf(
          item.facts,
          item.input,
          checklistFor(pack, item.facts.home, 'sample-check'),
          areaTolerance(pack, today),
        ),
      }))
      await sql`
        insert into sample_check (county, id, home, level, number, checker, checked_on, passed, items, serials, findings,
                                  parts, remark)
        select ${county}, n.id, n.home, ${level},
               1 + (select count(*) from sample_check e
                     where e.county = ${county} and e.home = n.home and e.level = ${level}),
               ${actor.id}, n.day, n.passed, n.items, n.serials, n.findings, n.parts, n.remark
          from unnest(${checks.map((c) => c.id)}::uuid[], ${checks.map((c) => c.subject)}::uuid[],
                      ${checks.map((c) => c.input.visitedOn ?? dayOf(c.happenedAt))}::date[],
                      ${checks.map((c) => c.findings.length === 0)}::boolean[],
                      ${checks.map((c) => JSON.stringify(c.input.items))}::jsonb[],
                      ${checks.map((c) => JSON.stringify(c.input.serials))}::jsonb[],
                      ${checks.map((c) => JSON.stringify(c.findings))}::jsonb[],
                      ${checks.map((c) => JSON.stringify(c.input.parts ?? []))}::jsonb[],
                      ${checks.map((c) => c.input.remark ?? null)}::text[])
                 as n (id, home, day, passed, items, serials, findings, parts, remark)`.execute(tx)
      await sql`
        update sample_home set passed = n.passed
          from unnest(${checks.map((c) => c.subject)}::uuid[], ${checks.map((c) => c.findings.length === 0)}::boolean[])
                 as n (home, passed)
         where sample_home.county = ${county} and sample_home.level = ${level} and sample_home.home = n.home`.execute(
        tx,
      )
      await recordFindings(tx, level, checks, context)
      const failed = checks.filter(({ findings }) => findings.length > 0)
      await takeBackAcceptance(
        tx,
        county,
        failed.map(({ subject }) => subject),
        today,
      )
      // Two failures of one village at the same moment make its sample larger one after the other.
      await sql`select id from village
                 where county = ${county} and id = any(${failed.map(({ facts }) => facts.villageId)}::uuid[])
                 order by id for update`.execute(tx)
      const more = new Map<string, number>()
      for (const { id, subject, facts } of failed) {
        const { homes } = await drawInto(
          tx,
          {
            village: { id: facts.villageId, code: facts.home.village },
            line: facts.home.line,
            level,
            cause: 'failure',
            act: id,
          },
          context,
        )
        more.set(subject, homes.length)
      }
      return checks.map(({ subject, facts, findings }) => ({
        result: { passed: findings.length === 0, findings, drawn: more.get(subject) ?? 0 },
        touched: more.has(subject) ? [{ type: 'village', id: facts.villageId }] : [],
      }))
    },
  })

/** Follows a check whose own evidence does not stand up: the drawn home is to be checked again at that level (§3.3.2a, §A.1). */
export const checkAnew = defineAct({
  kind: 'sample.check-anew',
  version: 1,
  internal: true,
  input: CheckAnew,
  permission: 'sample.draw-county',
  clauses: ['§3.3.2a', '§A.1'],
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, context) => loadAcceptance(db, context, items),
  place: ({ home }) => ({ area: home.village }),
  may: () => [],
  apply: async (tx, items, { county }) => {
    await sql`
      update sample_home set passed = null
        from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.input.level)}::text[]) as n (home, level)
       where sample_home.county = ${county} and sample_home.home = n.home and sample_home.level = n.level`.execute(
      tx,
    )
    return items.map(() => ({}))
  },
})

export const checkTown = checkOf('home.check-town', 'town')
export const checkCounty = checkOf('home.check-county', 'county')
