import type { EvidenceRef } from '../../src/kernel/act/define.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { getChecklist } from '../../src/kernel/pack/checklist.ts'
import { aFilledChecklist, someParts } from '../../src/modules/works/samples.ts'
import { examine } from '../../src/server/examiner.ts'
import { aSignOff, aVisit } from '../../src/modules/acceptance/samples.ts'
import { aLot, anAward } from '../../src/modules/suppliers/samples.ts'
import { admittedFirms } from './admitted-firms.ts'
import { confirmedHomes } from './confirmed-homes.ts'
import { area, county as countyId, type TestCounty } from './county.ts'

interface SeenPart {
  part: string
  areaM2: number
}

/** What `someParts` puts on record. */
export const builtParts: readonly SeenPart[] = [
  { part: 'wall', areaM2: 62.5 },
  { part: 'window', areaM2: 8.4 },
]

/**
 * The way of homes of the building line in 甲村, by the people it belongs to. Its lot is of the county's first contractor
 * and supervisor; the village has no route and needs none.
 */
export async function aBuildingRoad(county: TestCounty) {
  const { actors, organisations } = county
  const lot = aLot({ code: `B-${newId().slice(-6)}`, line: 'building' })
  await admittedFirms(county)
  const paper: EvidenceRef[] = [await county.evidence('document')]
  const { rows } = await county.ask<{ rows: { id: string; code: string }[] }>(
    actors.bureauOfficer,
    'village.list',
  )
  const village = rows.find(({ code }) => code === area.village)?.id ?? ''
  await county.done(actors.bureauOfficer, 'lot.open', lot)
  await county.done(
    actors.bureauOfficer,
    'lot.award',
    anAward({
      lot: lot.id,
      contractor: organisations.contractor,
      supervisor: organisations.supervisor,
      unitPriceFen: 12_000,
    }),
    paper,
  )
  await county.done(actors.bureauOfficer, 'village.join-lot', { village, lot: lot.id })

  const pack = await county.program.packs.inForce(countyId)
  const newPhotos = (count: number): Promise<EvidenceRef[]> =>
    Promise.all(Array.from({ length: count }, () => county.evidence('photo')))

  const road = {
    village,
    lot: lot.id,
    newPhotos,
    /** The line's own list, every item passed. */
    filled: (shown: readonly EvidenceRef[], failed?: readonly string[]) =>
      aFilledChecklist(
        getChecklist(pack, 'building-rural-acceptance'),
        shown.map(({ digest }) => digest),
        failed,
      ),
    /** An input and its evidence: certificate, one photograph before and one after. */
    async installation(home: string, parts?: Parameters<typeof someParts>[0]['parts']) {
      const [before, after] = await newPhotos(2)
      const certificate = await county.evidence('document')
      if (!before || !after) throw new Error('Two photographs were asked for.')
      const input = someParts({
        home,
        certificate: certificate.digest,
        before: [before.digest],
        after: [after.digest],
        ...(parts && { parts }),
      })
      return { input, evidence: [before, after, certificate] }
    },
    async install(home: string, parts?: Parameters<typeof someParts>[0]['parts']): Promise<void> {
      const { input, evidence } = await road.installation(home, parts)
      await county.done(actors.contractor, 'home.install-parts', input, evidence)
      await examine(county.program)
    },
    async selfCheck(home: string): Promise<void> {
      const shown = await newPhotos(3)
      const input = { home, checkedOn: '2023-08-03', items: road.filled(shown) }
      await county.done(actors.contractor, 'home.self-check', input, shown)
      await examine(county.program)
    },
    /** Confirmed homes of the line, handed over to the contractor. */
    async assigned(count: number): Promise<string[]> {
      const homes = await confirmedHomes(county, { village: area.village, count, line: 'building' })
      await county.done(actors.bureauOfficer, 'village.assign', { village, line: 'building' })
      return homes
    },
    /** A supervisor's visit that finds what is on record, unless told otherwise. */
    async visit(home: string, seen: readonly SeenPart[] = builtParts, failed?: readonly string[]) {
      const shown = await newPhotos(4)
      const input = aVisit({ home, items: road.filled(shown, failed), serials: [], parts: [...seen] })
      const receipt = await county.done(actors.supervisor, 'home.inspect', input, shown)
      await examine(county.program)
      return receipt
    },
    signOffVillage: (home: string) => county.done(actors.cadre, 'home.sign-off-village', road.signOff(home)),
    signOffTown: (home: string) => county.done(actors.townReviewer, 'home.sign-off-town', road.signOff(home)),
    signOff: (home: string) =>
      aSignOff({
        home,
        items: aFilledChecklist(getChecklist(pack, 'sign-off'), []),
      }),
    /** All the way to acceptance, with what the supervisor measured. */
    async accept(home: string, seen?: readonly SeenPart[]): Promise<void> {
      await road.install(home)
      await road.selfCheck(home)
      await road.visit(home, seen)
      await road.signOffVillage(home)
      await road.signOffTown(home)
    },
  }
  return road
}

export type BuildingRoad = Awaited<ReturnType<typeof aBuildingRoad>>
