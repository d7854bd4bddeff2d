import { addDays, isDay } from '../dates/day.ts'
import {
  type Comparison,
  type Condition,
  isReference,
  type Operand,
  type Test,
  testOf,
  type Value,
} from './condition.ts'
import { comparisonsOf } from './condition.ts'
import type { Pack } from './pack.ts'
import type { Rule } from './schema.ts'

/** A pack with one small mistake in one rule. */
export interface Mutant {
  what: string
  pack: Pack
}

/** Every small mistake in a rule that its cases must notice. */
export function mutantsOf(pack: Pack, rule: Rule): Mutant[] {
  const comparisons = comparisonsOf(rule.when).map(({ comparison }) => comparison)
  const facts = [...new Set(comparisons.map(({ fact }) => fact))]
  const references = comparisons.map((comparison) => testOf(comparison).against).filter(isReference)
  const parameters = [...new Set(references.map(({ parameter }) => parameter))]
  return [
    ...mistakesIn(rule.when).map(({ what, condition }) => ({
      what,
      pack: { ...pack, rules: pack.rules.map((r) => (r.id === rule.id ? { ...r, when: condition } : r)) },
    })),
    ...parameters.flatMap((name) => shiftedParameter(pack, name)),
    ...facts.flatMap((name) => otherPresumption(pack, name)),
  ]
}

interface Mistake {
  what: string
  condition: Condition
}

function mistakesIn(condition: Condition): Mistake[] {
  if ('all' in condition) {
    const swapped = condition.all.length > 1 ? [{ what: 'all → any', condition: { any: condition.all } }] : []
    return [...swapped, ...mistakesAmong(condition.all, (all) => ({ all }))]
  }
  if ('any' in condition) {
    const swapped = condition.any.length > 1 ? [{ what: 'any → all', condition: { all: condition.any } }] : []
    return [...swapped, ...mistakesAmong(condition.any, (any) => ({ any }))]
  }
  if ('not' in condition)
    return [
      { what: 'not dropped', condition: condition.not },
      ...mistakesIn(condition.not).map((m) => ({ ...m, condition: { not: m.condition } })),
    ]
  return mistakesInComparison(condition)
}

function mistakesAmong(
  children: readonly Condition[],
  joined: (children: Condition[]) => Condition,
): Mistake[] {
  const dropped =
    children.length > 1
      ? children.map((child, i) => ({
          what: `dropped ${JSON.stringify(child)}`,
          condition: joined(children.toSpliced(i, 1)),
        }))
      : []
  const changed = children.flatMap((child, i) =>
    mistakesIn(child).map((m) => ({ ...m, condition: joined(children.with(i, m.condition)) })),
  )
  return [...dropped, ...changed]
}

/** The neighbour a threshold test is easily mistaken for, once negated: `> t` for `≥ t`. */
const strictness: Partial<Record<Test, Test>> = {
  atLeast: 'atMost',
  atMost: 'atLeast',
  before: 'after',
  after: 'before',
}

function mistakesInComparison(comparison: Comparison): Mistake[] {
  const { fact } = comparison
  const { test, against } = testOf(comparison)
  const shown = `${fact} ${test} ${JSON.stringify(against)}`
  const neighbour = strictness[test]
  const found: Mistake[] = [{ what: `negated ${shown}`, condition: { not: comparison } }]
  if (neighbour)
    found.push(
      { what: `turned ${shown}`, condition: { fact, [neighbour]: against } },
      { what: `at its border ${shown}`, condition: { not: { fact, [neighbour]: against } } },
    )
  if (isReference(against)) return found
  const others: Operand[] = Array.isArray(against)
    ? against.map((_, i) => against.toSpliced(i, 1)).filter((list) => list.length > 0)
    : shifted(against as Value)
  return [
    ...found,
    ...others.map((other) => ({
      what: `${shown} → ${JSON.stringify(other)}`,
      condition: { fact, [test]: other },
    })),
  ]
}

function shifted(value: Value): Value[] {
  if (typeof value === 'number') return [value - 1, value + 1]
  return typeof value === 'string' && isDay(value) ? [addDays(value, -1), addDays(value, 1)] : []
}

function shiftedParameter(pack: Pack, name: string): Mutant[] {
  const parameter = pack.parameters[name]
  if (!parameter) return []
  return [0, 1].flatMap((which) => {
    const values = parameter.values.map(({ from, value }) => ({
      from,
      value: (Array.isArray(value) ? undefined : shifted(value)[which]) ?? value,
    }))
    if (JSON.stringify(values) === JSON.stringify(parameter.values)) return []
    const parameters = { ...pack.parameters, [name]: { ...parameter, values } }
    return [{ what: `${name} → ${JSON.stringify(values)}`, pack: { ...pack, parameters } }]
  })
}

function otherPresumption(pack: Pack, name: string): Mutant[] {
  const definition = pack.facts[name]
  if (definition?.type !== 'boolean') return []
  const presumed = definition.unlessRecorded
  return [true, false, undefined]
    .filter((other) => other !== presumed)
    .map((other) => {
      const { unlessRecorded: _, ...bare } = definition
      const changed = other === undefined ? bare : { ...bare, unlessRecorded: other }
      return {
        what: `${name} presumed ${other}`,
        pack: { ...pack, facts: { ...pack.facts, [name]: changed } },
      }
    })
}
