import { candidates } from './candidates.ts'
import {
  type Bound,
  type BoundComparison,
  boundComparisonsOf,
  type Facts,
  holds,
  type Value,
} from './condition.ts'
import { definitionOf } from './facts.ts'
import type { Pack } from './pack.ts'
import { type BoundRule, factsOf } from './rules.ts'

/**
 * One way to bring an answer about: for each fact it leans on, which of the fact's candidate values would do,
 * as a bit mask. Found by one walk of the conditions: an `all` that shall hold crosses the ways of its
 * children, an `any` offers them side by side, and the other way round where it shall fail.
 */
type Way = ReadonlyMap<string, number>

export type Assignment = { fact: string; to: Value }[]

const asItIs: Way = new Map()

/**
 * The fewest unknown facts that make all rules hold, with the values hoped for; what is known stays as it is.
 * Undefined where no values could.
 */
export function fewestToLearn(pack: Pack, rules: readonly BoundRule[], facts: Facts): Assignment | undefined {
  const values = valuesToTry(pack, rules)
  const leaf = (comparison: BoundComparison, want: boolean): Way[] => {
    const fact = facts[comparison.fact]
    if (fact?.known) return holds(comparison, fact.value) === want ? [asItIs] : []
    return wayBy(comparison, want, values)
  }
  const [cheapest] = crossRules(rules, leaf, (way) => way.size)
  return cheapest && assigned([...cheapest], values)
}

/** The fewest unknown facts that make one of the rules fail. */
export function fewestToFail(pack: Pack, rules: readonly BoundRule[], facts: Facts): Assignment | undefined {
  const turned = rules.map((rule) => [{ ...rule, condition: { node: 'not', of: rule.condition } as const }])
  const found = turned.map((rule) => fewestToLearn(pack, rule, facts)).filter((way) => way !== undefined)
  return found.toSorted((a, b) => a.length - b.length)[0]
}

/**
 * The smallest sets of at most `limit` known facts whose change would lift every failed rule (`want` true) or
 * fail one (`want` false); what is unknown stays unknown and counts as no hindrance.
 */
export function smallestChanges(
  pack: Pack,
  rules: readonly BoundRule[],
  facts: Facts,
  want: boolean,
  limit: number,
): Assignment[] {
  const values = valuesToTry(pack, rules, facts)
  const leaf = (comparison: BoundComparison, wanted: boolean): Way[] =>
    facts[comparison.fact]?.known ? wayBy(comparison, wanted, values) : [asItIs]
  const ways = want
    ? crossRules(rules, leaf, cost, limit)
    : rules.flatMap(({ condition }) => waysTo(condition, false, leaf, limit))
  const changes = ways.filter((way) => cost(way) <= limit).map((way) => [...way].filter(isChange))
  const smallestFirst = changes.toSorted((a, b) => a.length - b.length)
  const minimal: typeof changes = []
  for (const change of smallestFirst) {
    const facts = new Set(change.map(([fact]) => fact))
    if (!minimal.some((smaller) => smaller.every(([fact]) => facts.has(fact)))) minimal.push(change)
  }
  return minimal.map((change) => assigned(change, values))
}

/** Where changes are sought, the value a fact has is its first candidate: bit 0 means that it may stay. */
const isChange = ([, mask]: [string, number]): boolean => (mask & 1) === 0
const cost = (way: Way): number => [...way].filter(isChange).length

function valuesToTry(pack: Pack, rules: readonly BoundRule[], present: Facts = {}): Map<string, Value[]> {
  const comparisons = rules.flatMap(({ condition }) => boundComparisonsOf(condition))
  return new Map(
    factsOf(rules).map((name) => {
      const tried = candidates(
        definitionOf(pack, name),
        comparisons.filter(({ fact }) => fact === name),
      )
      const fact = present[name]
      return [name, fact?.known ? [fact.value, ...tried.filter((value) => value !== fact.value)] : tried]
    }),
  )
}

function wayBy(comparison: BoundComparison, want: boolean, values: Map<string, Value[]>): Way[] {
  const tried = values.get(comparison.fact) ?? []
  let mask = 0
  tried.forEach((value, i) => {
    if (holds(comparison, value) === want) mask |= 1 << i
  })
  return mask === 0 ? [] : [new Map([[comparison.fact, mask]])]
}

type Leaf = (comparison: BoundComparison, want: boolean) => Way[]

function waysTo(bound: Bound, want: boolean, leaf: Leaf, limit = Infinity): Way[] {
  switch (bound.node) {
    case 'compare':
      return leaf(bound, want)
    case 'not':
      return waysTo(bound.of, !want, leaf, limit)
    case 'all':
    case 'any': {
      const each = bound.of.map((child) => waysTo(child, want, leaf, limit))
      return (bound.node === 'all') === want
        ? each.reduce((ways, more) => crossed(ways, more, limit), [asItIs])
        : each.flat()
    }
  }
}

function crossed(some: readonly Way[], others: readonly Way[], limit: number): Way[] {
  return some.flatMap((a) =>
    others.flatMap((b) => {
      const both = new Map(a)
      for (const [fact, mask] of b) both.set(fact, mask & (both.get(fact) ?? mask))
      return [...both.values()].includes(0) || cost(both) > limit ? [] : [both]
    }),
  )
}

/**
 * The ways to make all rules hold, cheapest first. After each rule, of those ways that look the same to the
 * rules still to come only the cheapest goes on, which keeps the search small and still exact.
 */
function crossRules(
  rules: readonly BoundRule[],
  leaf: Leaf,
  price: (way: Way) => number,
  limit = Infinity,
): Way[] {
  let ways: Way[] = [asItIs]
  rules.forEach(({ condition }, i) => {
    const later = new Set(factsOf(rules.slice(i + 1)))
    const kept = (entry: [string, number]) => later.has(entry[0]) || (limit < Infinity && isChange(entry))
    const sorted = crossed(ways, waysTo(condition, true, leaf, limit), limit).toSorted(
      (a, b) => price(a) - price(b),
    )
    const distinct = new Map<string, Way>()
    for (const way of sorted) {
      const look = JSON.stringify([...way].filter(kept).sort())
      if (!distinct.has(look)) distinct.set(look, way)
    }
    ways = [...distinct.values()]
  })
  return ways
}

const assigned = (way: [string, number][], values: Map<string, Value[]>): Assignment =>
  way
    .map(([fact, mask]) => ({ fact, to: values.get(fact)?.[31 - Math.clz32(mask & -mask)] ?? false }))
    .sort((a, b) => (a.fact < b.fact ? -1 : 1))
