import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'

export interface Vote {
  route: string
  for: number
  against: number
  abstained: number
}

export interface Meeting {
  heldOn: Day
  representatives: number
  present: number
  votes: readonly Vote[]
}

/** The pack's terms in percent: of the representatives, and of those present. */
export interface MeetingTerms {
  quorumPercent: number
  majorityPercent: number
}

export type MeetingOutcome =
  | { route: string; why: null }
  | { route: null; why: 'no-quorum' | 'no-majority' | 'tie' }

/** Two thirds are no finite percentage: shares are compared in hundredths of a percent. */
const share = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 100

/** What a meeting decided: a quorum, more than the majority of those present, and more than any other route. */
export function outcomeOf(
  { representatives, present, votes }: Omit<Meeting, 'heldOn'>,
  { quorumPercent, majorityPercent }: MeetingTerms,
): MeetingOutcome {
  if (present === 0 || share(present, representatives) < quorumPercent)
    return { route: null, why: 'no-quorum' }
  const most = Math.max(...votes.map((vote) => vote.for))
  if (most * 100 <= present * majorityPercent) return { route: null, why: 'no-majority' }
  const [first, second] = votes.filter((vote) => vote.for === most)
  return first && !second ? { route: first.route, why: null } : { route: null, why: 'tie' }
}

const clauses = ['§3.1.3b']

export function checkMeeting(meeting: Meeting, routes: readonly string[], today: Day): Refusal[] {
  const { heldOn, representatives, present, votes } = meeting
  const named = votes.map(({ route }) => route)
  return [
    ...(heldOn > today ? [refuse('day.in-future', clauses, { day: heldOn })] : []),
    ...(present > representatives
      ? [refuse('meeting.more-present', clauses, { present, representatives })]
      : []),
    ...named
      .filter((route) => !routes.includes(route))
      .map((route) => refuse('village.route-unknown', ['§2.0a', '§4.1a'], { route })),
    ...(new Set(named).size < named.length ? [refuse('meeting.route-twice', clauses)] : []),
    ...votes
      .filter((vote) => vote.for + vote.against + vote.abstained > present)
      .map((vote) =>
        refuse('meeting.more-votes', clauses, {
          route: vote.route,
          votes: vote.for + vote.against + vote.abstained,
          present,
        }),
      ),
  ]
}
