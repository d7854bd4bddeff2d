import { type Evidence, featureParts, priorLogOdds, type ScorePart, scoreParts } from './evidence.ts'
import { logistic, logisticPosterior, type Posterior } from './logistic.ts'

/** What a visit found: a home, and whether coal was burnt there. */
export interface Finding {
  home: number
  isCoal: boolean
}

/** How much each feature counts, 1 as at first, and how far that may be off. The first is the prior's. */
export type Weights = Posterior

/** How far the prior, and a feature's weight, may be off before anything was seen: of log-odds, and of itself. */
const priorDoubt = 1.2
const weightDoubt = 0.35

const size = featureParts.length + 1

/** Before any visit. */
export function firstWeights(): Weights {
  const mean = new Float64Array(size).fill(1)
  mean[0] = priorLogOdds
  const covariance = new Float64Array(size * size)
  for (let at = 0; at < size; at++) covariance[at * size + at] = (at === 0 ? priorDoubt : weightDoubt) ** 2
  return { mean, covariance }
}

/**
 * Re-weights the evidence by what visits found. Which homes were visited may depend on the score: it is the evidence
 * itself that the answer is set against. Homes drawn at random say how common coal is, the others which evidence misled.
 */
export function learn(evidence: Evidence, findings: readonly Finding[]): Weights {
  const first = firstWeights()
  const precision = new Float64Array(size * size)
  for (let at = 0; at < size; at++) precision[at * size + at] = 1 / (first.covariance[at * size + at] ?? 1)
  const rows = new Float64Array(findings.length * size)
  for (const [at, { home }] of findings.entries()) rows.set(rowOf(evidence, home), at * size)
  return logisticPosterior(
    { mean: first.mean, precision },
    rows,
    findings.map(({ isCoal }) => (isCoal ? 1 : 0)),
  )
}

function rowOf({ byFeature }: Evidence, home: number): Float64Array {
  const row = new Float64Array(size)
  row[0] = 1
  for (const [at, column] of byFeature.entries()) row[at + 1] = column[home] ?? 0
  return row
}

/** Home by home: the sum of the parts, the probability it comes to, and between which two it lies nine times in ten. */
export interface Scores {
  score: Float64Array
  probability: Float64Array
  low: Float64Array
  high: Float64Array
  parts: Readonly<Record<ScorePart, Float64Array>>
}

/** What has been seen is all but certain: a stove may be overlooked, or lit for a guest. */
const seenCoal = 5
const seenNone = -3
const nineInTen = 1.645

export function scoresOf(evidence: Evidence, weights: Weights, findings: readonly Finding[] = []): Scores {
  const { homes } = evidence
  const column = () => new Float64Array(homes)
  const parts = Object.fromEntries(scoreParts.map((part) => [part, column()])) as Record<
    ScorePart,
    Float64Array
  >
  const scores: Scores = { score: column(), probability: column(), low: column(), high: column(), parts }
  for (const { home, isCoal } of findings) parts.visit[home] = isCoal ? seenCoal : seenNone
  const { mean, covariance } = weights
  const row = new Float64Array(size)
  for (let home = 0; home < homes; home++) {
    row[0] = 1
    parts.prior[home] = mean[0] ?? 0
    let score = (mean[0] ?? 0) + (parts.visit[home] ?? 0)
    for (const [at, said] of evidence.byFeature.entries()) {
      const value = said[home] ?? 0
      row[at + 1] = value
      const amount = value * (mean[at + 1] ?? 0)
      score += amount
      const part = parts[featureParts[at] ?? 'prior']
      part[home] = (part[home] ?? 0) + amount
    }
    let variance = 0
    for (let a = 0; a < size; a++) {
      const left = row[a] ?? 0
      if (left === 0) continue
      for (let b = 0; b < a; b++) variance += 2 * left * (row[b] ?? 0) * (covariance[a * size + b] ?? 0)
      variance += left * left * (covariance[a * size + a] ?? 0)
    }
    const doubt = nineInTen * Math.sqrt(Math.max(0, variance))
    scores.score[home] = score
    scores.probability[home] = logistic(score)
    scores.low[home] = logistic(score - doubt)
    scores.high[home] = logistic(score + doubt)
  }
  return scores
}

/** Why a home is on the list of visits. */
export type VisitWay = 'random' | 'score'

/**
 * Whom to visit next: half of the first visits by lot among all homes, so that what is found says how the evidence does
 * everywhere and not only where it is strongest; the others by score. `draw` answers 0 ≤ x < 1.
 */
export function visitList(
  { score }: Scores,
  count: number,
  visited: ReadonlySet<number>,
  byLot: number,
  draw: () => number,
): { home: number; way: VisitWay }[] {
  const open = Array.from({ length: score.length }, (_, home) => home).filter((home) => !visited.has(home))
  const drawn = new Set<number>()
  const lots = Math.min(byLot, count, open.length)
  for (let at = 0; at < lots; at++) {
    // The drawn change places with those at the front (Fisher and Yates).
    const other = at + Math.floor(draw() * (open.length - at))
    const home = open[other] ?? 0
    open[other] = open[at] ?? 0
    open[at] = home
    drawn.add(home)
  }
  const ranked = open
    .filter((home) => !drawn.has(home))
    .sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b)
    .slice(0, Math.max(0, count - lots))
  return [
    ...[...drawn].map((home) => ({ home, way: 'random' as const })),
    ...ranked.map((home) => ({ home, way: 'score' as const })),
  ]
}
