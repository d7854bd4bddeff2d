import { addDays } from '../dates/day.ts'
import type { BoundComparison, Value } from './condition.ts'
import { textValues } from './facts.ts'
import type { FactDefinition } from './schema.ts'

/**
 * The values worth trying for a fact: the thresholds it is compared with and one value on each side of every
 * threshold. Any other value of its type passes and fails the same comparisons as one of these.
 */
export function candidates(definition: FactDefinition, comparisons: readonly BoundComparison[]): Value[] {
  switch (definition.type) {
    case 'boolean':
      return [true, false]
    case 'text':
      return textValues(definition)
    case 'number':
      return numbersAround(thresholds(comparisons).filter((value) => typeof value === 'number'))
    case 'day':
      return daysAround(thresholds(comparisons).filter((value) => typeof value === 'string'))
  }
}

const thresholds = (comparisons: readonly BoundComparison[]): Value[] => [
  ...new Set(comparisons.flatMap(({ operand }) => operand)),
]

function numbersAround(given: readonly number[]): number[] {
  const sorted = given.toSorted((a, b) => a - b)
  const [first, last] = [sorted.at(0) ?? 0, sorted.at(-1) ?? 0]
  const between = sorted.slice(1).map((value, i) => (value + (sorted[i] ?? value)) / 2)
  return [...new Set([...sorted, ...between, last + 1, first - 1])]
}

function daysAround(given: readonly string[]): string[] {
  const sorted = given.toSorted()
  return [
    ...new Set([
      ...sorted,
      ...sorted.map((day) => addDays(day, 1)),
      ...sorted.map((day) => addDays(day, -1)),
    ]),
  ]
}
