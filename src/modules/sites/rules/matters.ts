import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'

/** What stays open in a village until somebody has seen to it: damage, hazards, permits. */
export const matterKinds = ['damage', 'hazard', 'permit'] as const
export type MatterKind = (typeof matterKinds)[number]
export const matterStates = ['open', 'to-recheck', 'overdue', 'done'] as const
export type MatterState = (typeof matterStates)[number]
export const authorities = ['highway', 'transport', 'water'] as const
export type Authority = (typeof authorities)[number]

export interface VillageOnSite {
  code: string
  lotId: string | null
  contractor: string | null
  supervisor: string | null
}

/** Only where somebody builds is anything theirs to mend. */
export const mayOpen = ({ contractor }: VillageOnSite): Refusal[] =>
  contractor === null ? [refuse('matter.nobody-builds', ['§3.2.3'])] : []

export interface MatterFacts {
  code: string
  contractor: string
  supervisor: string | null
  openedOn: Day
  doneOn: Day | null
  doneBy: string | null
  closedOn: Day | null
}

export const maySettle = ({ doneOn }: MatterFacts): Refusal[] =>
  doneOn === null ? [] : [refuse('matter.done-already', ['§3.2.3'], { day: doneOn })]

export const checkSettled = ({ openedOn }: MatterFacts, on: Day, today: Day): Refusal[] => [
  ...(on > today ? [refuse('matter.day-ahead', ['§3.2.3'], { day: on, today })] : []),
  ...(on < openedOn ? [refuse('matter.day-before', ['§3.2.3'], { day: on, openedOn })] : []),
]

/** 隐患销号: somebody else than who removed it looks again (§5.3). */
export function mayRecheck({ doneOn, doneBy, closedOn }: MatterFacts, person: { id: string }): Refusal[] {
  if (closedOn !== null) return [refuse('hazard.closed', ['§5.3'], { day: closedOn })]
  if (doneOn === null) return [refuse('hazard.not-removed', ['§5.3'])]
  return doneBy === person.id ? [refuse('hazard.own', ['§5.3'])] : []
}
