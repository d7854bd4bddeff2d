import { refuse, type Refusal } from '../../kernel/act/refusal.ts'
import type { HeldState } from './model.ts'

interface HeldFacts {
  state: HeldState
  maker: string
}

/** Once, and never by the person whose act it is (§5.2). */
export function maySettle({ state, maker }: HeldFacts, person: { id: string }): Refusal[] {
  return [
    ...(state === 'held' ? [] : [refuse('held.settled-already', ['§3.3.4'], { state })]),
    ...(maker === person.id ? [refuse('held.own', ['§5.2'])] : []),
  ]
}

/** A clock on its way to us may be wrong either way, by a little or by years. */
const toleratedMs = 2 * 60_000

/**
 * When something happened, by our clock: what the telephone's clock said, set right by how wrong it was when it
 * reported, and never before its outbox was last empty nor after now. All instants in milliseconds.
 */
export function happenedAt(said: {
  claimedMs: number
  sentMs: number
  nowMs: number
  emptiedMs: number
}): number {
  const ahead = said.sentMs - said.nowMs
  const set = Math.abs(ahead) > toleratedMs ? said.claimedMs - ahead : said.claimedMs
  return Math.min(Math.max(set, said.emptiedMs), said.nowMs)
}
