import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { findLots } from '../../suppliers/public.ts'
import { readIdNumber } from '../../../kernel/standards/id-number.ts'
import { RegisterWorker } from '../model.ts'
import { checkRegistering, mayRegister, type RegisterFacts } from '../rules/workers.ts'
import { idSealOf } from '../worker-facts.ts'
import { enterWorkers } from './enter-workers.ts'
import { loadFirms } from './firm-load.ts'

type Asked = Pick<ActItem<{ id: string; idNumber: string; lot?: string | undefined }>, 'subject' | 'input'>

async function load(
  db: ReadDb,
  items: readonly Asked[],
  { county, keys, today }: ActContext,
): Promise<(RegisterFacts | undefined)[]> {
  const firms = await loadFirms(db, county, items)
  const lots = await findLots(
    db,
    county,
    items.flatMap(({ input }) => input?.lot ?? []),
  )
  const facts: (RegisterFacts | undefined)[] = []
  const seen = new Set<string>()
  for (const [at, { subject, input }] of items.entries()) {
    const firm = firms[at]
    if (!firm) {
      facts.push(undefined)
      continue
    }
    const lot = input?.lot === undefined ? undefined : lots.get(input.lot)
    const read = input && readIdNumber(input.idNumber, today)
    const rows =
      input && read?.ok
        ? await db
            .selectFrom('worker')
            .select(['id', 'firm', 'left_on'])
            .where('county', '=', county)
            .where((eb) =>
              eb.or([eb('id', '=', input.id), eb('id_seal', '=', idSealOf(keys, county, read.idNumber))]),
            )
            .execute()
        : []
    const employed = rows.find((row) => row.id !== input?.id && row.left_on === null)
    const twice = read?.ok === true && seen.has(read.idNumber)
    if (read?.ok) seen.add(read.idNumber)
    facts.push({
      firm,
      lot,
      exists: rows.some(({ id }) => id === input?.id),
      known: twice ? 'here' : employed && (employed.firm === subject ? 'here' : 'elsewhere'),
    })
  }
  return facts
}

/** 实名登记: one person, with what their identity card says (§3.2.3). */
export const registerWorker = defineAct({
  kind: 'worker.register',
  version: 1,
  input: RegisterWorker,
  permission: 'worker.manage',
  clauses: ['§3.2.3'],
  subject: { type: 'organisation', of: (input) => input.firm },
  load,
  place: ({ firm }) => ({ organisations: [firm.id] }),
  may: mayRegister,
  check: (facts, { input }, { today }) => checkRegistering(facts, input, today),
  apply: async (tx, items, context) => {
    await enterWorkers(
      tx,
      context,
      items.map(({ id, input }) => ({
        ...input,
        act: id,
        posting:
          input.lot === undefined ? undefined : { lot: input.lot, from: input.fromDay ?? context.today },
      })),
    )
    return items.map(({ input }) => ({ touched: [{ type: 'worker', id: input.id }] }))
  },
})
