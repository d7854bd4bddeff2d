import { writeFile } from 'node:fs/promises'
import { between, features } from '../src/modules/grid/rules/evidence.ts'
import { feltCold } from '../src/modules/grid/rules/felt-cold.ts'
import { factsOf, type HomeFact } from '../src/modules/grid/rules/home-facts.ts'
import { logisticPosterior } from '../src/modules/grid/rules/logistic.ts'
import { seasonUse } from '../src/modules/grid/rules/season.ts'
import { inventSeason, someWorld } from '../tests/season/invent-season.ts'

/**
 * Estimates what the evidence weighs from invented counties, and writes `evidence-weights.ts`. Not part of any run of the
 * product: `node build/season-weights.mjs FILE [counties] [homes]`.
 */
const [file = '', counties = '60', homes = '2000'] = process.argv.slice(2)
const firstSeed = 1000

const sizes = features.map(({ knots }) => knots.length)
const columns = sizes.reduce((sum, one) => sum + one, 0) + 1
const lines: Float64Array[] = []
const answers: number[] = []
/** To be taken for burning coal is worst for those who cannot afford to heat: such a mistake counts several times. */
const frugalCount = 2
const counts: number[] = []
for (let seed = firstSeed; seed < firstSeed + Number(counties); seed++) {
  const season = inventSeason(someWorld(seed, Number(homes)))
  const use = seasonUse(season.readings, season.weather, { from: season.first, to: season.last })
  const cold = feltCold(use.daily, season.weather)
  const table = factsOf(use.daily, cold, seed % 2 === 0 ? season.villages : undefined)
  for (let home = 0; home < table.homes; home++) {
    const fact = (name: HomeFact) => table.columns[name][home] ?? 0
    const line = new Float64Array(columns)
    let first = 0
    for (const { of, knots } of features) {
      const value = of(fact)
      if (!Number.isNaN(value)) {
        const { place, along } = between(knots, value)
        line[first + place] = 1 - along
        line[first + place + 1] = along
      }
      first += knots.length
    }
    line[columns - 1] = 1
    lines.push(line)
    answers.push(season.truth.isCoal[home] ?? 0)
    counts.push(season.truth.kind[home] === 'frugal' ? frugalCount : 1)
  }
  process.stderr.write(`${season.world.name}\n`)
}

const rows = new Float64Array(lines.length * columns)
for (const [at, line] of lines.entries()) rows.set(line, at * columns)
// Smooth lines: neighbouring bends differ little from the middle of theirs.
const precision = new Float64Array(columns * columns)
const add = (a: number, b: number, amount: number) =>
  (precision[a * columns + b] = (precision[a * columns + b] ?? 0) + amount)
let first = 0
for (const size of sizes) {
  for (let at = 0; at < size; at++) add(first + at, first + at, 0.3)
  for (let at = 1; at < size - 1; at++) {
    const bend: [number, number][] = [
      [first + at - 1, 1],
      [first + at, -2],
      [first + at + 1, 1],
    ]
    for (const [a, left] of bend) for (const [b, right] of bend) add(a, b, 6 * left * right)
  }
  first += size
}
add(columns - 1, columns - 1, 1e-4)
let { mean } = logisticPosterior({ mean: new Float64Array(columns), precision }, rows, answers, counts)
// An official would not believe evidence that turns round half way: neighbours that do are held together, and again.
for (let round = 0; round < 8; round++) {
  let held = 0
  let at = 0
  for (const { knots, rises } of features) {
    for (let bend = 0; bend < knots.length - 1; bend++) {
      const [a, b] = [at + bend, at + bend + 1]
      if (rises * ((mean[b] ?? 0) - (mean[a] ?? 0)) >= -0.01) continue
      held++
      for (const [left, right, amount] of [
        [a, a, 1e4],
        [b, b, 1e4],
        [a, b, -1e4],
        [b, a, -1e4],
      ] as const)
        add(left, right, amount)
    }
    at += knots.length
  }
  process.stderr.write(`${held} held together\n`)
  if (held === 0) break
  mean = logisticPosterior({ mean: new Float64Array(columns), precision }, rows, answers, counts).mean
}

// A home that burns none and says something is at nought on the average, feature by feature; the rest is the prior.
let prior = mean[columns - 1] ?? 0
const told: Record<string, number[]> = {}
first = 0
for (const { name, knots } of features) {
  const weights = Array.from(mean.subarray(first, first + knots.length))
  let [sum, count] = [0, 0]
  for (const [at, line] of lines.entries()) {
    if (answers[at] === 1) continue
    for (const [bend, weight] of weights.entries()) {
      const share = line[first + bend] ?? 0
      sum += share * weight
      count += share
    }
  }
  const middle = sum / count
  prior += middle
  told[name] = weights.map((weight) => Number((weight - middle).toFixed(3)))
  first += knots.length
}
const text = Object.entries(told)
  .map(([name, weights]) => `    ${name}: [${weights.join(', ')}],`)
  .join('\n')
await writeFile(
  file,
  `/** Log-odds at each feature's bends, estimated by bench/season-weights.ts from ${counties} invented counties (docs/decisions/0021). */
export const evidenceWeights: { prior: number; features: Readonly<Record<string, readonly number[]>> } = {
  prior: ${prior.toFixed(3)},
  features: {
${text}
  },
}
`,
)
