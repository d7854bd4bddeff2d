import type { Day } from '../dates/day.ts'
import { bind, type Bound, boundComparisonsOf } from './condition.ts'
import { isInForce, type Pack, parameter, rulesOfGroup } from './pack.ts'
import type { Rule } from './schema.ts'

/** A rule ready to be asked on one day: its parameters replaced by the values in force. */
export interface BoundRule {
  rule: Rule
  /** Its place in the group, the same on every day: its bit in a mask. */
  bit: number
  condition: Bound
}

/**
 * The rules of a group that are in force on a day. Throws where there are none: no rule at all must never read
 * as yes.
 */
export function bindRules(pack: Pack, group: string, day: Day): BoundRule[] {
  const inForce = rulesOfGroup(pack, group)
    .map((rule, bit) => ({ rule, bit }))
    .filter(({ rule }) => isInForce(pack, rule, day))
  if (inForce.length === 0)
    throw new Error(`Pack ${pack.id} has no rule of group '${group}' in force on ${day}.`)
  return inForce.map(({ rule, bit }) => ({
    rule,
    bit,
    condition: bind(rule.when, (name) => parameter(pack, name, day).value),
  }))
}

/** The facts that rules use, each once, in alphabetical order. */
export const factsOf = (rules: readonly BoundRule[]): string[] => distinct(rules, ({ fact }) => fact)

/** The parameters that rules use, each once, in alphabetical order. */
export const parametersOf = (rules: readonly BoundRule[]): string[] =>
  distinct(rules, ({ parameter: name }) => name)

function distinct(
  rules: readonly BoundRule[],
  of: (comparison: { fact: string; parameter?: string }) => string | undefined,
): string[] {
  const names = rules.flatMap(({ condition }) => boundComparisonsOf(condition).map(of))
  return [...new Set(names.filter((name) => name !== undefined))].sort()
}
