import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { type Day, dayOf } from '../../../kernel/dates/day.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { readTelephone } from '../../../kernel/standards/telephone.ts'
import { findHomes } from '../../households/public.ts'
import { findLots } from '../../suppliers/public.ts'
import { NameFirmOfficer, NameVillageOfficer, RecordPatrol } from '../model.ts'
import { loadVillages } from '../public.ts'
import { mayOpen } from '../rules/matters.ts'
import { checkOfficer, checkPatrol, mayNameForLot, type PatrolFacts } from '../rules/safety.ts'
import { openHazards } from './open-hazards.ts'

interface Named {
  act: string
  name: string
  telephone: string
  lot: string | null
  village: string | null
}

/** Whoever stood there before is relieved. */
async function nameOfficers(
  tx: WriteDb,
  { county, today, keys }: ActContext,
  named: readonly Named[],
): Promise<void> {
  for (const { act, name, telephone, lot, village } of named) {
    const read = readTelephone(telephone)
    if (!read.ok) throw new Error('A safety officer was decided without a telephone that reads.')
    const before = tx.updateTable('safety_officer').set({ ended_on: today }).where('county', '=', county)
    await (lot === null ? before.where('village', '=', village) : before.where('lot', '=', lot))
      .where('ended_on', 'is', null)
      .execute()
    await tx
      .insertInto('safety_officer')
      .values({
        county,
        id: newId(),
        side: lot === null ? 'village' : 'firm',
        lot,
        village,
        name,
        telephone: sealField(keys, county, 'safety_officer.telephone', read.telephone),
        since: today,
        act,
      })
      .execute()
  }
}

/** 明确施工单位安全员: for a whole lot, by name and telephone (§5.3). */
export const nameFirmOfficer = defineAct({
  kind: 'safety.name-firm-officer',
  version: 1,
  input: NameFirmOfficer,
  permission: 'safety.name-firm',
  clauses: ['§5.3', '§3.2.3'],
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
  may: mayNameForLot,
  check: (_facts, { input }) => checkOfficer(input),
  apply: async (tx, items, context) => {
    await nameOfficers(
      tx,
      context,
      items.map(({ id, input }) => ({ ...input, act: id, village: null })),
    )
    return items.map(() => ({}))
  },
})

/** 明确村安全员: by its town or its cadre (§5.3, §A.2). */
export const nameVillageOfficer = defineAct({
  kind: 'safety.name-village-officer',
  version: 1,
  input: NameVillageOfficer,
  permission: 'safety.name-village',
  clauses: ['§5.3', '§A.2'],
  subject: { type: 'village', of: (input) => input.village },
  load: (db, items, { county }) => loadVillages(db, county, items),
  place: ({ code }) => ({ area: code }),
  may: () => [],
  check: (_facts, { input }) => checkOfficer(input),
  apply: async (tx, items, context) => {
    await nameOfficers(
      tx,
      context,
      items.map(({ id, input, facts }) => ({ ...input, act: id, lot: null, village: facts.code })),
    )
    return items.map(() => ({}))
  },
})

const patrolledOn = ({ input, happenedAt }: { input: { day?: Day | undefined }; happenedAt: Date }): Day =>
  input.day ?? dayOf(happenedAt)

/** 安全巡查: with photographs; what it finds opens hazards like any other (§5.3). */
export const recordPatrol = defineAct({
  kind: 'patrol.record',
  version: 1,
  input: RecordPatrol,
  permission: 'patrol.record',
  clauses: ['§5.3', '§A.2', '§3.2.3'],
  evidence: ['photo'],
  subject: { type: 'village', of: (input) => input.village },
  adds: true,
  load: async (db, items, { county }): Promise<(PatrolFacts | undefined)[]> => {
    const villages = await loadVillages(db, county, items)
    const homes = await findHomes(
      db,
      county,
      items.flatMap(({ input }) => input?.homes ?? []),
    )
    return items.map(({ input }, at) => {
      const village = villages[at]
      const here = (input?.homes ?? []).filter((home) => homes.get(home)?.village === village?.code)
      return village && { ...village, homesHere: new Set(here) }
    })
  },
  place: ({ code, contractor }) => ({ area: code, organisations: [contractor] }),
  may: mayOpen,
  check: (facts, item, { pack, today }) =>
    checkPatrol(
      facts,
      { day: patrolledOn(item), homes: item.input.homes },
      amount(pack, 'attendance.recordWithinDays', today),
      today,
    ),
  apply: async (tx, items, context) => {
    const { county, today, actor } = context
    const opened: { id: string }[][] = []
    for (const item of items) {
      const { id, input, facts } = item
      const place = { village: facts.code, lot: facts.lotId ?? '', contractor: facts.contractor ?? '' }
      const day = patrolledOn(item)
      await tx
        .insertInto('patrol')
        .values({
          ...place,
          county,
          id: input.id,
          side: actor.organisation === facts.contractor ? 'firm' : 'village',
          day,
          route: input.route,
          recorded_on: today,
          recorded_by: actor.id,
          act: id,
        })
        .execute()
      const homes = [...new Set(input.homes)]
      if (homes.length > 0)
        await tx
          .insertInto('patrol_home')
          .values(homes.map((home) => ({ county, patrol: input.id, home })))
          .execute()
      const hazards = input.found.map((what) => ({ id: newId(), what }))
      await openHazards(
        tx,
        context,
        hazards.map((hazard) => ({ ...hazard, ...place, foundOn: day, patrol: input.id, act: id })),
      )
      opened.push(hazards)
    }
    return items.map(({ input }, at) => ({
      touched: (opened[at] ?? []).map(({ id }) => ({ type: 'hazard', id })),
      result: { homes: input.homes.length, hazards: input.found.length },
    }))
  },
})
