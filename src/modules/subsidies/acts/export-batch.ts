import { createHash } from 'node:crypto'
import { defineAct } from '../../../kernel/act/define.ts'
import { countyArea } from '../../organisations/public.ts'
import { ExportBatch } from '../model.ts'
import { paymentList } from '../payment-list.ts'

/**
 * Takes a batch out to be paid: who had the whole account numbers, when, and in which file. The file is asked for with
 * `batch.file`.
 */
export const exportBatch = defineAct({
  kind: 'batch.export',
  version: 1,
  input: ExportBatch,
  permission: 'batch.freeze',
  clauses: ['§4.3', '§5.2'],
  subject: { type: 'batch', of: (input) => input.batch },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const rows = await db
      .selectFrom('payment_batch')
      .select(['id', 'number', 'lines_digest as linesDigest'])
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map((item) => item.subject),
      )
      .execute()
    return items.map(({ subject }) => {
      const batch = rows.find(({ id }) => id === subject)
      return batch && { area, ...batch }
    })
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  apply: async (tx, items, { county }) => {
    const effects = []
    for (const { subject, facts } of items) {
      const list = await paymentList(tx, county, subject)
      const fileDigest = createHash('sha256').update(list).digest('hex')
      effects.push({
        result: { number: facts.number, linesDigest: facts.linesDigest.toString('hex'), fileDigest },
      })
    }
    return effects
  },
})
