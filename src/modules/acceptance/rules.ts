import type { z } from 'zod'
import type { EvidenceRef } from '../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../kernel/act/refusal.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { blockingFailures, gapsIn, type OnRecord, tooFewPhotos } from '../../kernel/pack/checklist.ts'
import type { Checklist } from '../../kernel/pack/schema.ts'
import type { HomeState } from '../households/public.ts'
import { isAtLeast } from '../households/stages.ts'
import { partFindings, partGaps, type RecordedPart } from './rules/parts.ts'
import type { Finding, InspectHome, Level, SampleLevel, SignOff } from './model.ts'

/** A person who acts, and the firm they work for. */
export interface Person {
  id: string
  organisation?: string | undefined
}

export interface AcceptanceFacts {
  home: HomeState
  /** Serials of the machines on record. */
  serials: readonly string[]
  installedBy: string | null
  selfCheckedOn: Day | null
  selfCheckedBy: string | null
  /** Who ran the commissioning that stands, and whether it passed; null without one. */
  commissioning: { runBy: string; passed: boolean } | null
  /** The latest visit; an earlier one counts no more. */
  visit: {
    id: string
    passed: boolean
    inspector: string
    visitedOn: Day
    parts?: readonly { part: string; areaM2: number }[]
  } | null
  /** Who signed off the latest visit, by level. */
  signedBy: Partial<Record<Level, string>>
  /** Everybody who ever visited or signed for the home. */
  visitors: readonly string[]
  /** Who ever checked it in a sample, by level. */
  samplers: Partial<Record<SampleLevel, readonly string[]>>
  /** The measured parts on record; undefined of a home that is built with machines (§1.2). */
  parts?: readonly RecordedPart[] | undefined
  /** Machines on record that belong to a batch market regulation has stopped (§A.6). */
  stopped: readonly Refusal[]
}

const everySampler = ({ samplers }: AcceptanceFacts): string[] => Object.values(samplers).flat()

export const ended = ({ ended }: HomeState): Refusal[] =>
  ended === null ? [] : [refuse('home.ended', ['§3.1.3d'], { ended })]

/** After the firm's own check; again while nobody but the supervisor has judged, as when a machine was replaced. */
export function mayInspect(facts: AcceptanceFacts, person: Person): Refusal[] {
  const { home, installedBy, selfCheckedBy } = facts
  const refusals = ended(home)
  if (isAtLeast(home.stage, 'accepted'))
    refusals.push(refuse('home.accepted-already', ['§3.3.4'], { stage: home.stage }))
  else if (!isAtLeast(home.stage, 'self-checked'))
    refusals.push(refuse('home.not-self-checked', ['§3.3.3'], { stage: home.stage }))
  if (
    [installedBy, selfCheckedBy, facts.commissioning?.runBy ?? null, ...everySampler(facts)].includes(
      person.id,
    )
  )
    refusals.push(refuse('person.worked-here', ['§3.3.4', '§5.2']))
  return refusals
}

/** What keeps a visit from passing: failed blocking items (§3.3.2c), and machines that differ from the record. */
export function findingsOf(
  facts: Pick<AcceptanceFacts, 'serials' | 'parts'>,
  input: Pick<z.output<typeof InspectHome>, 'items' | 'serials' | 'parts'>,
  checklist: Checklist,
  /** Of a sample: by how much a measure may fall short of what was accepted. */
  tolerancePercent?: number,
): Finding[] {
  if (facts.parts)
    return [
      ...failedItems(checklist, input),
      ...partFindings(facts.parts, input.parts ?? [], tolerancePercent),
    ]
  const seen = new Set(input.serials)
  const recorded = new Set(facts.serials)
  return [
    ...failedItems(checklist, input),
    ...(recorded.size === 0 ? [{ kind: 'no-machine' as const, of: '' }] : []),
    ...[...seen].filter((s) => !recorded.has(s)).map((of) => ({ kind: 'serial-not-on-record' as const, of })),
    ...[...recorded].filter((s) => !seen.has(s)).map((of) => ({ kind: 'serial-not-seen' as const, of })),
  ]
}

const failedItems = (
  checklist: Checklist,
  { items }: Pick<z.output<typeof InspectHome>, 'items'>,
): Finding[] => blockingFailures(checklist, items).map(({ id }) => ({ kind: 'item', of: id }))

/** A home without machines is no matter of counting. */
const onRecord = ({ serials, home }: AcceptanceFacts): OnRecord => ({
  ...(serials.length > 0 && { machines: serials.length }),
  commitment: home.committed,
})

export function checkInspection(
  facts: AcceptanceFacts,
  input: z.output<typeof InspectHome> & { visitedOn: Day },
  evidence: readonly EvidenceRef[],
  checklist: Checklist,
  leastPhotos: number,
  today: Day,
  commissioningAsked = false,
  tolerancePercent?: number,
): Refusal[] {
  const refusals = gapsIn(checklist, input.items, evidence, onRecord(facts))
  refusals.push(...ofOtherMake(facts, input))
  if (facts.parts)
    refusals.push(...partGaps(facts.parts, input.parts ?? [], { isSample: tolerancePercent !== undefined }))
  for (const serial of new Set(input.serials.filter((s, i) => input.serials.indexOf(s) < i)))
    refusals.push(refuse('device.serial-twice', ['§4.2'], { serial }))
  // What is found wrong can be recorded at any time; what passes needs all its proof.
  if (findingsOf(facts, input, checklist, tolerancePercent).length === 0) {
    refusals.push(...tooFewPhotos(checklist, evidence, leastPhotos))
    // Nothing runs in a home built of measured parts.
    if (commissioningAsked && !facts.parts && !facts.commissioning?.passed)
      refusals.push(refuse('home.not-commissioned', ['§3.3.1']))
  }
  if (input.visitedOn > today)
    refusals.push(refuse('home.visited-in-future', ['§3.3.4'], { day: input.visitedOn, today }))
  if (facts.selfCheckedOn !== null && input.visitedOn < facts.selfCheckedOn)
    refusals.push(
      refuse('home.visited-before-self-check', ['§3.3.3'], {
        day: input.visitedOn,
        selfCheckedOn: facts.selfCheckedOn,
      }),
    )
  return refusals
}

const ofOtherMake = (
  { parts }: Pick<AcceptanceFacts, 'parts'>,
  input: Pick<z.output<typeof InspectHome>, 'serials' | 'parts'>,
): Refusal[] => {
  if (parts && input.serials.length > 0) return [refuse('home.made-of-parts', ['§1.2', '§4.2'])]
  return !parts && input.parts?.length ? [refuse('home.made-of-machines', ['§3.3.3'])] : []
}

/** Nobody of the two firms judges their work for town, village or county. */
export const ofTheFirms = (home: HomeState, { organisation }: Person): Refusal[] =>
  organisation !== undefined && [home.contractor, home.supervisor].includes(organisation)
    ? [refuse('person.of-the-firm', ['§3.3.2a', '§5.2'])]
    : []

/**
 * Village and town sign what the supervisor found good; four different people stand behind an accepted home, and
 * nobody of the firms is among the two who sign (§3.3.2a, §5.2).
 */
export function maySignOff(facts: AcceptanceFacts, level: Level, person: Person): Refusal[] {
  const { home, visit, signedBy } = facts
  const refusals = ended(home)
  if (isAtLeast(home.stage, 'accepted'))
    refusals.push(refuse('home.accepted-already', ['§3.3.4'], { stage: home.stage }))
  else if (home.stage !== 'inspected' || !visit?.passed)
    refusals.push(refuse('home.not-inspected', ['§3.3.4'], { stage: home.stage }))
  else if (signedBy[level] !== undefined)
    refusals.push(refuse('home.signed-off-already', ['§3.3.2a'], { level }))
  if (
    [
      facts.installedBy,
      facts.selfCheckedBy,
      facts.commissioning?.runBy ?? null,
      visit?.inspector ?? null,
      ...everySampler(facts),
    ].includes(person.id)
  )
    refusals.push(refuse('person.worked-here', ['§3.3.2a', '§5.2']))
  refusals.push(...ofTheFirms(home, person))
  refusals.push(...facts.stopped)
  const other = level === 'village' ? signedBy.town : signedBy.village
  if (other === person.id) refusals.push(refuse('person.signed-other-level', ['§3.3.2a', '§5.2'], { level }))
  return refusals
}

export function checkSignOff(
  facts: AcceptanceFacts,
  input: z.output<typeof SignOff>,
  evidence: readonly EvidenceRef[],
  checklist: Checklist,
): Refusal[] {
  return [
    ...gapsIn(checklist, input.items, evidence, onRecord(facts)),
    ...blockingFailures(checklist, input.items).map(({ id, label, clauses }) =>
      refuse('checklist.item-failed', clauses, { item: id, label: label.zh, labelEn: label.en }),
    ),
  ]
}

/** A home is accepted once the other level has signed as well. */
export const completes = ({ signedBy }: AcceptanceFacts, level: Level): boolean =>
  signedBy[level === 'village' ? 'town' : 'village'] !== undefined
