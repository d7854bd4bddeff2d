import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { findLots } from '../../suppliers/public.ts'
import { findVillages } from '../../villages/public.ts'
import { RecordAttendance, StrikeAttendance } from '../model.ts'
import { type AttendanceFacts, checkAttendance, checkStrike, mayRecord } from '../rules/attendance.ts'
import { loadWorkers } from '../worker-facts.ts'

/** 考勤: only registered people count, each in one village a day (§3.2.3). */
export const recordAttendance = defineAct({
  kind: 'attendance.record',
  version: 1,
  input: RecordAttendance,
  permission: 'attendance.record',
  clauses: ['§3.2.3'],
  subject: { type: 'lot', of: (input) => input.lot },
  load: async (db, items, { county }): Promise<(AttendanceFacts | undefined)[]> => {
    const lots = await findLots(
      db,
      county,
      items.map(({ subject }) => subject),
    )
    const villages = await findVillages(
      db,
      county,
      items.flatMap(({ input }) => input?.village ?? []),
    )
    const workers = await loadWorkers(
      db,
      county,
      items.flatMap(({ input }) => input?.workers ?? []),
    )
    const facts: (AttendanceFacts | undefined)[] = []
    for (const { subject, input } of items) {
      const lot = lots.get(subject)
      if (!lot) {
        facts.push(undefined)
        continue
      }
      const there = input
        ? await db
            .selectFrom('attendance')
            .select(['worker', 'village'])
            .where('county', '=', county)
            .where('worker', 'in', [...input.workers])
            .where('day', '=', input.day)
            .where('struck_on', 'is', null)
            .execute()
        : []
      facts.push({
        lot,
        isOfLot: Object.values((input && villages.get(input.village)?.lots) ?? {}).includes(subject),
        workers,
        there: new Map(there.map(({ worker, village }) => [worker, village])),
      })
    }
    return facts
  },
  place: ({ lot }) => ({ organisations: [lot.contractor] }),
  may: mayRecord,
  check: (facts, { input }, { pack, today }) =>
    checkAttendance(facts, input, amount(pack, 'attendance.recordWithinDays', today), today),
  apply: async (tx, items, { county, today, actor }) => {
    const rows = items.flatMap(({ id, input, facts }) =>
      [...new Set(input.workers)]
        .filter((worker) => !facts.there.has(worker))
        .map((worker) => ({
          county,
          id: newId(),
          worker,
          firm: facts.lot.contractor ?? '',
          day: input.day,
          lot: input.lot,
          village: input.village,
          recorded_on: today,
          recorded_by: actor.id,
          act: id,
        })),
    )
    const written = await tx
      .insertInto('attendance')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    if (written.length < rows.length) throw new Overtaken('One of them was recorded in the same moment.')
    return items.map(({ input }) => ({
      touched: input.workers.map((id) => ({ type: 'worker', id })),
      result: { people: input.workers.length },
    }))
  },
})

/** A day recorded in error is struck, with the reason. */
export const strikeAttendance = defineAct({
  kind: 'attendance.strike',
  version: 1,
  input: StrikeAttendance,
  permission: 'attendance.record',
  clauses: ['§3.2.3'],
  subject: { type: 'worker', of: (input) => input.worker },
  load: async (db, items, { county }) => {
    const workers = await loadWorkers(
      db,
      county,
      items.map(({ subject }) => subject),
    )
    const facts = []
    for (const { subject, input } of items) {
      const worker = workers.get(subject)
      const { rows } = await sql<{ day: string }>`
        select day from attendance where county = ${county} and worker = ${subject} and struck_on is null
           and day = ${input?.day ?? null}::date`.execute(db)
      facts.push(worker && { worker, isThere: rows.length > 0 })
    }
    return facts
  },
  place: ({ worker }) => ({ organisations: [worker.firm] }),
  may: () => [],
  check: ({ isThere }) => checkStrike(isThere),
  apply: async (tx, items, { county, today }) => {
    for (const { id, input } of items)
      await tx
        .updateTable('attendance')
        .set({ struck_on: today, struck_reason: input.reason, strike_act: id })
        .where('county', '=', county)
        .where('worker', '=', input.worker)
        .where('day', '=', input.day)
        .where('struck_on', 'is', null)
        .execute()
    return items.map(() => ({}))
  },
})
