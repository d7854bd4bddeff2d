import { defineAct } from '../../../kernel/act/define.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { findLots } from '../../suppliers/public.ts'
import { matchWorkers } from '../match-workers.ts'
import { ImportWorkers } from '../model.ts'
import { checkImport, type ImportFacts, mayRegister } from '../rules/workers.ts'
import { readWorkerSheet } from '../worker-sheet.ts'
import { enterWorkers } from './enter-workers.ts'
import { loadFirms } from './firm-load.ts'

/** 导入工人实名册: all rows or none; whoever is registered here already is passed over (§3.2.3). */
export const importWorkers = defineAct({
  kind: 'worker.import',
  version: 1,
  oneAtATime: true,
  input: ImportWorkers,
  permission: 'worker.manage',
  clauses: ['§3.2.3'],
  evidence: ['workbook'],
  subject: { type: 'organisation', of: (input) => input.firm },
  load: async (db, items, { county, keys, store, today }): Promise<(ImportFacts | undefined)[]> => {
    const firms = await loadFirms(db, county, items)
    const lots = await findLots(
      db,
      county,
      items.flatMap(({ input }) => input?.lot ?? []),
    )
    const facts: (ImportFacts | undefined)[] = []
    for (const [at, { subject, input, evidence }] of items.entries()) {
      const firm = firms[at]
      if (!firm) {
        facts.push(undefined)
        continue
      }
      const cited = input && evidence.some(({ digest }) => digest === input.file)
      const match =
        cited && (await store.has(input.file))
          ? await matchWorkers(
              db,
              county,
              keys,
              subject,
              await readWorkerSheet(await store.read(input.file), today),
            )
          : undefined
      facts.push({ firm, lot: input && lots.get(input.lot), match })
    }
    return facts
  },
  place: ({ firm }) => ({ organisations: [firm.id] }),
  may: mayRegister,
  check: (facts, { input }) => checkImport(facts, input),
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id, input, facts } of items) {
      const rows = facts.match?.fresh ?? []
      const workers = rows.map(({ place: _place, fromDay, ...row }) => ({
        ...row,
        id: newId(),
        firm: input.firm,
        posting: { lot: input.lot, from: fromDay },
        act: id,
      }))
      await enterWorkers(tx, context, workers)
      effects.push({
        touched: workers.map((worker) => ({ type: 'worker', id: worker.id })),
        result: { people: workers.length, known: facts.match?.known ?? 0 },
      })
    }
    return effects
  },
})
