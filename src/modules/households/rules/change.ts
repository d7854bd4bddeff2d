import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { amount, lineOfWork, type Pack, parameter, targetOf } from '../../../kernel/pack/pack.ts'
import type { ChangeTerms } from '../../../kernel/pack/schema.ts'
import {
  type AskChange,
  type AskedKind,
  fieldsOfKind,
  isLeaving,
  isRewriting,
  type ChangeState,
  type LeavingKind,
  mayLieBefore,
  neededFields,
} from '../model/change.ts'
import type { HomeFields } from '../model/fields.ts'
import type { HomeChanges } from '../model/register.ts'
import { isAtLeast, type Stage } from '../stages.ts'
import { changedFields, corrected, type HomeOnTheRoad, mayChange, normalised } from './application.ts'
import { mayHaveArea, type OfLine } from './line-area.ts'

const clauses = ['§3.1.3d', '§A.2']

export interface HomeToChange extends HomeOnTheRoad, OfLine {
  answer: 'yes' | 'no' | 'unknown'
  /** The register of its village and line is locked: its first home is confirmed. */
  locked: boolean
  /** It came in by an approved change and waits for its notice. */
  admitted: boolean
  /** The number of the change about it that is asked for and not decided. */
  asked: number | null
  /** Homes of its line and kind of area that are confirmed, or on their way there by an approved change. */
  taken: number
  appliedOn: Day
  /** By which approved change it left, and where the home stands that came in for it. */
  departure: Departure | null
}

export interface Departure {
  kind: LeavingKind
  enters: ChangeToUndo['enters']
}

/** A home of a locked village that is screened yes and that nobody has taken in yet. */
const isWaiting = (home: Pick<HomeToChange, 'stage' | 'ended' | 'answer' | 'locked' | 'admitted'>): boolean =>
  home.ended === null && home.stage === 'screened' && home.answer === 'yes' && home.locked && !home.admitted

export const termsOf = (pack: Pack, kind: ChangeTerms['id']): ChangeTerms | undefined =>
  pack.changes.find(({ id }) => id === kind)

/** Which kinds of change the pack knows for a home that stands so. */
export function kindsFor(home: HomeToChange, pack: Pack): AskedKind[] {
  const known = pack.changes.flatMap(({ id }) => (id === 'replace' ? [] : [id]))
  if (home.ended !== null) return isBackOnlyByChange(home) ? known.filter((kind) => kind === 'return') : []
  if (isAtLeast(home.stage, 'confirmed')) return known.filter((kind) => kind !== 'add' && kind !== 'return')
  return isWaiting(home) ? known.filter((kind) => kind === 'add') : []
}

/** A departure by mistake is undone while it can be; then the home comes back by a change that is asked for (§3.1.3d). */
const isBackOnlyByChange = (home: HomeToChange): boolean =>
  home.departure !== null && undoing(home, home.departure).length > 0

const undoing = (home: HomeToChange, { kind, enters }: Departure): Refusal[] =>
  mayUndoChange({ state: 'approved', kind, home, enters })

/** Every reason why nothing of this home may change by request now. */
export function mayAskChange(home: HomeToChange, pack: Pack): Refusal[] {
  if (home.ended !== null && !home.departure) return mayChange(home)
  if (home.departure && !isBackOnlyByChange(home)) return [refuse('change.undo-instead', clauses)]
  if (home.asked !== null) return [refuse('change.asked-already', clauses, { number: home.asked })]
  if (kindsFor(home, pack).length > 0) return []
  if (home.departure || isAtLeast(home.stage, 'confirmed') || isWaiting(home))
    return [refuse('change.not-in-pack', clauses)]
  if (!home.locked) return [refuse('change.register-open', clauses, { stage: home.stage })]
  if (home.admitted || home.stage === 'noticed')
    return [refuse('change.on-its-way', clauses, { stage: home.stage })]
  return [refuse('change.not-waiting', clauses, { stage: home.stage, screened: home.answer })]
}

/** A waiting home that is to come in. */
export interface EnteringHome extends HomeToChange {
  id: string
  /** It stands on the list that may fill this place: of the same line, and of the village or town. */
  ofSameList: boolean
  /** Waiting homes before it in the order of application. */
  before: readonly string[]
}

/** §A.2: waiting homes come in in the order of application; to pass one over takes a reason that is kept. */
function mayEnter(home: EnteringHome, passedReason: string | undefined): Refusal[] {
  if (!isWaiting(home))
    return [refuse('change.not-waiting', clauses, { stage: home.stage, screened: home.answer })]
  if (!home.ofSameList) return [refuse('change.other-list', clauses)]
  return home.before.length > 0 && passedReason === undefined
    ? [refuse('change.passes-over', ['§A.2'], { count: home.before.length })]
    : []
}

/** Whether the target of a line and kind of area leaves room for a late addition; lines counted in m² have no places. */
export function roomFor(
  home: HomeToChange,
  pack: Pack,
  today: Day,
): { most: number; left: number } | undefined {
  const target = targetOf(pack, home.line, home.areaKind)
  if (!target || lineOfWork(pack, home)?.unit === 'm2') return undefined
  const over = amount(pack, 'change.mostOverTargetPercent', today)
  const most = Math.floor((target.count * (100 + over)) / 100)
  return { most, left: Math.max(0, most - home.taken) }
}

function isFull(home: HomeToChange, pack: Pack, today: Day): Refusal[] {
  const room = roomFor(home, pack, today)
  const unit = lineOfWork(pack, home)?.unitLabel
  return room && room.left === 0
    ? [
        refuse('change.target-full', home.line === 'heating' ? ['§1.1'] : ['§1.2'], {
          most: room.most,
          unit: unit?.zh ?? '',
          unitEn: unit?.en ?? '',
        }),
      ]
    : []
}

/** What a correction, a move or a succession would rewrite, and every reason against it. */
function mayRewrite(
  kind: AskedKind,
  home: OfLine & { fields: HomeFields },
  changes: HomeChanges,
  pack: Pack,
  today: Day,
): Refusal[] {
  const before = home.fields
  const { fields: after, refusals } = normalised(corrected(before, changes), today)
  const wrong = refusals.filter(({ facts }) => Object.hasOwn(changes, String(facts.field)))
  if (wrong.length > 0) return wrong
  const changed = changedFields(before, after)
  if (changed.length === 0) return [refuse('home.nothing-changed', ['§3.1.3d'])]
  const allowed = fieldsOfKind[kind]
  const foreign = allowed ? changed.filter((field) => !allowed.includes(field)) : []
  if (foreign.length > 0)
    return foreign.map((field) => refuse('change.field-of-other-kind', clauses, { kind, field }))
  if (changed.includes('buildingAreaM2')) {
    const implausible = mayHaveArea(pack, home, after)
    if (implausible.length > 0) return implausible
  }
  const lacksNeeded = neededFields[kind]?.some((field) => !changed.includes(field)) === true
  if (kind === 'succeed' && lacksNeeded) return [refuse('change.no-successor', ['§4.4'])]
  return kind === 'move' && lacksNeeded ? [refuse('change.no-new-address', ['§4.4'])] : []
}

function lackingPapers(
  wanted: readonly (ChangeTerms | undefined)[],
  papers: AskChange['papers'],
  evidence: readonly EvidenceRef[],
): Refusal[] {
  const attached = new Set(evidence.map(({ digest }) => digest))
  const given = new Set(papers.filter(({ digest }) => attached.has(digest)).map(({ paper }) => paper))
  return wanted.flatMap((terms) =>
    (terms?.papers ?? [])
      .filter(({ id, required }) => required && !given.has(id))
      .map(({ label }) =>
        refuse('change.paper-missing', terms?.clauses ?? clauses, { paper: label.zh, paperEn: label.en }),
      ),
  )
}

export interface AskedChange {
  kind: AskedKind
  enters?: EnteringHome | undefined
  passedReason?: string | undefined
  changes?: HomeChanges | undefined
}

/** What has to hold when a change is asked for, and still when it is approved. */
export function standsAgainst(
  home: HomeToChange & { fields: HomeFields },
  { kind, enters, passedReason, changes }: AskedChange,
  pack: Pack,
  today: Day,
): Refusal[] {
  if (!kindsFor(home, pack).includes(kind))
    return isAtLeast(home.stage, 'confirmed')
      ? [refuse('change.not-of-confirmed', clauses, { kind })]
      : [refuse('change.not-of-waiting', clauses, { kind })]
  if (kind === 'add') return [...isFull(home, pack, today), ...(enters ? mayEnter(enters, passedReason) : [])]
  if (kind === 'return') {
    if (changes) return [refuse('change.nothing-to-rewrite', clauses, { kind })]
    return enters ? [refuse('change.nobody-leaves', clauses, { kind })] : isFull(home, pack, today)
  }
  if (isLeaving(kind)) {
    if (changes) return [refuse('change.nothing-to-rewrite', clauses, { kind })]
    if (enters && !termsOf(pack, 'replace')) return [refuse('change.not-in-pack', clauses)]
    return enters ? mayEnter(enters, passedReason) : []
  }
  if (enters) return [refuse('change.nobody-leaves', clauses, { kind })]
  return changes
    ? mayRewrite(kind, home, changes, pack, today)
    : [refuse('home.nothing-changed', ['§3.1.3d'])]
}

export function checkAsking(
  home: HomeToChange & { fields: HomeFields },
  input: AskChange,
  entering: { named: boolean; home: EnteringHome | undefined },
  evidence: readonly EvidenceRef[],
  pack: Pack,
  today: Day,
): Refusal[] {
  if (entering.named && !entering.home) return [refuse('change.other-list', clauses)]
  const against = standsAgainst(home, { ...input, enters: entering.home }, pack, today)
  if (against.some(({ code }) => code.startsWith('change.not-of'))) return against
  const terms = [termsOf(pack, input.kind), ...(input.enters ? [termsOf(pack, 'replace')] : [])]
  return [
    ...against,
    ...(entering.home && entering.home.asked !== null && input.kind !== 'add'
      ? [refuse('change.enters-asked-already', clauses, { number: entering.home.asked })]
      : []),
    ...checkDay(home, input, today),
    ...lackingPapers(terms, input.papers, evidence),
    ...lackingProofOfDeath(home, input, pack, evidence),
  ]
}

/** The day it happened lies in the time of the application; only a death may lie before it, and is explained then. */
function checkDay(
  home: HomeToChange,
  { kind, happenedOn: day, explained }: AskChange,
  today: Day,
): Refusal[] {
  if (day > today) return [refuse('day.in-future', ['§3.1.3d'], { day })]
  if (day >= home.appliedOn || !(isLeaving(kind) || kind === 'move' || kind === 'succeed')) return []
  const facts = { day, appliedOn: home.appliedOn }
  if (!mayLieBefore(kind)) return [refuse(`change.before-application.${kind}`, ['§3.1.3d', '§4.1b'], facts)]
  return explained === undefined ? [refuse('change.died-before-application', ['§4.1b', '§4.4'], facts)] : []
}

/** Of a succession the proof of death is needed where the death is said to lie before the application. */
function lackingProofOfDeath(
  home: HomeToChange,
  { kind, happenedOn, papers }: AskChange,
  pack: Pack,
  evidence: readonly EvidenceRef[],
): Refusal[] {
  if (kind !== 'succeed' || happenedOn >= home.appliedOn) return []
  const terms = termsOf(pack, kind)
  const death = terms?.papers
    .filter(({ id }) => id === 'death')
    .map((paper) => ({ ...paper, required: true }))
  return terms && death ? lackingPapers([{ ...terms, papers: death }], papers, evidence) : []
}

export interface ChangeToDecide {
  state: ChangeState
  askedBy: string
}

/** Asked by one, decided by another (§5.2), once. */
export const mayDecideChange = ({ state }: ChangeToDecide): Refusal[] =>
  state === 'asked' ? [] : [refuse('change.decided-already', ['§3.1.3d'], { state })]

export const checkDecider = ({ askedBy }: ChangeToDecide, actor: string): Refusal[] =>
  askedBy === actor ? [refuse('change.same-person', ['§5.2'])] : []

export interface ChangeToUndo {
  state: ChangeState
  kind: AskedKind
  home: HomeOnTheRoad
  /** The home that came in: where it stands now. */
  enters: (HomeOnTheRoad & { admitted: boolean }) | null
}

/** A mistaken departure or addition is undone until something was built on it; what was rewritten is corrected. */
export function mayUndoChange({ state, kind, home, enters }: ChangeToUndo): Refusal[] {
  if (state !== 'approved') return [refuse('change.not-approved', ['§3.1.3d'], { state })]
  if (kind === 'return') return [refuse('change.leave-instead', ['§3.1.3d'])]
  if (!isLeaving(kind) && kind !== 'add') return [refuse('change.correct-instead', ['§3.1.3d'], { kind })]
  if (isLeaving(kind) && (home.ended === null || home.ended === 'revoked'))
    return [refuse('change.out-no-more', ['§3.1.3d'], { ended: home.ended ?? 'live' })]
  if (enters && !(enters.admitted && enters.stage === 'screened' && enters.ended === null))
    return [refuse('change.entered-already', clauses, { stage: enters.stage })]
  if (!isLeaving(kind)) return []
  return isAtLeast(home.stage, 'installed')
    ? [refuse('change.machines-followed', ['§4.2'], { stage: home.stage })]
    : []
}

/** How a home ends that leaves by a kind of change. */
export const endingOf = (kind: AskedKind): 'withdrawn' | 'refused' =>
  kind === 'refuse' ? 'refused' : 'withdrawn'

const consequences = [
  'home-ends',
  'home-gives-way',
  'enters-notice',
  'noticed-again',
  'noticed-back',
  'screened-again',
  'checked-again',
  'machines-back',
  'machines-stay',
  'comes-back',
  'money-resumed',
  'equipment-owed',
  'all-owed',
] as const
export type Consequence = (typeof consequences)[number]

/** What approval brings about, as the home stands now; shown before anybody decides. */
export function consequencesOf(
  kind: AskedKind,
  stage: Stage,
  hasEntering: boolean,
  pack: Pack,
): Consequence[] {
  const terms = termsOf(pack, kind)
  const installed = isAtLeast(stage, 'installed')
  if (kind === 'add') return terms?.notice ? ['enters-notice'] : []
  if (kind === 'return')
    return [
      'comes-back',
      ...(terms?.notice ? (['noticed-back'] as const) : []),
      ...(installed ? (['money-resumed'] as const) : []),
    ]
  if (isRewriting(kind))
    return [
      'screened-again',
      ...(terms?.notice ? (['noticed-again'] as const) : []),
      ...(kind === 'move' && installed ? (['checked-again'] as const) : []),
    ]
  const recovers = isAtLeast(stage, 'settled') ? (terms?.recovers ?? 'none') : 'none'
  const owed = { none: [], equipment: ['equipment-owed'], all: ['all-owed'] } as const
  return [
    hasEntering ? 'home-gives-way' : 'home-ends',
    ...(hasEntering ? (['enters-notice'] as const) : []),
    // Machines that the county has paid for are no more the contractor's, and those the household pays back are its own.
    ...(installed
      ? [isAtLeast(stage, 'settled') ? ('machines-stay' as const) : ('machines-back' as const)]
      : []),
    ...owed[recovers],
  ]
}

/** Whose waiting homes may come in: those of the village, or of the whole town. */
export const waitingListOf = (pack: Pack, today: Day): 'village' | 'town' =>
  parameter(pack, 'change.waitingList', today).value === 'town' ? 'town' : 'village'
