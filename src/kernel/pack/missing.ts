import { candidates } from './candidates.ts'
import {
  type Bound,
  type BoundComparison,
  boundComparisonsOf,
  evaluate,
  type Facts,
  holds,
  type Value,
} from './condition.ts'
import { definitionOf } from './facts.ts'
import { NO, UNKNOWN, YES } from './kleene.ts'
import type { Pack } from './pack.ts'
import { type BoundRule, factsOf } from './rules.ts'

/** A fact to ask for, with a value that would help. */
export interface Wanted {
  fact: string
  hoped: Value
}

/**
 * The shortest list of unknown facts that, with the values hoped for, make all rules hold; where no values
 * could, the shortest that make one fail. The search is counted, so that no pack can make it long: should it
 * run out, the list is the best one found, at worst every open fact. It always settles the answer.
 */
export function shortestToLearn(pack: Pack, open: readonly BoundRule[], facts: Facts): Wanted[] {
  const all: Bound = { node: 'all', of: open.map(({ condition }) => condition) }
  const search = new Search(pack, open, facts)
  return search.shortest(all, true) ?? search.shortest(all, false) ?? search.everything()
}

/** For each fact leant on, which of its candidate values would do, as a bit mask. */
type Needs = ReadonlyMap<string, number>
interface Goal {
  bound: Bound
  want: boolean
}

const mostSteps = 3000

class Search {
  private readonly facts: Facts
  private readonly values: ReadonlyMap<string, readonly Value[]>
  private readonly codes = new Map<Bound, number>()
  private readonly masks = new Map<BoundComparison, number>()
  private steps = mostSteps
  private best: Needs | undefined

  constructor(pack: Pack, rules: readonly BoundRule[], facts: Facts) {
    const comparisons = rules.flatMap(({ condition }) => boundComparisonsOf(condition))
    const unknown = factsOf(rules).filter((name) => !facts[name]?.known)
    this.facts = facts
    this.values = new Map(
      unknown.map((name) => [
        name,
        candidates(
          definitionOf(pack, name),
          comparisons.filter(({ fact }) => fact === name),
        ),
      ]),
    )
  }

  shortest(bound: Bound, want: boolean): Wanted[] | undefined {
    this.best = undefined
    this.visit(new Map(), [{ bound, want }])
    return this.best && this.wanted(this.best)
  }

  everything(): Wanted[] {
    return this.wanted(new Map([...this.values.keys()].map((fact) => [fact, 1])))
  }

  /** Depth first: what must be so is taken at once, and of several choices the narrowest is tried first. */
  private visit(needs: Needs, goals: readonly Goal[]): void {
    if (this.steps-- <= 0) return
    const expanded = this.expand(needs, goals)
    if (!expanded || (this.best && expanded.needs.size >= this.best.size)) return
    const [narrowest, ...others] = expanded.choices.sort((a, b) => optionsOf(a).length - optionsOf(b).length)
    if (!narrowest) this.best = expanded.needs
    else for (const option of optionsOf(narrowest)) this.visit(expanded.needs, [option, ...others])
  }

  /** Undefined where the goals cannot all be reached. */
  private expand(before: Needs, goals: readonly Goal[]): { needs: Needs; choices: Goal[] } | undefined {
    const needs = new Map(before)
    const choices: Goal[] = []
    const pending = [...goals]
    for (let goal = pending.pop(); goal; goal = pending.pop()) {
      const { bound, want } = goal
      const code = this.codeOf(bound)
      if (code !== UNKNOWN) {
        if (code !== (want ? YES : NO)) return undefined
      } else if (bound.node === 'compare') {
        const mask = this.maskOf(bound, want) & (needs.get(bound.fact) ?? -1)
        if (mask === 0) return undefined
        needs.set(bound.fact, mask)
      } else if (isChoice(goal)) choices.push(goal)
      else pending.push(...optionsOf(goal))
    }
    return { needs, choices: choices.filter((choice) => !this.isMet(choice, needs)) }
  }

  private isMet({ bound, want }: Goal, needs: Needs): boolean {
    const code = this.codeOf(bound)
    if (code !== UNKNOWN) return code === (want ? YES : NO)
    if (bound.node === 'compare') {
      const mask = needs.get(bound.fact)
      return mask !== undefined && (mask & ~this.maskOf(bound, want)) === 0
    }
    const options = optionsOf({ bound, want })
    return isChoice({ bound, want })
      ? options.some((option) => this.isMet(option, needs))
      : options.every((option) => this.isMet(option, needs))
  }

  private codeOf(bound: Bound): number {
    const code = this.codes.get(bound) ?? evaluate(bound, this.facts)
    this.codes.set(bound, code)
    return code
  }

  private maskOf(comparison: BoundComparison, want: boolean): number {
    const values = this.values.get(comparison.fact) ?? []
    const mask =
      this.masks.get(comparison) ??
      values.reduce<number>((bits, value, i) => (holds(comparison, value) ? bits + 2 ** i : bits), 0)
    this.masks.set(comparison, mask)
    return want ? mask : 2 ** values.length - 1 - mask
  }

  private wanted(needs: Needs): Wanted[] {
    return [...needs]
      .map(([fact, mask]) => ({
        fact,
        hoped: this.values.get(fact)?.find((_, i) => mask & (1 << i)) ?? false,
      }))
      .sort((a, b) => (a.fact < b.fact ? -1 : 1))
  }
}

/** An `any` that shall hold leaves a choice, and so does an `all` that shall fail. */
const isChoice = ({ bound, want }: Goal): boolean => bound.node === (want ? 'any' : 'all')

function optionsOf({ bound, want }: Goal): Goal[] {
  if (bound.node === 'compare') return []
  if (bound.node === 'not') return [{ bound: bound.of, want: !want }]
  return bound.of.map((child) => ({ bound: child, want }))
}
