import type { Fact, Facts } from './condition.ts'
import { decide } from './decide.ts'
import type { Answer } from './kleene.ts'
import type { Pack } from './pack.ts'
import type { PackCase } from './schema.ts'

export interface FailedCase {
  /** The case's place in cases.yaml, from 0. */
  index: number
  expected: Answer
  /** Absent where the case's rule is not in force on its day. */
  answer: Answer | undefined
  missing: readonly string[]
}

/** Facts as cases say them: `unknown` and `conflicting` are said in words, everything else is a value. */
export const factsSaid = (facts: PackCase['facts']): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]): [string, Fact] => {
      if (value === 'unknown') return [name, { known: false }]
      if (value === 'conflicting') return [name, { known: false, conflicting: true }]
      return [name, { known: true, value }]
    }),
  )

/** The cases whose answer, or list of missing facts, is not the one the pack expects. */
export function failedCases(pack: Pack): FailedCase[] {
  return pack.cases.flatMap((tried, index) => {
    const { answer, missing } = outcome(pack, tried)
    const asExpected = answer === tried.expect && (!tried.missing || sameNames(missing, tried.missing))
    return asExpected ? [] : [{ index, expected: tried.expect, answer, missing }]
  })
}

/** A case of one rule asks that rule alone, within the first of its groups. */
function outcome(pack: Pack, tried: PackCase): { answer: Answer | undefined; missing: string[] } {
  const group = tried.group ?? pack.rules.find(({ id }) => id === tried.rule)?.groups[0] ?? ''
  const { answer, rules, missing } = decide(pack, group, factsSaid(tried.facts), tried.day ?? pack.validFrom)
  return {
    answer: tried.group ? answer : rules.find(({ rule }) => rule === tried.rule)?.answer,
    missing: missing.map(({ fact }) => fact),
  }
}

const sameNames = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() === others.toSorted().join()
