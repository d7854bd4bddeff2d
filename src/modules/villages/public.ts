import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { LotLine } from '../suppliers/public.ts'

export { loadVillages } from './acts/village-facts.ts'
export { townsOfArea, villagesOfArea, withdrawnVillages } from './area-villages.ts'

export interface VillageStateRow {
  id: string
  /** The 12-digit area code, by which homes name their village. */
  code: string
  town: string
  name: string
  kind: 'urban' | 'rural'
  /** Null while nobody said. */
  demolitionPlanned: boolean | null
  /** The list that made the mark; null where it was made by hand. */
  demolitionList: { id: string; kind: 'demolition'; asOf: Day } | null
  route: string | null
  routeDecidedOn: Day | null
  /** Of the heating line. */
  lot: string | null
  /** At most one of each line of work (§3.2.0). */
  lots: Readonly<Record<LotLine, string | null>>
}

/** Villages by id or by 12-digit code, keyed by what was asked. */
export async function findVillages(
  db: ReadDb,
  county: number,
  idsOrCodes: readonly string[],
): Promise<Map<string, VillageStateRow>> {
  if (idsOrCodes.length === 0) return new Map()
  const wanted = [...new Set(idsOrCodes)]
  const codes = wanted.filter((key) => /^\d{12}$/.test(key))
  const ids = wanted.filter((key) => !/^\d{12}$/.test(key))
  const rows = await db
    .selectFrom('village')
    .select([
      'id',
      'code',
      'town',
      'name',
      'kind',
      'demolition_planned as demolitionPlanned',
      'route',
      'route_decided_on as routeDecidedOn',
      'lot',
      'building_lot as buildingLot',
      'demolition_source as demolitionSource',
      'demolition_as_of as demolitionAsOf',
    ])
    .where('county', '=', county)
    .where((eb) =>
      eb.or([
        ...(ids.length ? [eb('id', 'in', ids)] : []),
        ...(codes.length ? [eb('code', 'in', codes)] : []),
      ]),
    )
    .execute()
  const found = rows.map(
    ({ demolitionSource: id, demolitionAsOf: asOf, buildingLot, ...row }): VillageStateRow => ({
      ...row,
      lots: { heating: row.lot, building: buildingLot },
      demolitionList: id && asOf ? { id, kind: 'demolition', asOf } : null,
    }),
  )
  const asked = new Set(wanted)
  return new Map(
    found.flatMap((row) => [row.id, row.code].filter((key) => asked.has(key)).map((key) => [key, row])),
  )
}
