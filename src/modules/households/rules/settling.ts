import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { evaluate, type Facts } from '../../../kernel/pack/condition.ts'
import { settleAll } from '../../../kernel/pack/facts.ts'
import { NO, YES } from '../../../kernel/pack/kleene.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { type BoundRule, bindRules, factsOf } from '../../../kernel/pack/rules.ts'
import type { Line } from '../model/fields.ts'
import { isAtLeast } from '../stages.ts'
import { type HomeOnTheRoad, mayChange } from './application.ts'
import type { ExceptionState } from '../model/register.ts'
import { isException } from './facts.ts'
import { paymentGroups, screeningGroup } from './groups.ts'

export interface HomeToSettle extends HomeOnTheRoad {
  line: Line
  answer: 'yes' | 'no' | 'unknown'
  /** The facts of the last screening. */
  facts: Facts
  /** Those of them that officials settled, and no correction superseded. */
  settled: readonly string[]
}

export interface ExceptionRequest {
  fact: string
  state: ExceptionState
  askedBy: string
}

const known = (pack: Pack, line: Line, day: Day): string[] =>
  factsOf(bindRules(pack, screeningGroup(line), day)).filter((fact) => pack.facts[fact]?.type === 'boolean')

/** The facts of a home that an official may settle now: those the rules ask and nobody could answer. */
export function openFacts(home: HomeToSettle, pack: Pack, day: Day): string[] {
  const rules = bindRules(pack, screeningGroup(home.line), day)
  const facts = settleAll(pack, factsOf(rules), home.facts, day)
  // What a rule answers yes without, nobody needs to find out.
  const asking = factsOf(rules.filter(({ condition }) => evaluate(condition, facts) !== YES))
  return known(pack, home.line, day).filter(
    (fact) => asking.includes(fact) && !isException(fact) && !facts[fact]?.known,
  )
}

/** What officials settled and may settle anew, where other evidence comes to light than they had. */
export const factsToSettleAnew = ({ line, settled }: HomeToSettle, pack: Pack, day: Day): string[] =>
  known(pack, line, day).filter((fact) => settled.includes(fact) && !isException(fact))

/** What a home is judged by where it stands: who qualifies, and once it is confirmed, what may be paid. */
function judgingRules(home: Pick<HomeToSettle, 'line' | 'stage'>, pack: Pack, day: Day): BoundRule[] {
  if (!isAtLeast(home.stage, 'confirmed')) return bindRules(pack, screeningGroup(home.line), day)
  const groups = paymentGroups(home.line).filter((group) =>
    pack.rules.some((rule) => rule.groups.includes(group)),
  )
  const bound = groups.flatMap((group) => bindRules(pack, group, day))
  return [...new Map(bound.map((one) => [one.rule.id, one])).values()]
}

/** Exceptions that would matter to this home: a rule that refuses it now knows them, and they are not granted. */
export function openExceptions(home: HomeToSettle, pack: Pack, day: Day): string[] {
  const rules = judgingRules(home, pack, day)
  const facts = settleAll(pack, factsOf(rules), home.facts, day)
  const refusing = rules.filter(({ condition }) => evaluate(condition, facts) === NO)
  return factsOf(refusing).filter((fact) => {
    const known = facts[fact]
    return (
      isException(fact) && pack.facts[fact]?.type === 'boolean' && !(known?.known && known.value === true)
    )
  })
}

export function maySettle(home: HomeToSettle, pack: Pack, day: Day): Refusal[] {
  const refusals = mayChange(home)
  if (refusals.length > 0) return refusals
  return openFacts(home, pack, day).length + factsToSettleAnew(home, pack, day).length > 0
    ? []
    : [refuse('fact.none-open', ['§3.1.3d', '§4.1b'])]
}

/** What is known is corrected in the application or stands; settled is what is unknown, or what an official said of it. */
export function checkSettling(home: HomeToSettle, fact: string, pack: Pack, day: Day): Refusal[] {
  if (!known(pack, home.line, day).includes(fact) || isException(fact))
    return [refuse('fact.not-asked', ['§4.1b'], { fact })]
  return [...openFacts(home, pack, day), ...factsToSettleAnew(home, pack, day)].includes(fact)
    ? []
    : [refuse('fact.known-already', ['§4.1b', '§4.4'], { fact })]
}

/**
 * §4.4 holds in principle: an exception is asked for by one and decided by another. A confirmed home is excepted only from
 * what keeps its payment (decision 30).
 */
export function mayAskException(
  home: HomeToSettle & { requests: readonly ExceptionRequest[] },
  pack: Pack,
  day: Day,
): Refusal[] {
  const refusals = mayChange(home)
  if (refusals.length > 0) return refusals
  const open = openExceptions(home, pack, day)
  const [first] = open
  if (first === undefined && isAtLeast(home.stage, 'confirmed'))
    return [refuse('home.confirmed-already', ['§3.1.3d'], { stage: home.stage })]
  if (first === undefined) return [refuse('exception.nothing-to-except', ['§4.4'])]
  const isAsked = (fact: string) =>
    home.requests.some((request) => request.fact === fact && request.state === 'asked')
  return open.every(isAsked) ? [refuse('exception.asked-already', ['§4.4'], { fact: first })] : []
}

export function checkAskingException(
  home: HomeToSettle & { requests: readonly ExceptionRequest[] },
  fact: string,
  pack: Pack,
  day: Day,
): Refusal[] {
  if (!openExceptions(home, pack, day).includes(fact))
    return [refuse('exception.unknown', ['§4.4'], { fact })]
  return home.requests.some((request) => request.fact === fact && request.state === 'asked')
    ? [refuse('exception.asked-already', ['§4.4'], { fact })]
    : []
}

export function mayDecideException(
  home: HomeOnTheRoad & { requests: readonly ExceptionRequest[] },
): Refusal[] {
  const refusals = mayChange(home)
  if (refusals.length > 0) return refusals
  return home.requests.some((request) => request.state === 'asked')
    ? []
    : [refuse('exception.none-asked', ['§4.4'])]
}

/** Those who asked may think better of it as long as nobody has answered. */
export const checkTakingBack = (request: ExceptionRequest | undefined): Refusal[] =>
  request?.state === 'asked' ? [] : [refuse('exception.not-open', ['§4.4'])]

/**
 * What was granted by mistake is revoked before confirmation; a confirmed home leaves by a change of its own, and is paid no
 * more once an exception is revoked that only payment knows.
 */
export function mayRevokeException(
  home: HomeOnTheRoad & { line: Line; requests: readonly ExceptionRequest[] },
  pack: Pack,
  day: Day,
): Refusal[] {
  const refusals = mayChange(home)
  if (refusals.length > 0) return refusals
  const granted = home.requests.filter(({ state }) => state === 'granted')
  if (granted.length === 0) return [refuse('exception.none-granted', ['§4.4'])]
  return granted.some((request) => checkRevoking(home, request, pack, day).length === 0)
    ? []
    : [refuse('exception.confirmed', ['§4.4', '§3.1.3d'], { stage: home.stage })]
}

export function checkRevoking(
  home: { stage: HomeOnTheRoad['stage']; line: Line },
  request: ExceptionRequest | undefined,
  pack: Pack,
  day: Day,
): Refusal[] {
  if (request?.state !== 'granted') return [refuse('exception.not-granted', ['§4.4'])]
  const isOfConfirmation = factsOf(bindRules(pack, screeningGroup(home.line), day)).includes(request.fact)
  return isAtLeast(home.stage, 'confirmed') && isOfConfirmation
    ? [refuse('exception.confirmed', ['§4.4', '§3.1.3d'], { stage: home.stage })]
    : []
}

export function checkDecidingException(request: ExceptionRequest | undefined, actor: string): Refusal[] {
  if (!request || request.state !== 'asked') return [refuse('exception.not-open', ['§4.4'])]
  return request.askedBy === actor ? [refuse('exception.same-person', ['§4.4', '§5.2'])] : []
}
