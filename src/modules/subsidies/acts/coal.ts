import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { addDays } from '../../../kernel/dates/day.ts'
import { amount, hasParameter } from '../../../kernel/pack/pack.ts'
import { endHome, findHomes, holdHomes, homePlace, markCoalFinding } from '../../households/public.ts'
import { findingColumn, type FindingState, hearingColumn, loadFindings } from '../findings.ts'
import { DecideFinding, HearCoal, ReportCoal } from '../model.ts'
import { checkFinding, checkHearing, mayDecideFinding, mayHear, mayReportCoal, mayRevoke } from '../rules.ts'

const hearingDays = 'recovery.hearingDays'

/** §3.3.2b: coal found in a subsidised home. The household may state its case before anything is cancelled. */
export const reportCoal = defineAct({
  kind: 'coal.report',
  version: 1,
  input: ReportCoal,
  permission: 'coal.report',
  clauses: ['§3.3.2b'],
  evidence: ['photo'],
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, { county }) => {
    const homes = await findHomes(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => homes.get(item.subject))
  },
  place: (facts) => homePlace(facts),
  may: (facts) => mayReportCoal(facts),
  check: (facts, { input }, { today }) => checkFinding(facts, input.foundOn, today),
  apply: async (tx, items, { county, actor, pack, today }) => {
    const days = hasParameter(pack, hearingDays, today) ? amount(pack, hearingDays, today) : 0
    const hearUntil = addDays(today, days)
    const effects = []
    for (const { id, input } of items) {
      await tx
        .insertInto('coal_finding')
        .values({
          ...{ county, id: input.id, home: input.home, found_on: input.foundOn, found_by: actor.id },
          ...{ description: input.description, hear_until: hearUntil, act: id },
        })
        .execute()
      await markCoalFinding(tx, county, input.home, input.id)
      effects.push({
        touched: [{ type: 'coal-finding', id: input.id }],
        result: { finding: input.id, hearUntil },
      })
    }
    return effects
  },
})

async function load(
  db: ReadDb,
  items: readonly Pick<ActItem<unknown>, 'subject'>[],
  { county }: ActContext,
): Promise<(FindingState | undefined)[]> {
  const found = await loadFindings(
    db,
    county,
    items.map((item) => item.subject),
  )
  return items.map(({ subject }) => found.get(subject))
}

const ofFinding = {
  version: 1,
  clauses: ['§3.3.2b'],
  subject: { type: 'coal-finding', of: (input: { finding: string }) => input.finding },
  load,
  place: ({ at }: FindingState) => homePlace(at),
} as const

/** What the household says to a finding, on a record it signed (§3.3.2b); as often as it speaks, until it is decided. */
export const hearCoal = defineAct({
  ...ofFinding,
  kind: 'coal.hear',
  input: HearCoal,
  permission: 'coal.hear',
  evidence: ['document'],
  may: (finding) => mayHear(finding),
  check: (finding, { input }, { today }) => checkHearing(finding, input.heardOn, today),
  apply: async (tx, items, { county, keys, actor }) => {
    const effects = []
    for (const { id, input, facts } of items) {
      await tx
        .insertInto('coal_hearing')
        .values({
          ...{
            county,
            id: input.id,
            finding: facts.id,
            heard_on: input.heardOn,
            heard_by: actor.id,
            act: id,
          },
          statement: sealField(keys, county, hearingColumn, input.statement),
        })
        .execute()
      effects.push({ touched: [{ type: 'home', id: facts.at.id }] })
    }
    return effects
  },
})

/** The finding stands: the subsidy is cancelled, and the recovery follows by itself (§3.3.2b). */
export const revokeForCoal = defineAct({
  ...ofFinding,
  kind: 'coal.revoke',
  input: DecideFinding,
  permission: 'coal.decide',
  may: (finding, { actor, today }) => [...mayDecideFinding(finding, actor.id), ...mayRevoke(finding, today)],
  apply: async (tx, items, context) => {
    const effects = []
    const homes = items.map(({ facts }) => facts.at.id)
    // The act is about the finding: a change approved in the same moment may have ended the home.
    if ((await holdHomes(tx, context.county, homes)).size > 0)
      throw new Overtaken('The home left in the same moment.')
    for (const { id, input, facts } of items) {
      await decide(tx, context, { act: id, finding: facts, state: 'revoked', reason: input.reason })
      await endHome(tx, context.county, [facts.at.id], 'revoked')
      effects.push({
        touched: [{ type: 'home', id: facts.at.id }],
        result: { finding: facts.id, home: facts.at.id },
      })
    }
    return effects
  },
})

/** The finding does not stand: the home goes on as it was. */
export const dismissFinding = defineAct({
  ...ofFinding,
  kind: 'coal.dismiss',
  input: DecideFinding,
  permission: 'coal.decide',
  may: (finding, { actor }) => mayDecideFinding(finding, actor.id),
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id, input, facts } of items) {
      await decide(tx, context, { act: id, finding: facts, state: 'dismissed', reason: input.reason })
      effects.push({
        touched: [{ type: 'home', id: facts.at.id }],
        result: { finding: facts.id, home: facts.at.id },
      })
    }
    return effects
  },
})

async function decide(
  tx: WriteDb,
  { county, keys, today, actor }: ActContext,
  decided: { act: string; finding: FindingState; state: 'revoked' | 'dismissed'; reason: string },
): Promise<void> {
  await tx
    .updateTable('coal_finding')
    .set({
      ...{ state: decided.state, decided_on: today, decided_by: actor.id, decide_act: decided.act },
      decision: sealField(keys, county, findingColumn, decided.reason),
    })
    .where('county', '=', county)
    .where('id', '=', decided.finding.id)
    .execute()
  await markCoalFinding(tx, county, decided.finding.at.id, null)
}
