import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { evaluate, type Facts } from '../../../kernel/pack/condition.ts'
import { settleAll } from '../../../kernel/pack/facts.ts'
import { NO, YES } from '../../../kernel/pack/kleene.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { bindRules, factsOf } from '../../../kernel/pack/rules.ts'
import type { Line } from '../model/fields.ts'
import { isAtLeast } from '../stages.ts'
import { type HomeOnTheRoad, mayChange } from './application.ts'
import type { ExceptionState } from '../model/register.ts'
import { isException } from './facts.ts'
import { screeningGroup } from './groups.ts'

export interface HomeToSettle extends HomeOnTheRoad {
  line: Line
  answer: 'yes' | 'no' | 'unknown'
  /** The facts of the last screening. */
  facts: Facts
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

/** Exceptions that would matter to this home: a rule that refuses it now knows them, and they are not granted. */
export function openExceptions(home: HomeToSettle, pack: Pack, day: Day): string[] {
  const rules = bindRules(pack, screeningGroup(home.line), day)
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
  return openFacts(home, pack, day).length > 0 ? [] : [refuse('fact.none-open', ['§3.1.3d', '§4.1b'])]
}

/** What is known is corrected in the application or stands; only what is unknown is settled. */
export function checkSettling(home: HomeToSettle, fact: string, pack: Pack, day: Day): Refusal[] {
  if (!known(pack, home.line, day).includes(fact) || isException(fact))
    return [refuse('fact.not-asked', ['§4.1b'], { fact })]
  return openFacts(home, pack, day).includes(fact)
    ? []
    : [refuse('fact.known-already', ['§4.1b', '§4.4'], { fact })]
}

/** §4.4 holds in principle: an exception is asked for by one and decided by another, before confirmation. */
export function mayAskException(
  home: HomeToSettle & { requests: readonly ExceptionRequest[] },
  pack: Pack,
  day: Day,
): Refusal[] {
  const refusals = mayChange(home)
  if (refusals.length > 0) return refusals
  if (isAtLeast(home.stage, 'confirmed'))
    return [refuse('home.confirmed-already', ['§3.1.3d'], { stage: home.stage })]
  const open = openExceptions(home, pack, day)
  const [first] = open
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

/** What was granted by mistake is revoked before confirmation; a confirmed home leaves by a change of its own. */
export function mayRevokeException(
  home: HomeOnTheRoad & { requests: readonly ExceptionRequest[] },
): Refusal[] {
  const refusals = mayChange(home)
  if (refusals.length > 0) return refusals
  if (!home.requests.some(({ state }) => state === 'granted'))
    return [refuse('exception.none-granted', ['§4.4'])]
  return isAtLeast(home.stage, 'confirmed')
    ? [refuse('exception.confirmed', ['§4.4', '§3.1.3d'], { stage: home.stage })]
    : []
}

export const checkRevoking = (request: ExceptionRequest | undefined): Refusal[] =>
  request?.state === 'granted' ? [] : [refuse('exception.not-granted', ['§4.4'])]

export function checkDecidingException(request: ExceptionRequest | undefined, actor: string): Refusal[] {
  if (!request || request.state !== 'asked') return [refuse('exception.not-open', ['§4.4'])]
  return request.askedBy === actor ? [refuse('exception.same-person', ['§4.4', '§5.2'])] : []
}
