import type { EvidenceRef } from '../../src/kernel/act/define.ts'
import type { Receipt } from '../../src/kernel/act/perform.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { getChecklist } from '../../src/kernel/pack/checklist.ts'
import { aSignOff, aVisit } from '../../src/modules/acceptance/samples.ts'
import { aLot, anAward } from '../../src/modules/suppliers/samples.ts'
import { aFilledChecklist, anInstallation, aSerial } from '../../src/modules/works/samples.ts'
import { admittedFirms } from './admitted-firms.ts'
import { examine } from '../../src/server/examiner.ts'
import { decideRoute } from './decide-route.ts'
import { confirmedHomes } from './confirmed-homes.ts'
import { area, county as countyId, type TestCounty } from './county.ts'

let serials = 0

/**
 * The way of homes from confirmation to acceptance, walked through the door by the people it belongs to. One lot, with
 * the county's first contractor and supervisor, holds the village 甲村.
 */
export async function aBuildRoad(county: TestCounty) {
  const { actors, organisations } = county
  const lot = aLot({ code: `R-${newId().slice(-6)}` })
  const firms = await admittedFirms(county)
  const model = firms.model({ model: `RF-${newId().slice(-6)}` })
  /** Nobody's before: a photograph is of one home and one step. */
  const newPhotos = (count: number) =>
    Promise.all(Array.from({ length: count }, () => county.evidence('photo')))
  const photos = await newPhotos(5)
  const paper = [await county.evidence('document')]
  const pack = await county.program.packs.inForce(countyId)
  const { rows } = await county.ask<{ rows: { id: string; code: string }[] }>(
    actors.bureauOfficer,
    'village.list',
  )
  const village = rows.find(({ code }) => code === area.village)?.id ?? ''

  await county.done(actors.bureauOfficer, 'lot.open', lot)
  await county.done(
    actors.bureauOfficer,
    'lot.award',
    anAward({ lot: lot.id, contractor: organisations.contractor, supervisor: organisations.supervisor }),
    paper,
  )
  await county.done(actors.bureauOfficer, 'equipment.admit', model, [firms.paper])
  await decideRoute(county, actors.townOfficer, village)
  await county.done(actors.bureauOfficer, 'village.join-lot', { village, lot: lot.id })

  const filled = (
    checklist: string,
    failed?: readonly string[],
    machines = 1,
    shown: readonly EvidenceRef[] = photos,
  ) =>
    aFilledChecklist(
      getChecklist(pack, checklist),
      shown.map(({ digest }) => digest),
      failed,
      machines,
    )
  const device = () => ({ serial: aSerial(++serials), model: model.id })

  const road = {
    village,
    lot: lot.id,
    model: model.id,
    photos: photos as EvidenceRef[],
    newPhotos: newPhotos as (count: number) => Promise<EvidenceRef[]>,
    filled,
    device,
    /** Serials of the machines put into a home by `install`. */
    machines: new Map<string, string[]>(),
    /** Confirmed homes of the village, handed over to the contractor. */
    async assigned(count: number, wantedUnits: number | null = 2): Promise<string[]> {
      const homes = await confirmedHomes(county, { village: area.village, count, wantedUnits })
      await county.done(actors.bureauOfficer, 'village.assign', { village })
      return homes
    },
    async install(home: string, units = 1): Promise<void> {
      const devices = Array.from({ length: units }, device)
      road.machines.set(
        home,
        devices.map(({ serial }) => serial),
      )
      const input = anInstallation({ home, devices })
      await county.done(actors.contractor, 'home.install', input, await newPhotos(1))
      await examine(county.program)
    },
    async selfCheck(home: string): Promise<void> {
      const shown = await newPhotos(3)
      const input = { home, checkedOn: '2023-08-03', items: filled('self-check', undefined, 1, shown) }
      await county.done(actors.contractor, 'home.self-check', input, shown)
      await examine(county.program)
    },
    async visit(home: string, given: { failed?: string[]; serials?: string[] } = {}): Promise<Receipt> {
      const shown = await newPhotos(4)
      const input = aVisit({
        home,
        items: filled('in-home', given.failed, road.machines.get(home)?.length, shown),
        serials: given.serials ?? road.machines.get(home) ?? [],
      })
      const receipt = await county.done(actors.supervisor, 'home.inspect', input, shown)
      await examine(county.program)
      return receipt
    },
    signOffVillage: (home: string) =>
      county.done(actors.cadre, 'home.sign-off-village', aSignOff({ home, items: filled('sign-off') })),
    signOffTown: (home: string) =>
      county.done(actors.townReviewer, 'home.sign-off-town', aSignOff({ home, items: filled('sign-off') })),
    /** A home all the way to acceptance, with one machine unless told otherwise. */
    async accept(home: string, units = 1): Promise<void> {
      await road.install(home, units)
      await road.selfCheck(home)
      await road.visit(home)
      await road.signOffVillage(home)
      await road.signOffTown(home)
    },
  }
  return road
}

export type BuildRoad = Awaited<ReturnType<typeof aBuildRoad>>
