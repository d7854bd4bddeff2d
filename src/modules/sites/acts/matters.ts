import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { periodOf } from '../../../kernel/pack/pack.ts'
import { findLots } from '../../suppliers/public.ts'
import {
  ApplyPermit,
  DecidePermit,
  RecheckHazard,
  RemoveHazard,
  RepairDamage,
  ReportDamage,
  ReportHazard,
} from '../model.ts'
import { loadVillages } from '../public.ts'
import {
  checkSettled,
  type MatterFacts,
  mayOpen,
  mayRecheck,
  maySettle,
  type VillageOnSite,
} from '../rules/matters.ts'
import { openHazards } from './open-hazards.ts'

const villagePlace = ({ code, contractor, supervisor }: VillageOnSite) => ({
  area: code,
  organisations: [contractor, supervisor],
})

const inVillage = {
  version: 1,
  subject: { type: 'village', of: (input: { village: string }) => input.village },
  load: (db: ReadDb, items: readonly ActItem<unknown>[], { county }: ActContext) =>
    loadVillages(db, county, items),
  place: villagePlace,
  may: mayOpen,
} as const

const onSite = (facts: VillageOnSite) => ({
  village: facts.code,
  lot: facts.lotId ?? '',
  contractor: facts.contractor ?? '',
})

/** 损坏登记: by whoever sees it, with a photograph (§3.2.3). */
export const reportDamage = defineAct({
  ...inVillage,
  kind: 'damage.report',
  input: ReportDamage,
  permission: 'damage.report',
  clauses: ['§3.2.3'],
  evidence: ['photo'],
  apply: async (tx, items, { county, today, actor, pack }) => {
    await tx
      .insertInto('damage')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: input.id,
          ...onSite(facts),
          what: input.what,
          reported_on: today,
          reported_by: actor.id,
          due_on: periodOf(pack, 'damage.repairDays', today).lastDay,
          act: id,
        })),
      )
      .execute()
    return items.map(() => ({}))
  },
})

/** 隐患登记 (§5.3) */
export const reportHazard = defineAct({
  ...inVillage,
  kind: 'hazard.report',
  input: ReportHazard,
  permission: 'hazard.report',
  clauses: ['§5.3'],
  evidence: ['photo'],
  apply: async (tx, items, context) => {
    await openHazards(
      tx,
      context,
      items.map(({ id, input, facts }) => ({
        id: input.id,
        ...onSite(facts),
        what: input.what,
        foundOn: context.today,
        act: id,
      })),
    )
    return items.map(() => ({}))
  },
})

/** 破路、涉河许可: applied for with an authority, whose answer is awaited by a day (§A.17–19). */
export const applyPermit = defineAct({
  ...inVillage,
  kind: 'permit.apply',
  input: ApplyPermit,
  permission: 'permit.apply',
  clauses: ['§A.5', '§A.17', '§A.18', '§A.19'],
  evidence: ['document'],
  check: (_facts, { input }, { today }) =>
    checkSettled({ ...nothing, openedOn: input.appliedOn }, input.appliedOn, today),
  apply: async (tx, items, { county, pack }) => {
    await tx
      .insertInto('permit')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: input.id,
          ...onSite(facts),
          authority: input.authority,
          place: input.place,
          applied_on: input.appliedOn,
          due_on: periodOf(pack, 'permit.answerDays', input.appliedOn).lastDay,
          act: id,
        })),
      )
      .execute()
    return items.map(() => ({}))
  },
})

const nothing: MatterFacts = {
  code: '',
  contractor: '',
  supervisor: null,
  openedOn: '',
  doneOn: null,
  doneBy: null,
  closedOn: null,
}

interface Row {
  id: string
  code: string
  contractor: string
  lot: string
  openedOn: Day
  doneOn: Day | null
  doneBy: string | null
  closedOn: Day | null
}

async function withSupervisors(
  db: ReadDb,
  county: number,
  items: readonly ActItem<unknown>[],
  rows: readonly Row[],
) {
  const lots = await findLots(
    db,
    county,
    rows.map(({ lot }) => lot),
  )
  return items.map(({ subject }): MatterFacts | undefined => {
    const row = rows.find(({ id }) => id === subject)
    return row && { ...row, supervisor: lots.get(row.lot)?.supervisor ?? null }
  })
}

const matterPlace = ({ code, contractor, supervisor }: MatterFacts) => ({
  area: code,
  organisations: [contractor, supervisor],
})

/** 修复: by the contractor, with a photograph of it made good. */
export const repairDamage = defineAct({
  kind: 'damage.repair',
  version: 1,
  input: RepairDamage,
  permission: 'damage.repair',
  clauses: ['§3.2.3'],
  evidence: ['photo'],
  subject: { type: 'damage', of: (input) => input.damage },
  load: async (db, items, { county }) =>
    withSupervisors(
      db,
      county,
      items,
      (
        await db
          .selectFrom('damage')
          .select([
            'id',
            'village as code',
            'contractor',
            'lot',
            'reported_on as openedOn',
            'repaired_on as doneOn',
            'repaired_by as doneBy',
          ])
          .where('county', '=', county)
          .where(
            'id',
            'in',
            items.map(({ subject }) => subject),
          )
          .execute()
      ).map((row) => ({ ...row, closedOn: null })),
    ),
  place: ({ contractor }) => ({ organisations: [contractor] }),
  may: maySettle,
  check: (facts, { input }, { today }) => checkSettled(facts, input.repairedOn, today),
  apply: async (tx, items, { county, actor }) => {
    for (const { id, input } of items)
      await tx
        .updateTable('damage')
        .set({
          repaired_on: input.repairedOn,
          repaired_by: actor.id,
          repair_note: input.note,
          repair_act: id,
        })
        .where('county', '=', county)
        .where('id', '=', input.damage)
        .execute()
    return items.map(() => ({}))
  },
})

/** 许可答复: what the authority said, with its paper. */
export const decidePermit = defineAct({
  kind: 'permit.decide',
  version: 1,
  input: DecidePermit,
  permission: 'permit.apply',
  clauses: ['§A.5', '§A.17', '§A.18', '§A.19'],
  evidence: ['document'],
  subject: { type: 'permit', of: (input) => input.permit },
  load: async (db, items, { county }) =>
    withSupervisors(
      db,
      county,
      items,
      (
        await db
          .selectFrom('permit')
          .select([
            'id',
            'village as code',
            'contractor',
            'lot',
            'applied_on as openedOn',
            'decided_on as doneOn',
          ])
          .where('county', '=', county)
          .where(
            'id',
            'in',
            items.map(({ subject }) => subject),
          )
          .execute()
      ).map((row) => ({ ...row, doneBy: null, closedOn: null })),
    ),
  place: matterPlace,
  may: maySettle,
  check: (facts, { input }, { today }) => checkSettled(facts, input.decidedOn, today),
  apply: async (tx, items, { county }) => {
    for (const { id, input } of items)
      await tx
        .updateTable('permit')
        .set({ decided_on: input.decidedOn, granted: input.granted, answer: input.answer, decide_act: id })
        .where('county', '=', county)
        .where('id', '=', input.permit)
        .execute()
    return items.map(() => ({}))
  },
})

const ofHazard = {
  version: 1,
  clauses: ['§5.3'],
  subject: { type: 'hazard', of: (input: { hazard: string }) => input.hazard },
  load: async (db: ReadDb, items: readonly ActItem<unknown>[], { county }: ActContext) =>
    withSupervisors(
      db,
      county,
      items,
      await db
        .selectFrom('hazard')
        .select([
          'id',
          'village as code',
          'contractor',
          'lot',
          'found_on as openedOn',
          'removed_on as doneOn',
          'removed_by as doneBy',
          'closed_on as closedOn',
        ])
        .where('county', '=', county)
        .where(
          'id',
          'in',
          items.map(({ subject }) => subject),
        )
        .execute(),
    ),
} as const

/** 隐患整改 */
export const removeHazard = defineAct({
  ...ofHazard,
  kind: 'hazard.remove',
  input: RemoveHazard,
  permission: 'hazard.remove',
  evidence: ['photo'],
  place: ({ contractor }) => ({ organisations: [contractor] }),
  may: maySettle,
  check: (facts, { input }, { today }) => checkSettled(facts, input.removedOn, today),
  apply: async (tx, items, { county, actor }) => {
    for (const { input } of items)
      await tx
        .updateTable('hazard')
        .set({ removed_on: input.removedOn, removed_by: actor.id, removed_note: input.note })
        .where('county', '=', county)
        .where('id', '=', input.hazard)
        .execute()
    return items.map(() => ({}))
  },
})

/** 隐患复查: passed closes it, failed opens it again (§5.3). */
export const recheckHazard = defineAct({
  ...ofHazard,
  kind: 'hazard.recheck',
  input: RecheckHazard,
  permission: 'hazard.recheck',
  place: matterPlace,
  may: (facts, { actor }) => mayRecheck(facts, actor),
  apply: async (tx, items, { county, actor, today }) => {
    for (const { input } of items)
      await tx
        .updateTable('hazard')
        .set(
          input.passed
            ? { closed_on: today, closed_by: actor.id }
            : { removed_on: null, removed_by: null, removed_note: null },
        )
        .where('county', '=', county)
        .where('id', '=', input.hazard)
        .execute()
    return items.map(({ input }) => ({ result: { passed: input.passed } }))
  },
})
