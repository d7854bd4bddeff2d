import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { findOrganisations } from '../organisations/public.ts'
import type { Admission, Firm } from './rules/firms.ts'
import type { Bar } from './rules/negative-list.ts'
import type { HeldPaper } from './rules/papers.ts'
import type { FailedBatch } from './rules/sampling.ts'

/** Firms with their admissions and entries of the negative list. */
export async function loadFirms(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, Firm>> {
  const firms = await findOrganisations(db, county, [...new Set(ids)])
  if (firms.size === 0) return new Map()
  const rows = await db
    .selectFrom('firm_admission')
    .select(['id', 'firm', 'valid_from as from', 'valid_to as to'])
    .where('county', '=', county)
    .where('firm', 'in', [...firms.keys()])
    .where('withdrawn_on', 'is', null)
    .orderBy('valid_from')
    .execute()
  const admissions = new Map<string, Admission[]>()
  for (const { firm, ...admission } of rows) gather(admissions, firm, admission)
  const bars = await barsOf(db, county, 'firm', [...firms.keys()])
  return new Map(
    [...firms].map(([id, firm]) => [
      id,
      { ...firm, admissions: admissions.get(id) ?? [], bars: bars.get(id) ?? [] },
    ]),
  )
}

/** The entries of the negative list, over ones too, by firm or by model. */
export async function barsOf(
  db: ReadDb,
  county: number,
  of: 'firm' | 'model',
  ids: readonly string[],
): Promise<Map<string, Bar[]>> {
  const found = new Map<string, Bar[]>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('bar')
    .select([of, 'number', 'reason', 'from_day as from', 'to_day as to', 'lifted_on as liftedOn'])
    .where('county', '=', county)
    .where(of, 'in', [...new Set(ids)])
    .orderBy('number')
    .execute()
  for (const { number, reason, from, to, liftedOn, ...whose } of rows) {
    const id = whose[of]
    if (id !== null) gather(found, id, { number, reason, from, to, liftedOn })
  }
  return found
}

export interface KeptPaper extends HeldPaper {
  number: string | null
  digest: string
  recordedOn: Day
}

/** The papers that count of each firm or model: the newest of each kind. */
export async function papersOf(
  db: ReadDb,
  county: number,
  of: 'firm' | 'model',
  ids: readonly string[],
): Promise<Map<string, KeptPaper[]>> {
  const found = new Map<string, KeptPaper[]>()
  if (ids.length === 0) return found
  const { rows } = await sql<KeptPaper & { of: string }>`
    select distinct on (${sql.ref(of)}, paper) ${sql.ref(of)} as "of", paper, number, digest,
           valid_to as "validTo", recorded_on as "recordedOn"
      from access_paper
     where county = ${county} and ${sql.ref(of)} = any(${[...ids]}::uuid[])
     order by ${sql.ref(of)}, paper, id desc`.execute(db)
  for (const { of: whose, ...paper } of rows) gather(found, whose, paper)
  return found
}

/** The batches of each model whose latest sample failed. */
export async function failedBatches(
  db: ReadDb,
  county: number,
  models: readonly string[],
): Promise<Map<string, FailedBatch[]>> {
  const found = new Map<string, FailedBatch[]>()
  if (models.length === 0) return found
  const { rows } = await sql<FailedBatch & { model: string }>`
    select model, number, batch, serial_prefix as "serialPrefix", serial_from as "serialFrom", serial_to as "serialTo"
      from (select distinct on (model, batch) * from sampling
             where county = ${county} and model = any(${[...new Set(models)]}::uuid[])
             order by model, batch, number desc) as latest
     where not passed
     order by number`.execute(db)
  for (const { model, ...batch } of rows) gather(found, model, batch)
  return found
}

function gather<T>(into: Map<string, T[]>, key: string, one: T): void {
  const there = into.get(key)
  if (there) there.push(one)
  else into.set(key, [one])
}
