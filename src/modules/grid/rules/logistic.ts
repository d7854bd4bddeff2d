/** A belief about coefficients: normal, around `mean`, with the inverse covariance `precision` (row by row). */
export interface Belief {
  mean: Float64Array
  precision: Float64Array
}

export interface Posterior {
  mean: Float64Array
  /** Row by row. */
  covariance: Float64Array
}

/**
 * What is believed of a logistic regression's coefficients after answers were seen: the most probable values, and how far
 * they may be off (Laplace). `rows` has a line of `mean.length` values for each answer.
 */
export function logisticPosterior(
  belief: Belief,
  rows: Float64Array,
  answers: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Posterior {
  const size = belief.mean.length
  const mean = Float64Array.from(belief.mean)
  let curvature = Float64Array.from(belief.precision)
  for (let round = 0; round < 60; round++) {
    curvature = Float64Array.from(belief.precision)
    const gradient = new Float64Array(size)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++)
        gradient[a] =
          (gradient[a] ?? 0) +
          (belief.precision[a * size + b] ?? 0) * ((mean[b] ?? 0) - (belief.mean[b] ?? 0))
    const present = new Int32Array(size)
    for (let at = 0; at < answers.length; at++) {
      const row = at * size
      let [score, count] = [0, 0]
      for (let a = 0; a < size; a++) {
        const value = rows[row + a] ?? 0
        if (value === 0) continue
        score += value * (mean[a] ?? 0)
        present[count++] = a
      }
      const weight = weights?.[at] ?? 1
      const p = logistic(score)
      const off = weight * (p - (answers[at] ?? 0))
      const sharp = weight * p * (1 - p)
      for (let i = 0; i < count; i++) {
        const a = present[i] ?? 0
        const value = rows[row + a] ?? 0
        gradient[a] = (gradient[a] ?? 0) + off * value
        for (let j = 0; j <= i; j++) {
          const b = present[j] ?? 0
          curvature[a * size + b] = (curvature[a * size + b] ?? 0) + sharp * value * (rows[row + b] ?? 0)
        }
      }
    }
    for (let a = 0; a < size; a++)
      for (let b = 0; b < a; b++) curvature[b * size + a] = curvature[a * size + b] ?? 0
    const step = solve(choleskyOf(curvature, size), gradient)
    const longest = step.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    const share = longest > 2 ? 2 / longest : 1
    for (let a = 0; a < size; a++) mean[a] = (mean[a] ?? 0) - share * (step[a] ?? 0)
    if (longest < 1e-6) break
  }
  return { mean, covariance: inverseOf(curvature, size) }
}

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score))

/** Lower triangle of a symmetric positive matrix. */
function choleskyOf(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) {
      let rest = matrix[a * size + b] ?? 0
      for (let c = 0; c < b; c++) rest -= (lower[a * size + c] ?? 0) * (lower[b * size + c] ?? 0)
      lower[a * size + b] = a === b ? Math.sqrt(Math.max(rest, 1e-12)) : rest / (lower[b * size + b] ?? 1)
    }
  return lower
}

function solve(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const found = Float64Array.from(right)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) found[a] = (found[a] ?? 0) - (lower[a * size + b] ?? 0) * (found[b] ?? 0)
    found[a] = (found[a] ?? 0) / (lower[a * size + a] ?? 1)
  }
  for (let a = size - 1; a >= 0; a--) {
    for (let b = a + 1; b < size; b++)
      found[a] = (found[a] ?? 0) - (lower[b * size + a] ?? 0) * (found[b] ?? 0)
    found[a] = (found[a] ?? 0) / (lower[a * size + a] ?? 1)
  }
  return found
}

function inverseOf(matrix: Float64Array, size: number): Float64Array {
  const lower = choleskyOf(matrix, size)
  const inverse = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    const unit = new Float64Array(size)
    unit[a] = 1
    inverse.set(solve(lower, unit), a * size)
  }
  return inverse
}
