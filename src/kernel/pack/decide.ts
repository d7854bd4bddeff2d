import type { Day } from '../dates/day.ts'
import type { Said } from '../words/words.ts'
import { evaluate, type Fact, type Facts, type Trace, traced, type Value } from './condition.ts'
import { definitionOf, settleAll } from './facts.ts'
import { type Answer, answerOf, UNKNOWN } from './kleene.ts'
import { shortestToLearn } from './missing.ts'
import { type Pack, parameter, type ParameterInForce } from './pack.ts'
import { type BoundRule, bindRules, factsOf, parametersOf } from './rules.ts'
import { answerTo, type Change, smallestChanges } from './would-change.ts'

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

/** An answer with everything it stands on; stored as it is, and found again to the bit by `replay`. */
export interface Decision {
  answer: Answer
  group: string
  pack: { id: string; digest: string }
  day: Day
  rules: RuleAnswer[]
  /**
   * Where the answer is unknown: facts that, with the values hoped for, settle it. The shortest such list, unless
   * a pack is so entangled that the counted search ends first. Empty otherwise.
   */
  missing: MissingFact[]
  /** What would bring a yes, or lose it. */
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
    wouldChange: smallestChanges(pack, rules, used),
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

/** Only rules still unknown need facts: what the others answer, no fact can alter. */
function missingFacts(pack: Pack, rules: readonly BoundRule[], facts: Facts): MissingFact[] {
  const open = rules.filter(({ condition }) => evaluate(condition, facts) === UNKNOWN)
  return shortestToLearn(pack, open, facts).map(({ fact, hoped }) => {
    const { evidence, remedy } = definitionOf(pack, fact)
    return { fact, why: reasonOf(facts[fact]), hoped, evidence, remedy }
  })
}

function reasonOf(fact: Fact | undefined): MissingFact['why'] {
  if (!fact || fact.known) return 'unrecorded'
  if (fact.conflicting) return 'conflicting'
  return fact.expired ? 'expired' : 'unrecorded'
}
