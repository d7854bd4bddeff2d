import type { Test } from './condition.ts'
import type { FactDefinition } from './schema.ts'

/** The comparisons that make sense of a fact, by its type. */
export const suited: Record<FactDefinition['type'], readonly Test[]> = {
  boolean: ['is'],
  number: ['equals', 'atLeast', 'atMost', 'oneOf'],
  text: ['equals', 'oneOf'],
  day: ['equals', 'before', 'after'],
}
