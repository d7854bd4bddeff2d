import type { z } from 'zod'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { RecordWish } from '../model.ts'

const clauses = ['§3.1.3b']

/** The survey is about the village's route (§2.0a): a home of the building line heats as it does and has none to wish for. */
export const mayAsk = ({ ended, line }: { ended: string | null; line: string }): Refusal[] => [
  ...(ended ? [refuse('wish.home-ended', clauses, { ended })] : []),
  ...(line === 'heating' ? [] : [refuse('wish.no-route', ['§3.1.3b', '§1.2'])]),
]

/** Who does not want or is undecided says why: that is what the village can do something about. */
export function checkWish(
  { wish, route, reason }: z.output<typeof RecordWish>,
  pack: Pack,
  routes: readonly string[],
): Refusal[] {
  return [
    ...(route !== undefined && !routes.includes(route)
      ? [refuse('village.route-unknown', ['§2.0a', '§4.1a'], { route })]
      : []),
    ...(reason !== undefined && !pack.outreach.reasons.some(({ id }) => id === reason)
      ? [refuse('wish.reason-unknown', clauses, { reason })]
      : []),
    ...(reason === undefined && wish !== 'wants' && pack.outreach.reasons.length > 0
      ? [refuse('wish.reason-missing', clauses)]
      : []),
  ]
}
