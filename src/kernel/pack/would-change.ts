import { candidates } from './candidates.ts'
import { boundComparisonsOf, evaluate, type Facts, type Value } from './condition.ts'
import { definitionOf } from './facts.ts'
import { type Answer, answerOf, YES } from './kleene.ts'
import type { Pack } from './pack.ts'
import { type BoundRule, factsOf } from './rules.ts'

/** A smallest set of changes, one or two, after which the answer is another one. */
export interface Change {
  changes: { fact: string; from: Value; to: Value }[]
  answer: Answer
}

export const answerTo = (rules: readonly BoundRule[], facts: Facts): Answer =>
  answerOf(rules.reduce((code, { condition }) => code & evaluate(condition, facts), YES))

/** Far more than a real pack needs; counted, so that no pack can make the trials long. */
const mostTrials = 5000

type Trial = { fact: string; from: Value; to: Value }

/**
 * Changes of one known fact that alter the answer, then of two where neither would alone. For each fact or pair
 * the first values that do. What is unknown stays unknown.
 */
export function smallestChanges(pack: Pack, rules: readonly BoundRule[], facts: Facts): Change[] {
  const present = answerTo(rules, facts)
  const trials = trialsOf(pack, rules, facts)
  let left = mostTrials
  const attempt = (changes: Trial[]): Change[] => {
    if (left-- <= 0) return []
    const changed = Object.fromEntries(
      changes.map(({ fact, to }) => [fact, { known: true, value: to } as const]),
    )
    const answer = answerTo(rules, { ...facts, ...changed })
    return answer === present ? [] : [{ changes, answer }]
  }
  const first = (tried: Iterable<Trial[]>): Change[] => {
    for (const changes of tried) {
      const found = attempt(changes)
      if (found.length > 0) return found
    }
    return []
  }
  const alone = trials.map((own) => first(own.map((trial) => [trial])))
  const idle = trials.filter((_, i) => alone[i]?.length === 0)
  const together = idle.flatMap((some, i) =>
    idle.slice(i + 1).flatMap((others) => first(pairsOf(some, others))),
  )
  return [...alone.flat(), ...together]
}

function* pairsOf(some: readonly Trial[], others: readonly Trial[]): Generator<Trial[]> {
  for (const one of some) for (const other of others) yield [one, other]
}

/** For each known fact, the other values worth trying. */
function trialsOf(pack: Pack, rules: readonly BoundRule[], facts: Facts): Trial[][] {
  const comparisons = rules.flatMap(({ condition }) => boundComparisonsOf(condition))
  return factsOf(rules).map((name) => {
    const fact = facts[name]
    if (!fact?.known) return []
    const own = comparisons.filter((comparison) => comparison.fact === name)
    return candidates(definitionOf(pack, name), own)
      .filter((to) => to !== fact.value)
      .map((to) => ({ fact: name, from: fact.value, to }))
  })
}
