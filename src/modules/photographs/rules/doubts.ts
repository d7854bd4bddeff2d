import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Facts } from '../../../kernel/pack/condition.ts'
import { hasParameter, type Pack, parameter } from '../../../kernel/pack/pack.ts'
import { type DoubtKind, doubtKinds, type DoubtState, type DoubtWeight, doubtWeights } from '../model.ts'

/** `content-reused` is the pack's `doubt.contentReused`, parameter and fact alike. */
const nameOf = (kind: DoubtKind): string =>
  `doubt.${kind.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`

/** What the pack makes of a doubt; one it says nothing of asks nobody. */
export function weightOf(pack: Pack, kind: DoubtKind, day: Day): DoubtWeight {
  const name = nameOf(kind)
  if (!hasParameter(pack, name, day)) return 'ignore'
  const { value } = parameter(pack, name, day)
  return doubtWeights.find((weight) => weight === value) ?? 'ignore'
}

export const kindsOfWeight = (pack: Pack, day: Day, ...weights: DoubtWeight[]): DoubtKind[] =>
  doubtKinds.filter((kind) => weights.includes(weightOf(pack, kind, day)))

/** What stands against a home: whether photographs still wait to be looked at, and its open doubts. */
export interface Doubted {
  waiting: boolean
  open: readonly DoubtKind[]
}

/**
 * What the payment rules ask of a home's photographs (§3.3.2–4, §5.2): only what the pack blocks on is asked at all, and
 * while photographs wait to be looked at it is unknown, which never pays.
 */
export const doubtFacts = (pack: Pack, day: Day, { waiting, open }: Doubted): Facts =>
  Object.fromEntries(
    kindsOfWeight(pack, day, 'block').map((kind) => [
      nameOf(kind),
      open.includes(kind)
        ? { known: true, value: true }
        : waiting
          ? { known: false }
          : { known: true, value: false },
    ]),
  )

interface SettleFacts {
  state: DoubtState
  maker: string
}

/** Once, and never by the person whose act is doubted (§5.2). */
export function maySettleDoubt({ state, maker }: SettleFacts, person: { id: string }): Refusal[] {
  return [
    ...(state === 'open' ? [] : [refuse('doubt.settled-already', ['§5.2'], { state })]),
    ...(maker === person.id ? [refuse('doubt.own', ['§5.2'])] : []),
  ]
}

/** Done again is what is still on the road: what was paid is recovered, what left has nothing to do again. */
export function mayAskAgain(home: { ended: string | null; paid: boolean }): Refusal[] {
  return [
    ...(home.ended === null ? [] : [refuse('doubt.home-ended', ['§3.1.3d'])]),
    ...(home.paid ? [refuse('doubt.home-paid', ['§3.3.2b', '§4.2'])] : []),
  ]
}
