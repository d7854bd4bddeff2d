import { expect, test } from 'vitest'
import { packFromContent } from './content.ts'
import { PackError, type Problem } from './problem.ts'
import { sampleFiles as files } from './sample-files.ts'
import { subsidiesOf } from './subsidies.ts'

const parameter = (name: string, unit: string, values: string) => `${name}:
  label: { zh: 数, en: Figure }
  unit: ${unit}
  clauses: [§1.1]
  status: assumed
  note: { zh: 假定, en: Assumed }
  values: [${values}]
`
const from = (value: number | string) => `{ from: 2023-01-01, value: ${value} }`
const figures = [
  parameter('kwh.rate', 'fen/kWh', from(20)),
  parameter('kwh.first', 'kWh', from(500)),
  parameter('kwh.second', 'kWh', `${from(1000)}, { from: 2024-01-01, value: 400 }`),
  parameter('kwh.third', 'kWh', from(2000)),
  parameter('season.by', 'percent', from('[100, 50]')),
  parameter('share.some', 'percent', from(60)),
  parameter('share.more', 'percent', `${from(40)}, { from: 2024-01-01, value: 50 }`),
].join('')

const withSubsidy = (text: string) => ({
  ...files,
  'parameters.yaml': (files['parameters.yaml'] ?? '') + figures,
  'subsidies.yaml': `- { id: one, pays: operating, label: { zh: 补, en: Pay }, clauses: [§1.1], ${text} }\n`,
})

function problemsOf(text: string): Problem[] {
  try {
    packFromContent(withSubsidy(text))
    return []
  } catch (error) {
    if (error instanceof PackError) return [...error.problems]
    throw error
  }
}

test.each([
  'of: kWh, rateOf: kwh.rate, aboveOf: kwh.first, mostOf: kwh.second, bySeasonOf: season.by',
  'of: valley-kWh, tiers: [{ toOf: kwh.first, rateOf: kwh.rate }, { rateOf: kwh.rate }]',
  'of: kWh, steps: [{ fromOf: kwh.first, amountOf: price.unitFen }, { fromOf: kwh.third, amountOf: price.unitFen }]',
  'of: home, rateOf: price.unitFen, split: [{ level: city, percentOf: share.some }, { level: county }]',
])('a sound subsidy: %s', (text) => expect(problemsOf(text)).toEqual([]))

test.each([
  ['of: kWh', '0', 'rateOf | tiers | steps'],
  ['of: kWh, rateOf: kwh.rate, tiers: [{ rateOf: kwh.rate }]', '0', 'rateOf | tiers | steps'],
  ['of: kWh, rateOf: kwh.rat', '0.rateOf', "parameter 'kwh.rat' is not declared"],
  ['of: kWh, rateOf: kwh.rate, routes: [steam]', '0.routes.0', "route 'steam' is not declared"],
  ['of: kWh, rateOf: price.unitFen', '0.rateOf', 'must be in fen/kWh'],
  ['of: kWh, rateOf: kwh.rate, capOf: kwh.first', '0.capOf', 'must be in fen, fen/home'],
  ['of: home, rateOf: price.unitFen, mostOf: kwh.first', '0.mostOf', 'has no quantity to compare'],
  ['of: price, rateOf: share.some', '0.of', 'nothing an operating subsidy is reckoned by'],
  [
    'of: home, rateOf: price.unitFen, split: [{ level: city, percentOf: season.by }, { level: county }]',
    '0.split.0.percentOf',
    'must be one number',
  ],
  [
    'of: kWh, tiers: [{ rateOf: kwh.rate }, { toOf: kwh.first, rateOf: kwh.rate }]',
    '0.tiers.0',
    'Only the last tier may go on without end',
  ],
  [
    'of: kWh, tiers: [{ toOf: kwh.first, rateOf: kwh.rate }, { toOf: kwh.second, rateOf: kwh.rate }]',
    '0.tiers.1.toOf',
    "'kwh.second' must be more than 'kwh.first'",
  ],
  [
    'of: kWh, steps: [{ fromOf: kwh.first, amountOf: price.unitFen }, { fromOf: kwh.second, amountOf: price.unitFen }]',
    '0.steps.1.fromOf',
    "'kwh.second' must be more than 'kwh.first'",
  ],
  [
    'of: home, rateOf: price.unitFen, split: [{ level: city, percentOf: share.some }]',
    '0.split',
    'Exactly one level',
  ],
  [
    'of: home, rateOf: price.unitFen, split: [{ level: city }, { level: county }]',
    '0.split',
    'Exactly one level',
  ],
  [
    'of: home, rateOf: price.unitFen, split: [{ level: city, percentOf: share.some }, { level: city }]',
    '0.split.1.level',
    'used twice',
  ],
  [
    'of: home, rateOf: price.unitFen, split: [{ level: city, percentOf: share.some }, { level: province, percentOf: share.more }, { level: county }]',
    '0.split',
    'From 2024-01-01 the shares come to more than 100 %',
  ],
  ['of: home, rateOf: price.unitFen, from: 2024-01-02, until: 2024-01-01', '0.until', 'before the first'],
])('an unsound one: %s', (text, path, words) => {
  const problems = problemsOf(text)
  expect(problems).toMatchObject([{ file: 'subsidies.yaml', path }])
  expect(problems[0]?.en).toContain(words)
  expect(problems[0]?.line).toBe(1)
})

test('what has its days is of force on them alone', () => {
  const pack = packFromContent(withSubsidy('of: kWh, rateOf: kwh.rate, from: 2023-06-01, until: 2023-07-01'))
  const on = (day: string) => subsidiesOf(pack, 'operating', day).length
  expect(['2023-05-31', '2023-06-01', '2023-07-01', '2023-07-02'].map(on)).toEqual([0, 1, 1, 0])
})
