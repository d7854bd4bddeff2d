import type { LeavingKind } from '../model/change.ts'
import { isAtLeast, type Stage } from '../stages.ts'

export interface OwnStanding {
  stage: Stage
  ended: 'withdrawn' | 'refused' | 'revoked' | null
  answer: 'yes' | 'no' | 'unknown'
  /** Its village is settled without it: it comes in when a place is free. */
  waits: boolean
}

/** How a home stands to the programme, as its family has to be told: only who is in is told what comes next. */
export type Standing = 'left' | 'in' | 'checking' | 'refused' | 'open' | 'noticed' | 'waiting' | 'eligible'

export function standingOf({ stage, ended, answer, waits }: OwnStanding): Standing {
  if (ended) return 'left'
  if (isAtLeast(stage, 'confirmed')) return 'in'
  if (stage === 'applied') return 'checking'
  if (answer === 'no') return 'refused'
  if (answer === 'unknown') return 'open'
  if (stage === 'noticed') return 'noticed'
  return waits ? 'waiting' : 'eligible'
}

/** How a home ended, in the words of the change it ended by where there is one. */
export const endingOf = (
  ended: NonNullable<OwnStanding['ended']>,
  by: LeavingKind | null,
): 'withdrawn' | 'refused' | 'revoked' | 'demolish' | 'die' =>
  by === 'demolish' || by === 'die' ? by : ended
