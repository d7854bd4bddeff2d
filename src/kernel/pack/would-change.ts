import { candidates } from './candidates.ts'
import { boundComparisonsOf, evaluate, type Facts, type Value } from './condition.ts'
import { definitionOf } from './facts.ts'
import { type Answer, answerOf, YES } from './kleene.ts'
import { shortestToLearn } from './missing.ts'
import type { Pack } from './pack.ts'
import { type BoundRule, factsOf } from './rules.ts'

/** One fact that would be otherwise: from a known value, or from not being known (`null`). */
export interface Otherwise {
  fact: string
  from: Value | null
  to: Value
}

/** A smallest set of facts that, were they otherwise, would bring another answer. */
export interface Change {
  changes: Otherwise[]
  answer: Answer
}

export const answerTo = (rules: readonly BoundRule[], facts: Facts): Answer =>
  answerOf(rules.reduce((code, { condition }) => code & evaluate(condition, facts), YES))

/** Far more than a real pack needs; counted, so that no pack can make the trials long. */
const mostTrials = 5000

/**
 * What would bring a yes where the answer is none, and what would lose it where it is one: single facts, then pairs of
 * which neither fact alone would do, for each the first values that do. A yes that needs three facts or more is told as
 * one set. Every set was tried on the rules. What is given is no way to a yes, though it may lose one.
 */
export function smallestChanges(pack: Pack, rules: readonly BoundRule[], facts: Facts): Change[] {
  const present = answerTo(rules, facts)
  const isSought = (answer: Answer) => (present === 'yes' ? answer !== 'yes' : answer === 'yes')
  const isWay = (name: string) => present === 'yes' || !isGiven(pack, name)
  const trials = trialsOf(pack, rules, facts, isWay)
  const mayDo = present === 'yes' ? () => true : touchingAllOpen(rules, facts)
  let left = mostTrials
  const first = (tried: Iterable<Otherwise[]>): Change[] => {
    for (const changes of tried) {
      if (left-- <= 0) return []
      if (!mayBeTogether(pack, facts, changes)) continue
      const answer = answerTo(rules, changed(facts, changes))
      if (isSought(answer)) return [{ changes, answer }]
    }
    return []
  }
  const alone = trials.map((own) => (mayDo(own) ? first(own.map((trial) => [trial])) : []))
  const idle = trials.filter((_, i) => alone[i]?.length === 0)
  const together = idle.flatMap((some, i) =>
    idle.slice(i + 1).flatMap((others) => (mayDo(some, others) ? first(pairsOf(some, others)) : [])),
  )
  const found = [...alone.flat(), ...together]
  return found.length > 0 || present === 'yes' ? found : manyTogether(pack, rules, facts)
}

/** A rule that does not hold can only come to hold by one of its own facts: whether these facts touch every such rule. */
function touchingAllOpen(rules: readonly BoundRule[], facts: Facts) {
  const open = rules
    .filter(({ condition }) => evaluate(condition, facts) !== YES)
    .map((rule) => new Set(factsOf([rule])))
  return (...tried: readonly Otherwise[][]): boolean =>
    open.every((names) => tried.some(([trial]) => trial !== undefined && names.has(trial.fact)))
}

/**
 * Of all facts as few as bring a yes, those of rules that hold now among them, since what opens one may close another;
 * what nobody recorded is the last to be thought otherwise.
 */
function manyTogether(pack: Pack, rules: readonly BoundRule[], facts: Facts): Change[] {
  const found = fewestTogether(pack, rules, facts, [])
  return found ? [{ changes: found, answer: 'yes' }] : []
}

/** The fewest without the facts that are to stay as they are; of two that exclude each other one has to. */
function fewestTogether(
  pack: Pack,
  rules: readonly BoundRule[],
  facts: Facts,
  staying: readonly string[],
): Otherwise[] | undefined {
  const found = fewest(pack, rules, facts, staying)
  const apart =
    found && excludedPair(pack, facts, found)?.filter((name) => found.some(({ fact }) => fact === name))
  if (!apart) return found
  return apart
    .flatMap((name) => {
      const other = fewestTogether(pack, rules, facts, [...staying, name])
      return other ? [other] : []
    })
    .sort((a, b) => a.length - b.length)[0]
}

function fewest(
  pack: Pack,
  rules: readonly BoundRule[],
  facts: Facts,
  staying: readonly string[],
): Otherwise[] | undefined {
  const isPresumed = (name: string) => facts[name]?.known === true && facts[name].presumed === true
  // What is not known is free to be anything as it is.
  let free = factsOf(rules)
    .filter((name) => facts[name]?.known && !isGiven(pack, name) && !staying.includes(name))
    .sort((a, b) => Number(isPresumed(b)) - Number(isPresumed(a)))
  const apart = staying.filter((name) => !facts[name]?.known)
  const held: Facts = { ...facts, ...Object.fromEntries(apart.map((name) => [name, isNot] as const)) }
  let found = bringingYes(pack, rules, facts, held, free)
  for (const name of found ? [...free] : []) {
    const fewer = free.filter((other) => other !== name)
    const enough = bringingYes(pack, rules, facts, held, fewer)
    if (enough) [free, found] = [fewer, enough]
  }
  return found
}

/** Two facts that cannot be true together, and would be; undefined where there are none. */
function excludedPair(
  pack: Pack,
  facts: Facts,
  changes: readonly Otherwise[],
): readonly [string, string] | undefined {
  const isTrue = (name: string) =>
    (changes.find(({ fact }) => fact === name)?.to ?? valueOf(facts, name)) === true
  return exclusionsOf(pack).find((two) => changes.some(({ fact }) => two.includes(fact)) && two.every(isTrue))
}

const exclusions = new WeakMap<Pack, readonly (readonly [string, string])[]>()

function exclusionsOf(pack: Pack): readonly (readonly [string, string])[] {
  const known = exclusions.get(pack)
  if (known) return known
  const found = Object.entries(pack.facts).flatMap(([name, { excludes = [] }]) =>
    excludes.map((other) => [name, other] as const),
  )
  exclusions.set(pack, found)
  return found
}

const mayBeTogether = (pack: Pack, facts: Facts, changes: readonly Otherwise[]): boolean =>
  excludedPair(pack, facts, changes) === undefined

/** An open fact that is to stay out of it, since it excludes another. */
const isNot = { known: true, value: false } as const

/** What must be otherwise among the free facts and the open ones for a yes, all others being as they are `held` to be. */
function bringingYes(
  pack: Pack,
  rules: readonly BoundRule[],
  facts: Facts,
  held: Facts,
  free: readonly string[],
): Otherwise[] | undefined {
  const fixed = Object.fromEntries(Object.entries(held).filter(([name]) => !free.includes(name)))
  const changes = shortestToLearn(pack, rules, fixed).flatMap(({ fact, hoped }): Otherwise[] => {
    const from = valueOf(facts, fact)
    return from === hoped ? [] : [{ fact, from, to: hoped }]
  })
  return answerTo(rules, changed(facts, changes)) === 'yes' ? changes : undefined
}

const isGiven = (pack: Pack, name: string): boolean => definitionOf(pack, name).given === true

const changed = (facts: Facts, changes: readonly Otherwise[]): Facts => ({
  ...facts,
  ...Object.fromEntries(changes.map(({ fact, to }) => [fact, { known: true, value: to } as const])),
})

const valueOf = (facts: Facts, name: string): Value | null => {
  const fact = facts[name]
  return fact?.known ? fact.value : null
}

function* pairsOf(some: readonly Otherwise[], others: readonly Otherwise[]): Generator<Otherwise[]> {
  for (const one of some) for (const other of others) yield [one, other]
}

/** For each fact, the values worth trying that it does not have. */
function trialsOf(
  pack: Pack,
  rules: readonly BoundRule[],
  facts: Facts,
  isWay: (name: string) => boolean,
): Otherwise[][] {
  const comparisons = rules.flatMap(({ condition }) => boundComparisonsOf(condition))
  return factsOf(rules)
    .filter(isWay)
    .map((name) => {
      const from = valueOf(facts, name)
      const own = comparisons.filter((comparison) => comparison.fact === name)
      return candidates(definitionOf(pack, name), own)
        .filter((to) => to !== from)
        .map((to) => ({ fact: name, from, to }))
    })
}
