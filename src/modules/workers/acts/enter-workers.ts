import type { ActContext } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { readIdNumber } from '../../../kernel/standards/id-number.ts'
import { readTelephone } from '../../../kernel/standards/telephone.ts'
import type { Trade } from '../rules/workers.ts'
import { idSealOf } from '../worker-facts.ts'

export interface NewWorker {
  id: string
  firm: string
  name: string
  idNumber: string
  telephone?: string | undefined
  trade: Trade
  contractSignedOn?: Day | undefined
  posting: { lot: string; from: Day } | undefined
  act: string
}

/** Writes people into the real-name register, and onto the site they go to. */
export async function enterWorkers(
  tx: WriteDb,
  { county, keys, today, actor }: ActContext,
  workers: readonly NewWorker[],
): Promise<void> {
  const rows = workers.map((worker) => {
    const read = readIdNumber(worker.idNumber, today)
    if (!read.ok) throw new Error('A worker was decided without a number that reads.')
    const telephone = worker.telephone === undefined ? undefined : readTelephone(worker.telephone)
    return {
      county,
      id: worker.id,
      firm: worker.firm,
      name: worker.name,
      id_number: sealField(keys, county, 'worker.id_number', read.idNumber),
      id_seal: idSealOf(keys, county, read.idNumber),
      telephone: telephone?.ok ? sealField(keys, county, 'worker.telephone', telephone.telephone) : null,
      trade: worker.trade,
      contract_signed_on: worker.contractSignedOn ?? null,
      registered_on: today,
      registered_by: actor.id,
      act: worker.act,
    }
  })
  const written = await tx
    .insertInto('worker')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  if (written.length < rows.length)
    throw new Overtaken('One of these people was registered in the same moment.')
  const postings = workers.flatMap(({ id, posting, act }) =>
    posting
      ? [{ county, id: newId(), worker: id, lot: posting.lot, from_day: posting.from, to_day: null, act }]
      : [],
  )
  if (postings.length > 0) await tx.insertInto('posting').values(postings).execute()
}
