import type { Day } from '../dates/day.ts'
import type { Said } from '../words/words.ts'
import { evaluate, type Fact, type Facts, type Trace, traced, type Value } from './condition.ts'
import { definitionOf, settleAll } from './facts.ts'
import { type Answer, answerOf, YES } from './kleene.ts'
import { type Pack, parameter, type ParameterInForce } from './pack.ts'
import { type BoundRule, bindRules, factsOf, parametersOf } from './rules.ts'
import { fewestToFail, fewestToLearn, smallestChanges } from './ways.ts'

export interface RuleAnswer {
  rule: string
  clauses: readonly string[]
  answer: Answer
  trace: Trace
}

export interface MissingFact {
  fact: string
  why: 'unrecorded' | 'conflicting' | 'expired'
  /** The value that helps towards a yes. */
  hoped: Value
  /** Ids of the pack's `evidence`, the best first. */
  evidence: readonly string[]
  remedy: Said
}

/** A smallest set of changes, one or two, after which the answer is another one. */
export interface Change {
  changes: { fact: string; from: Value; to: Value }[]
  answer: Answer
}

/** An answer with everything it stands on; stored as it is, and found again to the bit by `replay`. */
export interface Decision {
  answer: Answer
  group: string
  pack: { id: string; digest: string }
  day: Day
  rules: RuleAnswer[]
  /** Where the answer is unknown: the shortest list of facts that could settle it. Empty otherwise. */
  missing: MissingFact[]
  /** Where the answer is yes or no: what would change it. What is unknown stays unknown here. */
  wouldChange: Change[]
  parameters: ParameterInForce[]
  /** The facts the rules use, as the rules saw them. */
  facts: Facts
}

/** The answer of a group of rules for one home on one day: a known failure beats unknowns, unknown beats yes. */
export function decide(pack: Pack, group: string, facts: Facts, day: Day): Decision {
  const rules = bindRules(pack, group, day)
  const used = settleAll(pack, factsOf(rules), facts, day)
  const answer = answerTo(rules, used)
  return {
    answer,
    group,
    pack: { id: pack.id, digest: pack.digest },
    day,
    rules: rules.map(({ rule, condition }) => ({
      rule: rule.id,
      clauses: rule.clauses,
      answer: answerOf(evaluate(condition, used)),
      trace: traced(condition, used),
    })),
    missing: answer === 'unknown' ? missingFacts(pack, rules, used) : [],
    wouldChange: answer === 'unknown' ? [] : changes(pack, rules, used, answer),
    parameters: parametersOf(rules).map((name) => parameter(pack, name, day)),
    facts: used,
  }
}

/** Decides again from what a decision has stored. Throws where the pack is not the one it was decided by. */
export function replay(decision: Decision, pack: Pack): Decision {
  if (decision.pack.digest !== pack.digest)
    throw new Error(`The decision was made by pack content ${decision.pack.digest}, not ${pack.digest}.`)
  return decide(pack, decision.group, decision.facts, decision.day)
}

const answerTo = (rules: readonly BoundRule[], facts: Facts): Answer =>
  answerOf(rules.reduce((code, { condition }) => code & evaluate(condition, facts), YES))

/** Only rules still unknown need facts. Where no facts could bring a yes, those that bring the no. */
function missingFacts(pack: Pack, rules: readonly BoundRule[], facts: Facts): MissingFact[] {
  const open = rules.filter(({ condition }) => answerOf(evaluate(condition, facts)) === 'unknown')
  const list = fewestToLearn(pack, open, facts) ?? fewestToFail(pack, open, facts) ?? []
  return list.map(({ fact, to }) => {
    const { evidence, remedy } = definitionOf(pack, fact)
    return { fact, why: reasonOf(facts[fact]), hoped: to, evidence, remedy }
  })
}

function reasonOf(fact: Fact | undefined): MissingFact['why'] {
  if (!fact || fact.known) return 'unrecorded'
  if (fact.conflicting) return 'conflicting'
  return fact.expired ? 'expired' : 'unrecorded'
}

function changes(pack: Pack, rules: readonly BoundRule[], facts: Facts, answer: Answer): Change[] {
  return smallestChanges(pack, rules, facts, answer === 'no', 2).map((assignment) => {
    const changed = Object.fromEntries(
      assignment.map(({ fact, to }) => [fact, { known: true, value: to } as const]),
    )
    return {
      changes: assignment.flatMap(({ fact, to }) => {
        const before = facts[fact]
        return before?.known ? [{ fact, from: before.value, to }] : []
      }),
      answer: answerTo(rules, { ...facts, ...changed }),
    }
  })
}
