import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'

const planStates = ['proposed', 'agreed', 'declined'] as const
export type PlanState = (typeof planStates)[number]

/** How a village stands: its newest plan, none yet, or nothing left to build. */
export const planStandings = ['none', ...planStates, 'done'] as const
export type PlanStanding = (typeof planStandings)[number]

export interface VillageToPlan {
  code: string
  lot: { contractor: string | null } | undefined
  /** A proposal waits for the town's answer. */
  isOpen: boolean
  /** Crews the firm has on the lot; null where it has not said. */
  crews: number | null
}

export function mayPropose({ lot, isOpen, crews }: VillageToPlan): Refusal[] {
  const refusals: Refusal[] = []
  if (!lot?.contractor) refusals.push(refuse('plan.no-contractor', ['§3.2.2']))
  if (isOpen) refusals.push(refuse('plan.open-already', ['§3.2.2']))
  if (lot?.contractor && crews === null) refusals.push(refuse('plan.no-crews', ['§3.2.3']))
  return refusals
}

export function checkProposal(
  { crews }: VillageToPlan,
  asked: { startsOn: Day; crews: number },
  days: { today: Day; deadline: Day },
): Refusal[] {
  const refusals: Refusal[] = []
  if (asked.startsOn < days.today)
    refusals.push(refuse('plan.starts-in-past', ['§3.2.2'], { day: asked.startsOn, today: days.today }))
  if (asked.startsOn > days.deadline && days.today <= days.deadline)
    refusals.push(
      refuse('plan.starts-after-deadline', ['§3.2.1'], { day: asked.startsOn, deadline: days.deadline }),
    )
  if (crews !== null && asked.crews > crews)
    refusals.push(refuse('plan.too-many-crews', ['§3.2.3'], { crews: asked.crews, has: crews }))
  return refusals
}

export interface PlanFacts {
  code: string
  state: PlanState
  proposedBy: string
}

/** Contractor and town agree: what one proposed the other answers, once (§3.2.2). */
export const mayDecide = ({ state, proposedBy }: PlanFacts, person: { id: string }): Refusal[] => [
  ...(state === 'proposed' ? [] : [refuse('plan.decided', ['§3.2.2'], { state })]),
  ...(proposedBy === person.id ? [refuse('plan.own', ['§3.2.2'])] : []),
]
