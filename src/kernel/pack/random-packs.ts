import fc from 'fast-check'
import type { Comparison, Condition, Fact, Facts, Value } from './condition.ts'
import type { Pack } from './pack.ts'
import { aFact, aPack, aParameter } from './samples.ts'

/** Random packs over a few facts with few values each, small enough to try everything. */

export const sampleDay = '2023-06-01'

const days = ['2023-03-30', '2023-03-31', '2023-04-01', '2023-04-02', '2023-04-03']
export const domains: Record<string, readonly Value[]> = {
  'a.one': [true, false],
  'a.two': [true, false],
  'a.three': [true, false],
  'a.presumed': [true, false],
  'n.one': [0, 1, 2, 3, 4],
  'n.two': [0, 1, 2, 3, 4],
  't.colour': ['red', 'green', 'blue'],
  'd.one': days,
}
const definitions = {
  'a.one': aFact(),
  'a.two': aFact(),
  'a.three': aFact(),
  'a.presumed': aFact('boolean', { unlessRecorded: false }),
  'n.one': aFact('number'),
  'n.two': aFact('number'),
  't.colour': aFact('text'),
  'd.one': aFact('day'),
}
const parameters = {
  'p.number': aParameter([
    { from: '2023-01-01', value: 1 },
    { from: '2023-05-01', value: 2 },
  ]),
  'p.day': aParameter([{ from: '2023-01-01', value: '2023-04-01' }]),
  'p.colours': aParameter([{ from: '2023-01-01', value: ['red', 'blue'] }]),
}

const threshold = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant({ parameter: 'p.number' }))
const onDay = fc.oneof(fc.constantFrom(...days.slice(1, 4)), fc.constant({ parameter: 'p.day' }))
const colours = fc.oneof(
  fc.subarray(['red', 'green', 'blue'], { minLength: 1 }),
  fc.constant({ parameter: 'p.colours' }),
)

const compared = <V>(
  facts: readonly string[],
  tests: readonly (keyof Comparison)[],
  against: fc.Arbitrary<V>,
): fc.Arbitrary<Comparison> =>
  fc
    .tuple(fc.constantFrom(...facts), fc.constantFrom(...tests), against)
    .map(([fact, test, value]) => ({ fact, [test]: value }))

const comparison = fc.oneof(
  { weight: 4, arbitrary: compared(['a.one', 'a.two', 'a.three', 'a.presumed'], ['is'], fc.boolean()) },
  { weight: 2, arbitrary: compared(['n.one', 'n.two'], ['atLeast', 'atMost', 'equals'], threshold) },
  compared(['t.colour'], ['equals'], fc.constantFrom('red', 'green', 'blue')),
  compared(['t.colour'], ['oneOf'], colours),
  compared(['n.one'], ['oneOf'], fc.subarray([1, 3, 4], { minLength: 1 })),
  compared(['d.one'], ['before', 'after', 'equals'], onDay),
)

const { condition } = fc.letrec<{ condition: Condition; many: Condition[] }>((tie) => ({
  many: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    tie('many').map((all): Condition => ({ all })),
    tie('many').map((any): Condition => ({ any })),
    tie('condition').map((not): Condition => ({ not })),
  ),
}))

export const anyRules: fc.Arbitrary<Condition[]> = fc.array(condition, { minLength: 1, maxLength: 4 })
export const packOf = (rules: readonly Condition[]): Pack => aPack(definitions, rules, { parameters })

const anyFact = (name: string): fc.Arbitrary<Fact | undefined> =>
  fc.oneof(
    fc.constant(undefined),
    fc.constant<Fact>({ known: false }),
    fc.constant<Fact>({ known: false, conflicting: true }),
    {
      weight: 3,
      arbitrary: fc.constantFrom(...(domains[name] ?? [])).map((value): Fact => ({ known: true, value })),
    },
  )

/** What may be known of a home: each fact left out, unknown, conflicting or of some value. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .tuple(...Object.keys(domains).map((name) => anyFact(name).map((fact) => ({ name, fact }))))
  .map((facts) => Object.fromEntries(facts.flatMap(({ name, fact }) => (fact ? [[name, fact]] : []))))
