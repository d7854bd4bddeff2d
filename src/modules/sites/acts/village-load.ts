import type { ReadDb } from '../../../kernel/database/database.ts'
import { findLots } from '../../suppliers/public.ts'
import { findVillages } from '../../villages/public.ts'
import type { VillageOnSite } from '../rules/matters.ts'

/** The village of each item, with who builds and who watches there. */
export async function loadVillages(
  db: ReadDb,
  county: number,
  items: readonly { subject: string }[],
): Promise<(VillageOnSite | undefined)[]> {
  const villages = await findVillages(
    db,
    county,
    items.map(({ subject }) => subject),
  )
  const lots = await findLots(
    db,
    county,
    [...villages.values()].flatMap(({ lot }) => lot ?? []),
  )
  return items.map(({ subject }) => {
    const village = villages.get(subject)
    const lot = village?.lot ? lots.get(village.lot) : undefined
    return (
      village && {
        code: village.code,
        lotId: village.lot,
        contractor: lot?.contractor ?? null,
        supervisor: lot?.supervisor ?? null,
      }
    )
  })
}

export const villagePlace = ({ code, contractor, supervisor }: VillageOnSite) => ({
  area: code,
  organisations: [contractor, supervisor],
})
