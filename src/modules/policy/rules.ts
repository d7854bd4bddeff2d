import {
  type Comparison,
  type Condition,
  isReference,
  type Operand,
  type Test,
  testOf,
} from '../../kernel/pack/condition.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { Parameter } from '../../kernel/pack/schema.ts'

/** One line of a rule written out as a table: a heading of a group of conditions, or one comparison. */
export type ConditionLine =
  | { depth: number; node: 'all' | 'any' | 'not' }
  | {
      depth: number
      node: 'compare'
      fact: string
      test: Test
      /** Null where a parameter has no value yet on the day. */
      operand: Operand | null
      parameter?: string
    }

/**
 * A rule's condition in reading order. What belongs under a heading stands one step deeper; a heading over a single
 * condition says nothing and is left out, save `not`, which turns it round.
 */
export function conditionLines(
  condition: Condition,
  valueOf: (parameter: string) => Operand | null,
  depth = 0,
): ConditionLine[] {
  if ('not' in condition)
    return [{ depth, node: 'not' }, ...conditionLines(condition.not, valueOf, depth + 1)]
  const node = 'all' in condition ? 'all' : 'any' in condition ? 'any' : undefined
  if (!node) return [comparisonLine(condition as Comparison, valueOf, depth)]
  const children = 'all' in condition ? condition.all : (condition as { any: Condition[] }).any
  const [only] = children
  if (only && children.length === 1) return conditionLines(only, valueOf, depth)
  return [{ depth, node }, ...children.flatMap((child) => conditionLines(child, valueOf, depth + 1))]
}

function comparisonLine(
  comparison: Comparison,
  valueOf: (parameter: string) => Operand | null,
  depth: number,
): ConditionLine {
  const { test, against } = testOf(comparison)
  const line = { depth, node: 'compare', fact: comparison.fact, test } as const
  if (!isReference(against)) return { ...line, operand: against }
  return { ...line, operand: valueOf(against.parameter), parameter: against.parameter }
}

/** The parameters a condition's value depends on, each once. */
export const parametersIn = (lines: readonly ConditionLine[]): string[] => [
  ...new Set(lines.flatMap((line) => (line.node === 'compare' && line.parameter ? [line.parameter] : []))),
]

/** The value of a parameter on a day; null before its first. */
export const valueOn = ({ values }: Pick<Parameter, 'values'>, day: Day): Operand | null =>
  values.findLast(({ from }) => from <= day)?.value ?? null
