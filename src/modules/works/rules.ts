import type { z } from 'zod'
import type { EvidenceRef } from '../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../kernel/act/refusal.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { blockingFailures, type ChecklistAnswer, gapsIn, tooFewPhotos } from '../../kernel/pack/checklist.ts'
import type { Checklist } from '../../kernel/pack/schema.ts'
import { measuredWorks, type Pack, parameter } from '../../kernel/pack/pack.ts'
import { isAtLeast } from '../households/stages.ts'
import type { HomeState } from '../households/public.ts'
import type { LotLine, LotState, ModelState } from '../suppliers/public.ts'
import { newDeviceRefusals } from '../suppliers/rules/devices.ts'
import type { Firm } from '../suppliers/rules/firms.ts'
import { barRefusals } from '../suppliers/rules/negative-list.ts'
import { type CrewDemand, crewDemands, crewRefusals } from '../workers/rules/workers.ts'
import type { DeviceEntry, SelfCheckHome } from './model.ts'

/** The policy in force and the day. */
export interface AsOf {
  pack: Pack
  today: Day
}

export interface AssignFacts {
  code: string
  kind: 'urban' | 'rural'
  line: LotLine
  route: string | null
  demolitionPlanned: boolean | null
  /** The village's, of this line. */
  lot: LotState | undefined
  /** Confirmed homes of the line that have not ended and have no contractor yet. */
  waiting: readonly string[]
  /** The lot's two firms. */
  firms: readonly Firm[]
}

const barred = (firm: Firm | undefined, { pack, today }: AsOf): Refusal[] =>
  firm ? barRefusals('firm.barred', firm.name, firm.bars, pack, today) : []

/**
 * A whole village goes to one firm a line of work; machines by its one route (§4.1a), only homes of the confirmed
 * register (§3.1.3d), and to nobody on the negative list (§3.1.2).
 */
export function mayAssign(facts: AssignFacts, asOf: AsOf): Refusal[] {
  const refusals: Refusal[] = []
  if (facts.demolitionPlanned === true) refusals.push(refuse('village.to-be-demolished', ['§4.1b']))
  const isMeasured = measuredWorks(asOf.pack, { line: facts.line, areaKind: facts.kind }) !== undefined
  if (facts.line === 'building' && !isMeasured)
    return [...refusals, refuse('village.line-not-built', ['§1.2', '§4.2'])]
  if (!isMeasured && facts.route === null) refusals.push(refuse('village.no-route', ['§4.1a', '§3.1.3b']))
  if (!facts.lot) refusals.push(refuse('village.no-lot', ['§3.2.0']))
  else if (facts.lot.awardedOn === null)
    refusals.push(refuse('lot.not-awarded', ['§3.2.0', '§4.2'], { lot: facts.lot.code }))
  refusals.push(...facts.firms.flatMap((firm) => barred(firm, asOf)))
  if (facts.waiting.length === 0) refusals.push(refuse('village.none-to-assign', ['§3.1.3d']))
  return refusals
}

export interface InstalledFacts {
  home: HomeState
  /** Serials now on record for this home, with their models. */
  devices: readonly DeviceEntry[]
  /** Of the serials asked for: those another home holds, or another home of the same submission takes. */
  takenSerials: ReadonlySet<string>
  /** The admitted models asked for, by id. */
  models: ReadonlyMap<string, ModelState>
  installedOn: Day | null
  contractor?: Firm | undefined
  /** The contractor's people on site of the home's lot on the day of the installation (§3.2.3). */
  people?: ReadonlySet<string> | undefined
}

const ended = ({ ended }: HomeState): Refusal[] =>
  ended === null ? [] : [refuse('home.ended', ['§3.1.3d'], { ended })]

/** A firm on the negative list builds nothing in, from the day it is there (§3.1.2). */
export function mayInstall({ home, contractor }: InstalledFacts, asOf: AsOf): Refusal[] {
  if (home.ended !== null) return ended(home)
  if (measuredWorks(asOf.pack, home)) return [refuse('home.made-of-parts', ['§1.2', '§4.2'])]
  return mayBegin({ home, contractor }, asOf)
}

/** Whatever is built in: once, in a home that was handed over, by a firm not on the negative list. */
export function mayBegin(
  { home, contractor }: Pick<InstalledFacts, 'home' | 'contractor'>,
  asOf: AsOf,
): Refusal[] {
  if (home.ended !== null) return ended(home)
  if (home.stage === 'assigned') return barred(contractor, asOf)
  return isAtLeast(home.stage, 'installed')
    ? [refuse('home.installed-already', ['§3.3.3'], { stage: home.stage })]
    : [refuse('home.not-assigned', ['§3.1.3d', '§4.1a'], { stage: home.stage })]
}

export function checkInstall(
  facts: InstalledFacts,
  devices: readonly DeviceEntry[],
  on: Day,
  asOf: AsOf,
  workers: readonly string[] = [],
): Refusal[] {
  return [...checkDevices(facts, devices, asOf), ...checkDay(facts, on, workers, asOf)]
}

/** Who built it and when. */
export function checkDay(
  facts: Pick<InstalledFacts, 'home' | 'people'>,
  on: Day,
  workers: readonly string[],
  { pack, today }: AsOf,
): Refusal[] {
  const refusals = crewRefusals(crewOf(facts, workers), crewDemand(pack, today))
  if (on > today) refusals.push(refuse('home.installed-in-future', ['§3.3.3'], { day: on, today }))
  const { confirmedOn } = facts.home
  if (confirmedOn !== null && on < confirmedOn)
    refusals.push(refuse('home.installed-before-confirmed', ['§3.1.3d'], { day: on, confirmedOn }))
  return refusals
}

/**
 * A serial names one machine in the county: a second home with it is refused without a word about the first.
 * More machines than the confirmed register has would be paid without having been screened; fewer are settled as
 * they are (§4.2), and the supervisor's count judges them.
 */
function checkDevices(
  { home, devices: present, takenSerials, models }: InstalledFacts,
  devices: readonly DeviceEntry[],
  { pack, today }: AsOf,
): Refusal[] {
  const refusals: Refusal[] = []
  const onRecord = new Set(present.map(key))
  const seen = new Set<string>()
  for (const { serial, model } of devices) {
    const admitted = models.get(model)
    if (!admitted) refusals.push(refuse('model.not-admitted', ['§3.1.2'], { serial }))
    else if (admitted.serialPrefix !== null && !serial.startsWith(admitted.serialPrefix))
      refusals.push(
        refuse('device.serial-of-other-model', ['§3.3.3'], {
          serial,
          model: `${admitted.maker} ${admitted.model}`,
          prefix: admitted.serialPrefix,
        }),
      )
    // A machine that hangs already is not built in anew.
    if (admitted && !onRecord.has(key({ serial, model })))
      refusals.push(...newDeviceRefusals(serial, admitted, pack, today))
    if (seen.has(serial)) refusals.push(refuse('device.serial-twice', ['§4.2'], { serial }))
    else if (takenSerials.has(serial))
      refusals.push(refuse('device.serial-used', ['§4.2', '§5.2'], { serial }))
    seen.add(serial)
  }
  if (home.wantedUnits !== null && devices.length > home.wantedUnits)
    refusals.push(
      refuse('home.too-many-units', ['§3.1.3d', '§4.2'], { units: devices.length, wanted: home.wantedUnits }),
    )
  return refusals
}

const crewOf = (
  { people = new Set<string>() }: Pick<InstalledFacts, 'people'>,
  workers: readonly string[],
) => ({
  hasPeople: people.size > 0,
  named: workers.length,
  strangers: workers.filter((worker) => !people.has(worker)).length,
})

function crewDemand(pack: Pack, today: Day): CrewDemand {
  const { value } = parameter(pack, 'site.crewNamed', today)
  const demand = crewDemands.find((each) => each === value)
  if (!demand)
    throw new Error(`Parameter 'site.crewNamed' is ${String(value)}, not one of ${crewDemands.join(', ')}.`)
  return demand
}

/** Who fitted a home may be named afterwards, and named anew where it was said wrongly. */
export function mayNameCrew({ home }: Pick<InstalledFacts, 'home'>): Refusal[] {
  if (home.ended !== null) return ended(home)
  return isAtLeast(home.stage, 'installed')
    ? []
    : [refuse('home.not-installed', ['§3.3.3'], { stage: home.stage })]
}

export const checkNamedCrew = (
  facts: Pick<InstalledFacts, 'people'>,
  workers: readonly string[],
): Refusal[] => crewRefusals(crewOf(facts, workers), 'everybody')

export function mayCorrectDevices({ home }: InstalledFacts, { pack }: Pick<AsOf, 'pack'>): Refusal[] {
  return home.ended === null && measuredWorks(pack, home)
    ? [refuse('home.made-of-parts', ['§1.2', '§4.2'])]
    : mayCorrect({ home })
}

/** From the supervisor's passed visit on what is there stands as seen; another visit reopens it (§3.3.4). */
export function mayCorrect({ home }: Pick<InstalledFacts, 'home'>): Refusal[] {
  if (home.ended !== null) return ended(home)
  if (home.stage === 'installed' || home.stage === 'self-checked') return []
  return isAtLeast(home.stage, 'inspected')
    ? [refuse('home.inspected-already', ['§3.3.4'], { stage: home.stage })]
    : [refuse('home.not-installed', ['§3.3.3'], { stage: home.stage })]
}

const key = ({ serial, model }: DeviceEntry) => `${serial} ${model}`

/** What leaves and what joins the record when the machines of a home become `wanted`. */
export function deviceChanges(present: readonly DeviceEntry[], wanted: readonly DeviceEntry[]) {
  const now = new Set(present.map(key))
  const then = new Set(wanted.map(key))
  return {
    removed: present.filter((device) => !then.has(key(device))),
    added: wanted.filter((device) => !now.has(key(device))),
  }
}

export function checkCorrection(
  facts: InstalledFacts,
  devices: readonly DeviceEntry[],
  asOf: AsOf,
): Refusal[] {
  const refusals = checkDevices(facts, devices, asOf)
  const { removed, added } = deviceChanges(facts.devices, devices)
  if (removed.length === 0 && added.length === 0) refusals.push(refuse('device.nothing-changed', ['§3.3.3']))
  return refusals
}

export function maySelfCheck({ home }: InstalledFacts): Refusal[] {
  if (home.ended !== null) return ended(home)
  if (home.stage === 'installed') return []
  return isAtLeast(home.stage, 'self-checked')
    ? [refuse('home.self-checked-already', ['§3.3.3'], { stage: home.stage })]
    : [refuse('home.not-installed', ['§3.3.3'], { stage: home.stage })]
}

/** §3.3.3: only a home that passes the firm's own check goes to the supervisor; each failed item is named. */
export function checkSelfCheck(
  facts: InstalledFacts,
  input: z.output<typeof SelfCheckHome> & { checkedOn: Day },
  evidence: readonly EvidenceRef[],
  checklist: Checklist,
  leastPhotos: number,
  today: Day,
): Refusal[] {
  const refusals = [
    ...gapsIn(checklist, input.items, evidence, {
      machines: facts.devices.length,
      commitment: facts.home.committed,
    }),
    ...failures(checklist, input.items),
    ...tooFewPhotos(checklist, evidence, leastPhotos),
  ]
  if (input.checkedOn > today)
    refusals.push(refuse('home.checked-in-future', ['§3.3.3'], { day: input.checkedOn, today }))
  if (facts.installedOn !== null && input.checkedOn < facts.installedOn)
    refusals.push(
      refuse('home.checked-before-installed', ['§3.3.3'], {
        day: input.checkedOn,
        installedOn: facts.installedOn,
      }),
    )
  return refusals
}

/** Machines of a home that left, with the day their return was opened. */
export interface ReturnFacts {
  openedOn: Day | undefined
}

export const mayReturn = ({ openedOn }: ReturnFacts): Refusal[] =>
  openedOn === undefined ? [refuse('device.nothing-to-return', ['§4.2'])] : []

export const checkReturned = ({ openedOn }: ReturnFacts, on: Day, today: Day): Refusal[] => [
  ...(on > today ? [refuse('day.in-future', ['§4.2'], { day: on })] : []),
  ...(openedOn !== undefined && on < openedOn
    ? [refuse('device.returned-too-early', ['§4.2'], { day: on, openedOn })]
    : []),
]

const failures = (checklist: Checklist, answers: readonly ChecklistAnswer[]): Refusal[] =>
  blockingFailures(checklist, answers).map(({ id, label, clauses }) =>
    refuse('checklist.item-failed', clauses, { item: id, label: label.zh, labelEn: label.en }),
  )
