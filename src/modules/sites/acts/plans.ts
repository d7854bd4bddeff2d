import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { findLots } from '../../suppliers/public.ts'
import { findVillages } from '../../villages/public.ts'
import { crewsOf } from '../lot-load.ts'
import { AgreePlan, DeclareCrews, DeclinePlan, ProposePlan } from '../model.ts'
import { deadlineOf } from '../pace.ts'
import { checkProposal, mayDecide, mayPropose, type PlanFacts, type VillageToPlan } from '../rules/plans.ts'
import { officerRefusals, officersWanted, type Side } from '../rules/safety.ts'

/** 施工队伍: how many crews the firm has on a lot and what each fits in a day (§3.2.3). */
export const declareCrews = defineAct({
  kind: 'lot.declare-crews',
  version: 1,
  input: DeclareCrews,
  permission: 'plan.propose',
  clauses: ['§3.2.1', '§3.2.3'],
  subject: { type: 'lot', of: (input) => input.lot },
  load: async (db, items, { county }) => {
    const lots = await findLots(
      db,
      county,
      items.map(({ subject }) => subject),
    )
    return items.map(({ subject }) => lots.get(subject))
  },
  place: ({ contractor }) => ({ organisations: [contractor] }),
  may: () => [],
  apply: async (tx, items, { county, today }) => {
    await tx
      .insertInto('lot_crews')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.id,
          lot: input.lot,
          crews: input.crews,
          homes_per_day: input.homesPerDay,
          declared_on: today,
          act: id,
        })),
      )
      .execute()
    return items.map(() => ({}))
  },
})

/** 报施工方案: a village's plan, for the town to agree to (§3.2.2). */
export const proposePlan = defineAct({
  kind: 'plan.propose',
  version: 1,
  input: ProposePlan,
  permission: 'plan.propose',
  clauses: ['§3.1.3c', '§3.2.2', '§3.2.3'],
  subject: { type: 'village', of: (input) => input.village },
  load: async (
    db,
    items,
    { county },
  ): Promise<((VillageToPlan & { lotId: string | null }) | undefined)[]> => {
    const ids = items.map(({ subject }) => subject)
    const villages = await findVillages(db, county, ids)
    const lotIds = [...villages.values()].flatMap(({ lot }) => lot ?? [])
    const lots = await findLots(db, county, lotIds)
    const crews = await crewsOf(db, county, lotIds)
    const open = await db
      .selectFrom('village_plan')
      .select('village')
      .where('county', '=', county)
      .where('village', 'in', ids)
      .where('state', '=', 'proposed')
      .execute()
    return items.map(({ subject }) => {
      const village = villages.get(subject)
      return (
        village && {
          code: village.code,
          lotId: village.lot,
          lot: village.lot === null ? undefined : lots.get(village.lot),
          isOpen: open.some((plan) => plan.village === subject),
          crews: (village.lot === null ? undefined : crews.get(village.lot))?.crews ?? null,
        }
      )
    })
  },
  place: ({ lot }) => ({ organisations: [lot?.contractor] }),
  may: mayPropose,
  check: (facts, { input }, { today, pack }) =>
    checkProposal(facts, input, { today, deadline: deadlineOf(pack) }),
  apply: async (tx, items, { county, today, actor }) => {
    await tx
      .insertInto('village_plan')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: input.id,
          village: input.village,
          code: facts.code,
          lot: facts.lotId ?? '',
          contractor: facts.lot?.contractor ?? '',
          starts_on: input.startsOn,
          crews: input.crews,
          homes_per_day: input.homesPerDay,
          remark: input.remark ?? null,
          state: 'proposed' as const,
          proposed_on: today,
          proposed_by: actor.id,
          decided_on: null,
          decided_by: null,
          reason: null,
          decide_act: null,
          act: id,
        })),
      )
      .execute()
    return items.map(({ input }) => ({ touched: [{ type: 'plan', id: input.id }] }))
  },
})

/** Whose safety officers are named where a plan is about, by plan. */
async function officersNamed(
  db: ReadDb,
  county: number,
  plans: readonly { id: string; code: string; lot: string }[],
): Promise<Map<string, Set<Side>>> {
  const rows = await db
    .selectFrom('safety_officer')
    .select(['side', 'lot', 'village'])
    .where('county', '=', county)
    .where('ended_on', 'is', null)
    .where((eb) =>
      eb.or([
        eb(
          'lot',
          'in',
          plans.map(({ lot }) => lot),
        ),
        eb(
          'village',
          'in',
          plans.map(({ code }) => code),
        ),
      ]),
    )
    .execute()
  return new Map(
    plans.map(({ id, code, lot }) => [
      id,
      new Set(rows.filter((row) => row.lot === lot || row.village === code).map(({ side }) => side)),
    ]),
  )
}

const ofPlan = {
  version: 1,
  permission: 'plan.decide',
  clauses: ['§3.2.2'],
  subject: { type: 'plan', of: (input: { plan: string }) => input.plan },
  load: async (
    db: ReadDb,
    items: readonly ActItem<unknown>[],
    { county }: ActContext,
  ): Promise<((PlanFacts & { officers: Set<Side> }) | undefined)[]> => {
    const rows = await db
      .selectFrom('village_plan')
      .select(['id', 'code', 'lot', 'state', 'proposed_by as proposedBy'])
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map(({ subject }) => subject),
      )
      .execute()
    const officers = await officersNamed(db, county, rows)
    return items.map(({ subject }) => {
      const row = rows.find(({ id }) => id === subject)
      return row && { ...row, officers: officers.get(subject) ?? new Set<Side>() }
    })
  },
  place: ({ code }: PlanFacts) => ({ area: code }),
  may: (facts: PlanFacts, { actor }: ActContext) => mayDecide(facts, actor),
} as const

async function decide(
  tx: WriteDb,
  { county, today, actor }: ActContext,
  state: 'agreed' | 'declined',
  items: readonly { id: string; input: { plan: string; reason?: string } }[],
) {
  for (const { id, input } of items)
    await tx
      .updateTable('village_plan')
      .set({ state, decided_on: today, decided_by: actor.id, reason: input.reason ?? null, decide_act: id })
      .where('county', '=', county)
      .where('id', '=', input.plan)
      .execute()
  return items.map(() => ({}))
}

export const agreePlan = defineAct({
  ...ofPlan,
  kind: 'plan.agree',
  input: AgreePlan,
  clauses: ['§3.1.3c', '§3.2.2', '§5.3'],
  may: (facts, { actor, pack, today }) => [
    ...mayDecide(facts, actor),
    ...(facts.state === 'proposed' ? officerRefusals(facts.officers, officersWanted(pack, today)) : []),
  ],
  apply: (tx, items, context) => decide(tx, context, 'agreed', items),
})

export const declinePlan = defineAct({
  ...ofPlan,
  kind: 'plan.decline',
  input: DeclinePlan,
  apply: (tx, items, context) => decide(tx, context, 'declined', items),
})
