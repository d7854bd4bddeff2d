import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { HomeState } from '../../households/public.ts'
import { ended } from '../rules.ts'

export interface FindingFacts {
  home: HomeState
  foundOn: Day
  fixedOn: Day | null
  closedOn: Day | null
}

export const mayPutRight = ({ home, fixedOn, closedOn }: FindingFacts): Refusal[] => [
  ...ended(home),
  ...(closedOn !== null
    ? [refuse('finding.closed', ['§3.3.2c'], { day: closedOn })]
    : fixedOn !== null
      ? [refuse('finding.put-right-already', ['§3.3.2c'], { day: fixedOn })]
      : []),
]

export const checkPutRight = ({ foundOn }: FindingFacts, day: Day, today: Day): Refusal[] => [
  ...(day > today ? [refuse('finding.day-ahead', ['§3.3.2c'], { day, today })] : []),
  ...(day < foundOn ? [refuse('finding.day-before', ['§3.3.2c'], { day, foundOn })] : []),
]
