import { levelNames } from './levels.ts'
import type { FieldKind, LevelWeight, MatchField, MatchModel } from './model.ts'

/** Pairs with the same levels in all fields; level 0 says nothing. */
export interface Pattern {
  near: boolean
  levels: readonly number[]
  pairs: number
}

export interface Observed {
  fields: readonly MatchField[]
  records: number
  /** All pairs there are, and how many of them lie in one area. */
  allPairs: number
  nearPairs: number
  /** Pairs that share a key: all that can be the same are among them. */
  candidates: readonly Pattern[]
  /** Pairs picked at random, of different areas and of one area. */
  random: readonly Pattern[]
  /** How many pairs agree on each field, by its name. */
  agreeing: ReadonlyMap<string, number>
}

/** What families and neighbours share as well as one person with himself. */
const shared: ReadonlySet<FieldKind> = new Set(['address', 'telephone', 'area', 'number'])

/**
 * Two people of one family, before anything was seen: they share the house, the telephone and often the surname,
 * hardly ever the number, the birthday or the whole name. Only the shared fields are learnt.
 */
const relatedAtFirst: Partial<Record<FieldKind, Readonly<Record<string, number>>>> = {
  'chinese-name': { same: 0.0005, sound: 0.001, slip: 0.08, surname: 0.42 },
  name: { same: 0.25, slip: 0.01, alike: 0.03 },
  'id-number': { same: 0.0002, repaired: 0.00001, birth: 0.001, unclear: 0.04 },
  date: { same: 0.001, slip: 0.02, alike: 0.06 },
}

const rounds = 40

/**
 * Estimates the weights of a model from the data alone (Fellegi–Sunter by expectation maximisation): what unrelated
 * pairs look like is counted on random pairs, in one area and in different ones; what the same and the related look
 * like follows from the candidates. Deterministic: the same records give the same model.
 */
export function estimateModel(observed: Observed): MatchModel {
  const { fields, allPairs, candidates } = observed
  const names = fields.map(levelNames)
  const hasFamilies =
    fields.some(({ kind }) => shared.has(kind)) && fields.some(({ kind }) => kind in relatedAtFirst)
  let same = fields.map((field, at) => sameAtFirst(field, names[at]?.length ?? 0))
  let related = fields.map((field, at) => relatedLevels(field, names[at] ?? []))
  const unrelated = new Unrelated(observed, names)
  let priorSame = Math.min(0.2, Math.max(1e-12, (0.05 * observed.records) / allPairs))
  let priorRelated = hasFamilies ? priorSame * 0.2 : 0
  for (let round = 0; round < rounds; round++) {
    const counts = names.map((levels) => new Float64Array(levels.length + 1))
    const relatedCounts = names.map((levels) => new Float64Array(levels.length + 1))
    let sameTotal = 0
    let relatedTotal = 0
    for (const pattern of candidates) {
      const s = priorSame * product(pattern.levels, same)
      const r = priorRelated * product(pattern.levels, related)
      const u = (1 - priorSame - priorRelated) * unrelated.probability(pattern)
      const all = s + r + u
      if (all === 0) continue
      sameTotal += (s / all) * pattern.pairs
      relatedTotal += (r / all) * pattern.pairs
      for (const [at, level] of pattern.levels.entries()) {
        add(counts[at], level, (s / all) * pattern.pairs)
        add(relatedCounts[at], level, (r / all) * pattern.pairs)
      }
    }
    same = counts.map((levels) => smoothed(levels, 1))
    related = fields.map((field, at) =>
      shared.has(field.kind)
        ? smoothed(relatedCounts[at] ?? new Float64Array(0), 1)
        : (related[at] ?? new Float64Array(0)),
    )
    priorSame = Math.max(1e-12, sameTotal / allPairs)
    priorRelated = hasFamilies ? Math.max(1e-13, relatedTotal / allPairs) : 0
    unrelated.without((pattern) => {
      const s = priorSame * product(pattern.levels, same)
      const u = (1 - priorSame) * unrelated.probability(pattern)
      return s / (s + u || 1)
    }, counts)
  }
  return {
    version: '',
    records: observed.records,
    priorSame,
    priorRelated,
    nearShare: observed.nearPairs / allPairs,
    fields: Object.fromEntries(
      fields.map((field, at) => [
        field.name,
        Object.fromEntries(
          (names[at] ?? []).map((name, level): [string, LevelWeight] => [
            name,
            {
              same: same[at]?.[level + 1] ?? 0,
              related: related[at]?.[level + 1] ?? 0,
              near: unrelated.of(at, level + 1, true),
              far: unrelated.of(at, level + 1, false),
            },
          ]),
        ),
      ]),
    ),
  }
}

function add(counts: Float64Array | undefined, level: number, amount: number): void {
  if (counts) counts[level] = (counts[level] ?? 0) + amount
}

function product(levels: readonly number[], probabilities: readonly Float64Array[]): number {
  let result = 1
  for (const [at, level] of levels.entries()) if (level > 0) result *= probabilities[at]?.[level] ?? 1
  return result
}

/** Shares of each level among pairs where the field says something; nothing is impossible. */
function smoothed(counts: Float64Array, amount: number): Float64Array {
  let total = 0
  for (let level = 1; level < counts.length; level++) total += (counts[level] ?? 0) + amount
  return counts.map((count, level) => (level === 0 ? 1 : (count + amount) / total))
}

function sameAtFirst(field: MatchField, levels: number): Float64Array {
  const shares = new Float64Array(levels + 1).fill(0.2 / Math.max(1, levels - 1))
  shares[0] = 1
  shares[1] = 0.8
  if (levels === 1) shares[1] = 1
  void field
  return shares
}

function relatedLevels({ kind }: MatchField, names: readonly string[]): Float64Array {
  const known = relatedAtFirst[kind]
  const shares = new Float64Array(names.length + 1)
  shares[0] = 1
  let rest = 1
  for (const [at, name] of names.entries()) {
    const share = known?.[name] ?? (known ? 0 : name === 'same' ? 0.7 : 0.3 / (names.length - 1))
    shares[at + 1] = share
    if (name !== 'different') rest -= share
  }
  if (known) shares[names.length] = rest
  return shares
}

/** What unrelated pairs look like, by area or not, field by field. */
class Unrelated {
  readonly #near: Float64Array[]
  readonly #far: Float64Array[]
  readonly #observed: Observed
  readonly #names: readonly string[][]

  constructor(observed: Observed, names: readonly string[][]) {
    this.#observed = observed
    this.#names = names
    this.#near = names.map((levels) => new Float64Array(levels.length + 1))
    this.#far = names.map((levels) => new Float64Array(levels.length + 1))
    this.without(() => 0, undefined)
  }

  of(at: number, level: number, near: boolean): number {
    return (near ? this.#near : this.#far)[at]?.[level] ?? 0
  }

  probability({ near, levels }: Pattern): number {
    return product(levels, near ? this.#near : this.#far) * this.share(near)
  }

  share(near: boolean): number {
    const { allPairs, nearPairs } = this.#observed
    return Math.max(1, near ? nearPairs : allPairs - nearPairs) / allPairs
  }

  /**
   * Counts again, leaving out what is taken to be the same. A value so rare that random pairs never meet it is
   * counted over all pairs instead: those that agree on it less those that are the same.
   */
  without(isSame: (pattern: Pattern) => number, same: readonly Float64Array[] | undefined): void {
    const { random, agreeing, fields, allPairs } = this.#observed
    const near = this.#names.map((levels) => new Float64Array(levels.length + 1))
    const far = this.#names.map((levels) => new Float64Array(levels.length + 1))
    for (const pattern of random) {
      const weight = (1 - isSame(pattern)) * pattern.pairs
      for (const [at, level] of pattern.levels.entries()) add((pattern.near ? near : far)[at], level, weight)
    }
    for (const at of this.#names.keys()) {
      this.#near[at] = smoothed(near[at] ?? new Float64Array(0), 0.5)
      const shares = smoothed(far[at] ?? new Float64Array(0), 0.5)
      const counted = (far[at]?.[1] ?? 0) < 20
      const agree = (agreeing.get(fields[at]?.name ?? '') ?? 0) - (same?.[at]?.[1] ?? 0)
      if (counted) shares[1] = Math.max(0.5, agree) / allPairs
      this.#far[at] = shares
    }
  }
}
