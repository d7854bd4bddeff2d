import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { Refusal } from '../../kernel/act/refusal.ts'
import { barsOf, failedBatches, loadFirms, papersOf } from './firm-facts.ts'
import type { ModelStanding } from './rules/devices.ts'
import type { Firm } from './rules/firms.ts'
import { stoppedRefusals } from './rules/sampling.ts'
import type { LotLine } from './model.ts'

export type { LotLine }
export { closeLots, type Closing, closingsOf, type ContractTerms, termsOf } from './contracts.ts'
export { isRunningOut } from './running-out.ts'

/** Firms with their admissions and entries of the negative list; `rules/` tells what these stand against. */
export const findFirms = (db: ReadDb, county: number, ids: readonly string[]): Promise<Map<string, Firm>> =>
  loadFirms(db, county, ids)

export interface LotState {
  id: string
  code: string
  name: string
  line: LotLine
  /** Null, together with the three that follow, until the lot is awarded. */
  contractor: string | null
  supervisor: string | null
  unitPriceFen: number | null
  awardedOn: Day | null
}

export async function findLots(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, LotState>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('lot')
    .select(['id', 'code', 'name', 'line', 'contractor', 'supervisor', 'unit_price_fen', 'awarded_on'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map(({ unit_price_fen, awarded_on, ...lot }) => [
      lot.id,
      { ...lot, unitPriceFen: unit_price_fen, awardedOn: awarded_on },
    ]),
  )
}

export interface ModelState extends ModelStanding {
  id: string
  heatingWatts: number
  serialPrefix: string | null
  admittedOn: Day
}

export async function findModels(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, ModelState>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('equipment_model')
    .select(['id', 'firm', 'maker', 'model', 'heating_watts', 'serial_prefix', 'admitted_on'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const models = rows.map(({ id }) => id)
  const bars = await barsOf(db, county, 'model', models)
  const makerBars = await barsOf(
    db,
    county,
    'firm',
    rows.flatMap(({ firm }) => firm ?? []),
  )
  const papers = await papersOf(db, county, 'model', models)
  const failed = await failedBatches(db, county, models)
  return new Map(
    rows.map(({ firm, heating_watts, serial_prefix, admitted_on, ...model }) => [
      model.id,
      {
        ...model,
        heatingWatts: heating_watts,
        serialPrefix: serial_prefix,
        admittedOn: admitted_on,
        bars: bars.get(model.id) ?? [],
        makerBars: (firm && makerBars.get(firm)) || [],
        papers: papers.get(model.id) ?? [],
        failed: failed.get(model.id) ?? [],
      },
    ]),
  )
}

/** The refusals of machines that belong to a batch market regulation has stopped (§A.6). */
export async function findStopped(
  db: ReadDb,
  county: number,
  devices: readonly { serial: string; model: string }[],
): Promise<(device: { serial: string; model: string }) => Refusal[]> {
  const failed = await failedBatches(
    db,
    county,
    devices.map(({ model }) => model),
  )
  return ({ serial, model }) => stoppedRefusals(serial, failed.get(model) ?? [])
}
