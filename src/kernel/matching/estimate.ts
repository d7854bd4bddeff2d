import { isShared, isTelling, relatedAtFirst, sameAtFirst, sharesOf, unrelatedAtFirst } from './at-first.ts'
import { type LevelName, levelNames } from './levels.ts'
import type { LevelWeight, MatchField, MatchModel, Question } from './model.ts'

/** Pairs with the same levels in all fields; level 0 says nothing. */
export interface Pattern {
  near: boolean
  levels: readonly number[]
  pairs: number
}

export interface Observed {
  question: Question
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

const rounds = 12

/**
 * Of so many pairs so few are taken to be the same, and to be related, before any were seen: with a handful of records
 * one pair that looks alike must not make sameness common.
 */
const beforehandPairs = 2000
const beforehandSame = 0.2

/**
 * Estimates the weights of a model from the data alone. What unrelated pairs look like is counted on random pairs, in
 * one area and in different ones. What the same look like is counted, field by field, on anchors: pairs the *other*
 * fields join beyond doubt. Maximising a likelihood over all candidates instead would take neighbours, whose house,
 * meter and deed numbers follow each other, for a kind of sameness. Deterministic: the same records, the same model.
 */
export function estimateModel(observed: Observed): MatchModel {
  const { question, fields, allPairs, candidates } = observed
  const names = fields.map((field) => levelNames(field, fields))
  const tells = fields.map(({ kind }) => isTelling(question, kind))
  // Without both kinds of field nothing can be told apart from what belongs together.
  const hasRelated = new Set(tells).size === 2 && fields.some(({ kind }, at) => !tells[at] && kind !== 'area')
  const unrelated = new Unrelated(observed, names)
  let same: Float64Array[] = []
  let related: Float64Array[] = []
  let priorSame = Math.min(0.2, (0.02 * observed.records) / allPairs)
  let priorRelated = hasRelated ? priorSame * 0.2 : 0
  for (let round = 0; round < rounds; round++) {
    if (round % 4 === 0) {
      const counts = countAnchors(observed, names, unrelated, tells, hasRelated)
      same = fields.map(({ kind }, at) =>
        towards(sharesOf(sameAtFirst[kind], names[at] ?? []), counts.same[at]),
      )
      related = fields.map(({ kind }, at) => {
        const expected = sharesOf(relatedAtFirst[question][kind], names[at] ?? [])
        return tells[at] ? expected : towards(expected, counts.related[at])
      })
    }
    const probabilities = (pattern: Pattern) => {
      const s = priorSame * product(pattern.levels, same)
      const r = priorRelated * product(pattern.levels, related)
      const u = (1 - priorSame - priorRelated) * unrelated.probability(pattern)
      const all = s + r + u || 1
      return { same: s / all, related: r / all }
    }
    let sameTotal = 0
    let relatedTotal = 0
    const agreeing = fields.map(() => 0)
    for (const pattern of candidates) {
      const likely = probabilities(pattern)
      sameTotal += likely.same * pattern.pairs
      relatedTotal += likely.related * pattern.pairs
      for (const [at, level] of pattern.levels.entries())
        if (level === 1) agreeing[at] = (agreeing[at] ?? 0) + likely.same * pattern.pairs
    }
    priorSame = (sameTotal + beforehandSame) / (allPairs + beforehandPairs)
    priorRelated = hasRelated ? (relatedTotal + beforehandSame) / (allPairs + beforehandPairs) : 0
    unrelated.without((pattern) => probabilities(pattern).same, agreeing)
  }
  return {
    version: '',
    question,
    records: observed.records,
    priorSame,
    priorRelated,
    nearShare: observed.nearPairs / allPairs,
    mates: Object.fromEntries(
      fields.map(({ name }) => [name, (2 * (observed.agreeing.get(name) ?? 0)) / observed.records]),
    ),
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

/** How surely the other fields have to join a pair for it to be an anchor: odds of a thousand to one, in bits. */
const anchorBits = 10

/**
 * The levels of each field among the pairs that exact agreement in the other fields joins beyond chance. Of what
 * the related share only the strongest counts, and only beside a field that tells.
 */
function countAnchors(
  { fields, candidates, records, allPairs }: Observed,
  names: readonly LevelName[][],
  unrelated: Unrelated,
  tells: readonly boolean[],
  hasRelated: boolean,
): { same: Float64Array[]; related: Float64Array[] } {
  const same = names.map((levels) => new Float64Array(levels.length + 1))
  const related = names.map((levels) => new Float64Array(levels.length + 1))
  const needed = anchorBits + Math.log2(allPairs / Math.max(1, records * 0.01))
  for (const pattern of candidates) {
    const bits = pattern.levels.map((level, at) =>
      level === 1 ? -Math.log2(unrelated.of(at, 1, pattern.near)) : 0,
    )
    const area = -Math.log2(unrelated.share(pattern.near))
    for (const [at, level] of pattern.levels.entries()) {
      if (level === 0) continue
      let own = 0
      let common = 0
      let strongest = 0
      let agreed = 0
      let against = 0
      for (const [other, worth] of bits.entries()) {
        if (other === at) continue
        // A single field that agrees may be a namesake's; a number that is one person's alone is not.
        if (worth > 0 && fields[other]?.kind !== 'area') agreed += fields[other]?.kind === 'id-number' ? 2 : 1
        if (tells[other]) {
          own += worth
          if (pattern.levels[other] === names[other]?.length) against++
        } else {
          common += worth
          strongest = Math.max(strongest, worth)
        }
      }
      if (!hasRelated) {
        if (agreed >= 2 && common + own + area >= needed) add(same[at], level, pattern.pairs)
      } else if (agreed >= 2 && own > 0 && against === 0 && own + strongest + area >= needed)
        add(same[at], level, pattern.pairs)
      else if (own === 0 && against > 0 && strongest + area >= needed) add(related[at], level, pattern.pairs)
    }
  }
  return { same, related }
}

function add(counts: Float64Array | undefined, level: number, amount: number): void {
  if (counts) counts[level] = (counts[level] ?? 0) + amount
}

function product(levels: readonly number[], probabilities: readonly Float64Array[]): number {
  let result = 1
  for (const [at, level] of levels.entries()) if (level > 0) result *= probabilities[at]?.[level] ?? 1
  return result
}

/** How many pairs what was expected beforehand weighs as much as. */
const beforehand = 8

/** Shares as they were counted, drawn towards what was expected as far as few were counted. */
function towards(expected: Float64Array | undefined, counts: Float64Array | undefined): Float64Array {
  if (!expected || !counts) return new Float64Array(0)
  let total = 0
  for (let level = 1; level < counts.length; level++) total += counts[level] ?? 0
  return expected.map((share, level) =>
    level === 0 ? 1 : ((counts[level] ?? 0) + beforehand * share) / (total + beforehand),
  )
}

/** What unrelated pairs look like, by area or not, field by field. */
class Unrelated {
  readonly #near: Float64Array[]
  readonly #far: Float64Array[]
  readonly #observed: Observed
  readonly #names: readonly LevelName[][]

  constructor(observed: Observed, names: readonly LevelName[][]) {
    this.#observed = observed
    this.#names = names
    this.#near = names.map((levels) => new Float64Array(levels.length + 1))
    this.#far = names.map((levels) => new Float64Array(levels.length + 1))
    this.without(() => 0, [])
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
  without(isSame: (pattern: Pattern) => number, same: readonly number[]): void {
    const { random, agreeing, fields, allPairs, nearPairs } = this.#observed
    const near = this.#names.map((levels) => new Float64Array(levels.length + 1))
    const far = this.#names.map((levels) => new Float64Array(levels.length + 1))
    for (const pattern of random) {
      const weight = (1 - isSame(pattern)) * pattern.pairs
      for (const [at, level] of pattern.levels.entries()) add((pattern.near ? near : far)[at], level, weight)
    }
    for (const [at, names] of this.#names.entries()) {
      const field = fields[at]
      if (!field) continue
      const expected = sharesOf(unrelatedAtFirst[field.kind], names)
      this.#near[at] = mixed(expected, near[at])
      const shares = mixed(expected, far[at])
      const agree = Math.max(0.5, (agreeing.get(field.name) ?? 0) - (same[at] ?? 0))
      if ((far[at]?.[1] ?? 0) < 20) shares[1] = (agree + unseen * (expected[1] ?? 0)) / (allPairs + unseen)
      this.#far[at] = shares
      if (!isShared(field.kind)) continue
      atLeastSame(this.#near[at], mostNotRuledOut(expected, near[at], nearPairs))
      // Where no area parts the records, all that is known of strangers stands here.
      if (nearPairs === 0) atLeastSame(shares, mostNotRuledOut(expected, far[at], allPairs))
    }
  }
}

/** How many pairs what was expected of namesakes weighs as much as. */
const expectedPairs = 1000
/** Of a share that may be this or that, the highest within so many standard errors is believed. */
const standardErrors = 1.645

/**
 * The highest share of namesakes among strangers that the pairs there are leave possible. Small registers have few: that
 * none of some hundred neighbours are namesakes does not make a namesake a wonder, nor a name alone a proof. Drawn pairs
 * may be the same ones many times.
 */
function mostNotRuledOut(expected: Float64Array, counts: Float64Array | undefined, pairs: number): number {
  const drawn = counts?.reduce((sum, count) => sum + count, 0) ?? 0
  const distinct = Math.min(drawn, pairs)
  const seen =
    expectedPairs * (expected[1] ?? 0) + (drawn === 0 ? 0 : ((counts?.[1] ?? 0) * distinct) / drawn)
  const z = standardErrors
  return (seen + (z * z) / 2 + z * Math.sqrt(seen + (z * z) / 4)) / (distinct + expectedPairs)
}

/** Raises the best level to a share, and lowers the others to what is left. */
function atLeastSame(shares: Float64Array, least: number): void {
  const before = shares[1] ?? 0
  if (before >= least) return
  for (let level = 2; level < shares.length; level++)
    shares[level] = (shares[level] ?? 0) * ((1 - least) / (1 - before))
  shares[1] = least
}

/** How many random pairs what was expected beforehand weighs as much as. */
const unseen = 100

/** Shares as they were counted on random pairs, mixed with what was expected; what was never met may be just rare. */
function mixed(expected: Float64Array, counts: Float64Array | undefined): Float64Array {
  let total = 0
  for (let level = 1; level < expected.length; level++) total += counts?.[level] ?? 0
  return expected.map((share, level) =>
    level === 0
      ? 1
      : Math.max(((counts?.[level] ?? 0) + unseen * share) / (total + unseen), 0.15 / (total + 1000)),
  )
}
