import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'

export interface LotState {
  id: string
  code: string
  name: string
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
    .select(['id', 'code', 'name', 'contractor', 'supervisor', 'unit_price_fen', 'awarded_on'])
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

export interface ModelState {
  id: string
  maker: string
  model: string
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
    .select(['id', 'maker', 'model', 'heating_watts', 'serial_prefix', 'admitted_on'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map(({ heating_watts, serial_prefix, admitted_on, ...model }) => [
      model.id,
      { ...model, heatingWatts: heating_watts, serialPrefix: serial_prefix, admittedOn: admitted_on },
    ]),
  )
}
