import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'

const clauses = ['§1.1', '§1.2']

/** A pack comes into force neither in the past nor before its own first day. */
export function checkDayOfForce({
  from,
  today,
  validFrom,
}: {
  from: Day
  today: Day
  /** The pack's own first day. */
  validFrom: Day
}): Refusal[] {
  if (from < today) return [refuse('policy.from-past', clauses, { from, today })]
  return from < validFrom ? [refuse('policy.not-valid-yet', ['§1.1'], { from, validFrom })] : []
}
