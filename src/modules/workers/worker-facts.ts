import { blindIndex } from '../../kernel/cipher/fields.ts'
import type { Keys } from '../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { WorkerState } from './rules/workers.ts'

/** By which the same person is known again, whoever registers them. */
export const idSealOf = (keys: Keys, county: number, idNumber: string): Buffer =>
  blindIndex(keys, county, 'id-number', idNumber)

/** Workers by id, with where they are posted. */
export async function loadWorkers(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, WorkerState>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  const rows = await db
    .selectFrom('worker')
    .select([
      'id',
      'firm',
      'left_on as leftOn',
      'registered_on as registeredOn',
      'contract_signed_on as contractSignedOn',
    ])
    .where('county', '=', county)
    .where('id', 'in', wanted)
    .execute()
  const postings = await db
    .selectFrom('posting')
    .select(['id', 'worker', 'lot', 'from_day as from', 'to_day as to'])
    .where('county', '=', county)
    .where('worker', 'in', wanted)
    .orderBy('from_day')
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        postings: postings
          .filter(({ worker }) => worker === row.id)
          .map(({ id, lot, from, to }) => ({ id, lot, from, to })),
      },
    ]),
  )
}
