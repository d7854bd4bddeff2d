import type { Day } from '../dates/day.ts'
import { type Answer, answerOf, codeOf, negated, NO, UNKNOWN, YES } from './kleene.ts'

/** A day is its text, `YYYY-MM-DD`; amounts are numbers in the unit of their fact or parameter. */
export type Value = boolean | number | string
export type Operand = Value | readonly Value[]

/** The dated list a fact was taken from, and where one is named the line of it. */
export interface FactSource {
  id: string
  kind: string
  asOf: Day
  row?: string
}

/** What one of several that contradict each other says; without a source or another who says it, the application itself. */
export interface SaidFact {
  value: Value
  source?: FactSource
  by?: 'comparison' | 'town'
}

/** What is known of one thing about one home. A fact that is not there at all was never recorded. */
export type Fact =
  | {
      known: true
      value: Value
      /** The day of the evidence, from which its expiry runs. */
      since?: Day
      /** The last day it had to be in date on: what was relied on then does not expire by later time. */
      reliedOn?: Day
      /** Nobody recorded it and the pack says what then holds (`unlessRecorded`). */
      presumed?: true
      /** Without one, the application says so or an official settled it. */
      source?: FactSource
    }
  | {
      known: false
      /** Pieces of evidence contradict each other. */
      conflicting?: true
      /** Who says what, where that is kept. */
      said?: readonly SaidFact[]
      expired?: true
    }
export type Facts = Readonly<Record<string, Fact>>

export const tests = ['is', 'equals', 'atLeast', 'atMost', 'before', 'after', 'oneOf'] as const
export type Test = (typeof tests)[number]

/** `{ fact, <test>: value }`, as written in a pack; the value may be that of a parameter. */
export type Comparison = { fact: string } & { [test in Test]?: Operand | { parameter: string } }
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Comparison

/** A comparison with its parameter replaced by the value in force. */
export interface BoundComparison {
  node: 'compare'
  fact: string
  test: Test
  operand: Operand
  parameter?: string
}
export type Bound =
  | { node: 'all' | 'any'; of: readonly Bound[] }
  | { node: 'not'; of: Bound }
  | BoundComparison

/** A condition with the answer at each of its nodes: what a screen draws to show why. */
export type Trace =
  | { node: 'all' | 'any'; answer: Answer; of: readonly Trace[] }
  | { node: 'not'; answer: Answer; of: Trace }
  | (BoundComparison & { answer: Answer })

export const isReference = (operand: unknown): operand is { parameter: string } =>
  typeof operand === 'object' && operand !== null && 'parameter' in operand

/** The test of a comparison and what it compares with; the schema has made sure that there is exactly one. */
export function testOf(comparison: Comparison): { test: Test; against: Operand | { parameter: string } } {
  for (const test of tests) {
    const against = comparison[test]
    if (against !== undefined) return { test, against }
  }
  throw new Error(`The comparison of '${comparison.fact}' has no test.`)
}

/** The comparisons of a condition in reading order, each with its path inside the condition. */
export function comparisonsOf(
  condition: Condition,
  path: readonly (string | number)[] = [],
): { comparison: Comparison; path: readonly (string | number)[] }[] {
  if ('all' in condition) return condition.all.flatMap((c, i) => comparisonsOf(c, [...path, 'all', i]))
  if ('any' in condition) return condition.any.flatMap((c, i) => comparisonsOf(c, [...path, 'any', i]))
  if ('not' in condition) return comparisonsOf(condition.not, [...path, 'not'])
  return [{ comparison: condition, path }]
}

export function boundComparisonsOf(bound: Bound): BoundComparison[] {
  if (bound.node === 'compare') return [bound]
  return bound.node === 'not' ? boundComparisonsOf(bound.of) : bound.of.flatMap(boundComparisonsOf)
}

export function bind(condition: Condition, valueOf: (parameter: string) => Operand): Bound {
  if ('all' in condition) return { node: 'all', of: condition.all.map((c) => bind(c, valueOf)) }
  if ('any' in condition) return { node: 'any', of: condition.any.map((c) => bind(c, valueOf)) }
  if ('not' in condition) return { node: 'not', of: bind(condition.not, valueOf) }
  const { test, against } = testOf(condition)
  const comparison = { node: 'compare', fact: condition.fact, test } as const
  if (!isReference(against)) return { ...comparison, operand: against }
  return { ...comparison, operand: valueOf(against.parameter), parameter: against.parameter }
}

/** Whether a known value passes a comparison. Types were checked when the pack was loaded. */
export function holds({ test, operand }: BoundComparison, value: Value): boolean {
  if (typeof operand === 'object') return test === 'oneOf' && operand.includes(value)
  switch (test) {
    case 'is':
    case 'equals':
    case 'oneOf':
      return value === operand
    case 'atLeast':
      return value >= operand
    case 'atMost':
      return value <= operand
    case 'before':
      return value < operand
    case 'after':
      return value > operand
  }
}

/** The Kleene code of a condition for one home. */
export function evaluate(bound: Bound, facts: Facts): number {
  switch (bound.node) {
    case 'all':
      return bound.of.reduce((code, child) => code & evaluate(child, facts), YES)
    case 'any':
      return bound.of.reduce((code, child) => code | evaluate(child, facts), NO)
    case 'not':
      return negated(evaluate(bound.of, facts))
    case 'compare': {
      const fact = facts[bound.fact]
      return fact?.known ? codeOf(holds(bound, fact.value)) : UNKNOWN
    }
  }
}

export function traced(bound: Bound, facts: Facts): Trace {
  const answer = answerOf(evaluate(bound, facts))
  switch (bound.node) {
    case 'all':
    case 'any':
      return { node: bound.node, answer, of: bound.of.map((child) => traced(child, facts)) }
    case 'not':
      return { node: 'not', answer, of: traced(bound.of, facts) }
    case 'compare':
      return { ...bound, answer }
  }
}
