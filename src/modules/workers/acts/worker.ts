import { sql } from 'kysely'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { countyArea } from '../../organisations/public.ts'
import { findLots } from '../../suppliers/public.ts'
import { EndPosting, LeaveFirm, PostWorker, RevealWorker, SignContract } from '../model.ts'
import {
  checkEndPosting,
  checkLeaving,
  checkPosting,
  type LotOfPosting,
  mayEndPosting,
  mayLeave,
  mayPost,
  type WorkerState,
} from '../rules/workers.ts'
import { loadWorkers } from '../worker-facts.ts'

interface OfWorker {
  worker: WorkerState
  lot: LotOfPosting | undefined
}

async function load(
  db: ReadDb,
  items: readonly Pick<ActItem<{ lot?: string }>, 'subject' | 'input'>[],
  { county }: Pick<ActContext, 'county'>,
): Promise<(OfWorker | undefined)[]> {
  const workers = await loadWorkers(
    db,
    county,
    items.map(({ subject }) => subject),
  )
  const lots = await findLots(
    db,
    county,
    items.flatMap(({ input }) => input?.lot ?? []),
  )
  return items.map(({ subject, input }) => {
    const worker = workers.get(subject)
    return worker && { worker, lot: input?.lot === undefined ? undefined : lots.get(input.lot) }
  })
}

const ofWorker = {
  version: 1,
  permission: 'worker.manage',
  clauses: ['§3.2.3'],
  subject: { type: 'worker', of: (input: { worker: string }) => input.worker },
  place: ({ worker }: OfWorker) => ({ organisations: [worker.firm] }),
} as const
const loadOne = (db: ReadDb, items: readonly ActItem<unknown>[], context: ActContext) =>
  load(
    db,
    items.map(({ subject }) => ({ subject })),
    context,
  )

/** 劳动合同: the day it was signed. */
export const signContract = defineAct({
  ...ofWorker,
  kind: 'worker.sign-contract',
  input: SignContract,
  evidence: ['document'],
  load: loadOne,
  may: ({ worker }) => mayPost(worker),
  check: (_facts, { input }, { today }) =>
    input.contractSignedOn > today
      ? [refuse('worker.day-ahead', ['§3.2.3'], { day: input.contractSignedOn, today })]
      : [],
  apply: async (tx, items, { county }) => {
    for (const { input } of items)
      await tx
        .updateTable('worker')
        .set({ contract_signed_on: input.contractSignedOn })
        .where('county', '=', county)
        .where('id', '=', input.worker)
        .execute()
    return items.map(() => ({}))
  },
})

/** 进场 */
export const postWorker = defineAct({
  ...ofWorker,
  kind: 'worker.post',
  input: PostWorker,
  load,
  may: ({ worker }) => mayPost(worker),
  check: ({ worker, lot }, { input }) => checkPosting(worker, lot, input),
  apply: async (tx, items, { county }) => {
    await tx
      .insertInto('posting')
      .values(
        items.map(({ id, input }) => ({
          county,
          id: input.id,
          worker: input.worker,
          lot: input.lot,
          from_day: input.fromDay,
          to_day: input.toDay ?? null,
          act: id,
        })),
      )
      .execute()
    return items.map(() => ({}))
  },
})

/** 退场 */
export const endPosting = defineAct({
  ...ofWorker,
  kind: 'worker.end-posting',
  input: EndPosting,
  load: loadOne,
  may: ({ worker }) => mayEndPosting(worker),
  check: ({ worker }, { input }) => checkEndPosting(worker, input),
  apply: async (tx, items, { county }) => {
    for (const { id, input } of items)
      await tx
        .updateTable('posting')
        .set({ to_day: input.toDay, end_act: id })
        .where('county', '=', county)
        .where('id', '=', input.posting)
        .execute()
    return items.map(() => ({}))
  },
})

/** 离职: what was worked stays owed; stays on site end on that day. */
export const leaveFirm = defineAct({
  ...ofWorker,
  kind: 'worker.leave',
  input: LeaveFirm,
  load: loadOne,
  may: ({ worker }) => mayLeave(worker),
  check: (_facts, { input }, { today }) => checkLeaving(input, today),
  apply: async (tx, items, { county }) => {
    for (const { id, input } of items) {
      await tx
        .updateTable('worker')
        .set({ left_on: input.leftOn, leave_act: id })
        .where('county', '=', county)
        .where('id', '=', input.worker)
        .execute()
      await sql`update posting set to_day = greatest(from_day, ${input.leftOn}::date), end_act = ${id}
                 where county = ${county} and worker = ${input.worker}
                   and (to_day is null or to_day > ${input.leftOn}::date)`.execute(tx)
    }
    return items.map(() => ({}))
  },
})

/** Says who looks at a worker's number and why; the value itself is asked for with `worker.revealed`. */
export const revealWorker = defineAct({
  ...ofWorker,
  kind: 'worker.reveal',
  input: RevealWorker,
  permission: 'worker.reveal',
  clauses: ['§5.4', '§3.2.3'],
  quiet: true,
  load: async (db, items, context) => {
    const area = await countyArea(db, context.county)
    return (await loadOne(db, items, context)).map((facts) => facts && { ...facts, area })
  },
  place: ({ worker, area }) => ({ area, organisations: [worker.firm] }),
  may: () => [],
  apply: (_tx, items) => Promise.resolve(items.map(({ input }) => ({ result: { field: input.field } }))),
})
