import { z } from 'zod'
import { personal } from '../../../kernel/act/personal.ts'
import { isDay } from '../../../kernel/dates/day.ts'
import type { HomeField } from './fields.ts'
import { HomeChanges } from './register.ts'

/** By these a home leaves the register; with a waiting home that comes in it is a replacement. */
export const leavingKinds = ['withdraw', 'refuse', 'demolish', 'die'] as const
/** By these what stands in the register changes. */
const rewritingKinds = ['correct', 'move', 'succeed'] as const
export const askedKinds = ['add', 'return', ...leavingKinds, ...rewritingKinds] as const
export type LeavingKind = (typeof leavingKinds)[number]
export type AskedKind = (typeof askedKinds)[number]

export const isLeaving = (kind: AskedKind): kind is LeavingKind =>
  leavingKinds.some((leaving) => leaving === kind)
export const isRewriting = (kind: AskedKind): boolean =>
  rewritingKinds.some((rewriting) => rewriting === kind)

/** By these a householder's death may come to be known that lies before the application. */
export const mayLieBefore = (kind: AskedKind): boolean => kind === 'die' || kind === 'succeed'

export const changeStates = ['asked', 'approved', 'declined', 'recalled', 'undone'] as const
export type ChangeState = (typeof changeStates)[number]

/** What a request's last word is called: the bureau's answer, or that whoever asked took it back. */
export const decidedLabel = (state: ChangeState): string =>
  state === 'recalled' ? 'change-state.recalled' : 'change.decided'
export const answerLabel = (state: ChangeState): string =>
  state === 'recalled' ? 'field.change.recall.reason' : 'change.answer'

/** As the form of the field counts changes: 增, 减, 换, 变. */
export const changeGroups = ['more', 'fewer', 'replaced', 'rewritten'] as const
export type ChangeGroup = (typeof changeGroups)[number]

export function groupOf(kind: AskedKind, hasEntering: boolean): ChangeGroup {
  if (kind === 'add' || kind === 'return') return 'more'
  if (!isLeaving(kind)) return 'rewritten'
  return hasEntering ? 'replaced' : 'fewer'
}

/** What the new householder brings along. */
const ofSuccession: readonly HomeField[] = [
  'householder',
  'idNumber',
  'sex',
  'telephone',
  'bankCard',
  'residents',
  'hardship',
  'titleOwner',
  'accountHolder',
]
/** What another dwelling brings along. */
const ofMove: readonly HomeField[] = [
  'address',
  'villageGroup',
  'titleKind',
  'titleNumber',
  'titleOwner',
  'dwellingKind',
  'inDemolitionPlan',
  'buildingAreaM2',
  'heatingAreaM2',
  'accountHolder',
  'accountNumber',
  'transformerArea',
]

/** The fields that a kind of change may rewrite; undefined where it may be any. */
export const fieldsOfKind: Partial<Record<AskedKind, readonly HomeField[]>> = {
  succeed: ofSuccession,
  move: ofMove,
}

/** What a kind of change cannot do without. */
export const neededFields: Partial<Record<AskedKind, readonly HomeField[]>> = {
  succeed: ['householder', 'idNumber'],
  move: ['address'],
}

const Reason = z.string().trim().min(2).max(400)
const day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })

export const AskChange = z.object({
  id: z.uuid(),
  /** The home concerned: the one that leaves or changes, or the waiting one to be added. */
  home: z.uuid(),
  kind: z.enum(askedKinds),
  /** The day it happened: of the death, the demolition, the household's letter. */
  happenedOn: day,
  reason: personal(Reason),
  /** Of a replacement: the waiting home that comes in. */
  enters: z.uuid().optional(),
  /** Why waiting homes before it are passed over. */
  passedReason: personal(Reason).optional(),
  /** Of a death before the application: who applied in the name of the dead, and how the home is to be taken. */
  explained: personal(Reason).optional(),
  /** Of a correction, move or succession: the new values. */
  changes: HomeChanges.optional(),
  /** Which attached file is which of the papers the pack asks for. */
  papers: z
    .array(z.object({ paper: z.string().max(60), digest: z.string().regex(/^[0-9a-f]{64}$/) }))
    .max(20),
})
export type AskChange = z.output<typeof AskChange>

/** What a request being written would rewrite. */
export const ForeseeChange = z.object({
  home: z.uuid(),
  kind: z.enum(askedKinds).optional(),
  changes: HomeChanges,
})

export const ApproveChange = z.object({ change: z.uuid(), remark: personal(Reason).optional() })
export const DeclineChange = z.object({ change: z.uuid(), reason: personal(Reason) })
export const RecallChange = z.object({ change: z.uuid(), reason: personal(Reason) })
export const UndoChange = z.object({ change: z.uuid(), reason: personal(Reason) })

const AreaCode = z.string().length(12)

export const ChangeFilter = z.object({
  search: z.string().trim().max(60).optional(),
  state: z.enum(changeStates).optional(),
  group: z.enum(changeGroups).optional(),
  kind: z.enum(askedKinds).optional(),
  town: AreaCode.optional(),
  village: AreaCode.optional(),
  home: z.uuid().optional(),
  /** Declined of late, and not asked for anew. */
  declined: z.literal('lately').optional(),
})
export type ChangeFilter = z.output<typeof ChangeFilter>

export const ListChanges = ChangeFilter.extend({
  page: z.int().min(0).max(100_000).default(0),
  pageSize: z.int().min(1).max(200).default(50),
})

export const ListPlaces = z.object({ town: AreaCode.optional() })

export const ListWaiting = z.object({
  town: AreaCode.optional(),
  village: AreaCode.optional(),
  /** Only homes whose turn it is: a place became free for them. */
  turn: z.enum(['yes']).optional(),
  /** The homes that may come in for this one, in their order. */
  instead: z.uuid().optional(),
  page: z.int().min(0).max(100_000).default(0),
  pageSize: z.int().min(1).max(200).default(50),
})
