import type { z } from 'zod'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { RecordWish } from '../model.ts'

const clauses = ['§3.1.3b']

export const mayAsk = ({ ended }: { ended: string | null }): Refusal[] =>
  ended ? [refuse('wish.home-ended', clauses, { ended })] : []

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
