import { expect, test } from 'vitest'
import { factsSaid } from './cases.ts'
import type { Condition } from './condition.ts'
import { decide, replay } from './decide.ts'
import { aFact, aPack, aParameter, aRule } from './samples.ts'

const day = '2023-06-01'
const twoRules = aPack({ 'a.one': aFact(), 'a.two': aFact() }, [
  { fact: 'a.one', is: true },
  { fact: 'a.two', is: true },
])
const eitherWay = aPack({ 'a.one': aFact(), 'a.two': aFact(), 'a.three': aFact() }, [
  {
    any: [
      {
        all: [
          { fact: 'a.one', is: true },
          { fact: 'a.two', is: true },
        ],
      },
      { fact: 'a.three', is: true },
    ],
  },
])
const missing = (pack: typeof twoRules, facts: Record<string, boolean | string>) =>
  decide(pack, 'group', factsSaid(facts), day).missing.map(({ fact, why }) => `${fact} ${why}`)

test('a known failure refuses although another fact is unknown, and asks for nothing', () => {
  const decision = decide(twoRules, 'group', factsSaid({ 'a.one': false }), day)
  expect(decision.answer).toBe('no')
  expect(decision.rules.map(({ rule, answer }) => `${rule} ${answer}`)).toEqual([
    'rule-0 no',
    'rule-1 unknown',
  ])
  expect(decision.missing).toEqual([])
})

test('the shortest of two lists is asked for', () => {
  expect(missing(eitherWay, {})).toEqual(['a.three unrecorded'])
  expect(missing(eitherWay, { 'a.one': true })).toHaveLength(1)
  expect(missing(eitherWay, { 'a.three': false })).toEqual(['a.one unrecorded', 'a.two unrecorded'])
})

test('one fact is asked for where two rules share it', () => {
  const pack = aPack({ 'a.one': aFact(), 'a.two': aFact(), 'a.three': aFact() }, [
    {
      any: [
        { fact: 'a.one', is: true },
        { fact: 'a.two', is: true },
      ],
    },
    {
      any: [
        { fact: 'a.two', is: true },
        { fact: 'a.three', is: true },
      ],
    },
  ])
  expect(missing(pack, {})).toEqual(['a.two unrecorded'])
})

test('where no facts could bring a yes, those are asked for that bring the no', () => {
  const pack = aPack({ 'a.one': aFact() }, [
    { fact: 'a.one', is: true },
    { fact: 'a.one', is: false },
  ])
  expect(missing(pack, {})).toEqual(['a.one unrecorded'])
})

test('conflicting evidence is unknown, and says so', () => {
  const decision = decide(twoRules, 'group', factsSaid({ 'a.one': 'conflicting', 'a.two': true }), day)
  expect(decision.answer).toBe('unknown')
  expect(decision.missing).toMatchObject([
    { fact: 'a.one', why: 'conflicting', hoped: true, evidence: ['paper'] },
  ])
  expect(decision.facts['a.one']).toEqual({ known: false, conflicting: true })
})

test('evidence expires the day after its last', () => {
  const pack = aPack({ 'a.one': aFact('boolean', { expiresAfterDays: 30 }) }, [{ fact: 'a.one', is: true }])
  const on = (today: string) =>
    decide(pack, 'group', { 'a.one': { known: true, value: true, since: '2023-05-02' } }, today)
  expect(on('2023-06-01').answer).toBe('yes')
  expect(on('2023-06-02').answer).toBe('unknown')
  expect(on('2023-06-02').missing).toMatchObject([{ fact: 'a.one', why: 'expired' }])
  expect(replay(on('2023-06-02'), pack)).toEqual(on('2023-06-02'))
})

test('what nobody recorded is presumed where the pack says so, but a dispute is not', () => {
  const pack = aPack({ 'a.one': aFact('boolean', { unlessRecorded: false }) }, [{ fact: 'a.one', is: false }])
  const decision = decide(pack, 'group', {}, day)
  expect(decision.answer).toBe('yes')
  expect(decision.facts).toEqual({ 'a.one': { known: true, value: false, presumed: true } })
  expect(replay(decision, pack)).toEqual(decision)
  expect(decide(pack, 'group', factsSaid({ 'a.one': 'conflicting' }), day).answer).toBe('unknown')
})

test('a parameter counts from its day, and the decision keeps which value it used', () => {
  const pack = aPack(
    { 'n.count': aFact('number') },
    [{ fact: 'n.count', atMost: { parameter: 'p.limit' } }],
    {
      parameters: {
        'p.limit': aParameter([
          { from: '2023-01-01', value: 1 },
          { from: '2023-06-01', value: 2 },
        ]),
      },
    },
  )
  const on = (today: string) => decide(pack, 'group', factsSaid({ 'n.count': 2 }), today)
  expect(on('2023-05-31').answer).toBe('no')
  expect(on('2023-06-01').answer).toBe('yes')
  expect(on('2023-05-31').parameters).toEqual([
    { name: 'p.limit', value: 1, unit: 'unit', from: '2023-01-01', status: 'assumed', clauses: ['§1.1'] },
  ])
  expect(on('2023-05-31').rules[0]?.trace).toEqual({
    ...{ node: 'compare', fact: 'n.count', test: 'atMost', operand: 1, parameter: 'p.limit', answer: 'no' },
  })
})

test('a rule counts on its days alone, and no rule in force is no answer', () => {
  const when = { fact: 'a.one', is: true }
  const rule = aRule('spring', when, { from: '2023-03-01', until: '2023-05-31' })
  const pack = aPack({ 'a.one': aFact() }, [rule])
  const on = (today: string) => decide(pack, 'group', {}, today).answer
  expect(on('2023-03-01')).toBe('unknown')
  expect(on('2023-05-31')).toBe('unknown')
  expect(() => on('2023-02-28')).toThrow('no rule of group')
  expect(() => on('2023-06-01')).toThrow('no rule of group')
  expect(() => decide(pack, 'other', {}, day)).toThrow("no rule of group 'other'")
})

test('a refusal says what would lift it: one change, or two together, and nothing needless', () => {
  const decision = decide(twoRules, 'group', factsSaid({ 'a.one': false, 'a.two': false }), day)
  expect(decision.wouldChange).toEqual([
    {
      changes: [
        { fact: 'a.one', from: false, to: true },
        { fact: 'a.two', from: false, to: true },
      ],
      answer: 'yes',
    },
  ])
  expect(decide(twoRules, 'group', factsSaid({ 'a.one': false }), day).wouldChange).toEqual([
    {
      changes: [
        { fact: 'a.one', from: false, to: true },
        { fact: 'a.two', from: null, to: true },
      ],
      answer: 'yes',
    },
  ])
  expect(decide(eitherWay, 'group', factsSaid({ 'a.three': true }), day).wouldChange).toEqual([
    { changes: [{ fact: 'a.three', from: true, to: false }], answer: 'unknown' },
  ])
})

test('an open answer says every way to a yes, not the shortest alone', () => {
  expect(decide(eitherWay, 'group', factsSaid({ 'a.one': true }), day).wouldChange).toEqual([
    { changes: [{ fact: 'a.three', from: null, to: true }], answer: 'yes' },
    { changes: [{ fact: 'a.two', from: null, to: true }], answer: 'yes' },
  ])
})

test('a yes that needs three facts is told as one set, of facts somebody recorded where they will do', () => {
  const pack = aPack(
    {
      'a.one': aFact(),
      'a.two': aFact(),
      'a.three': aFact(),
      'a.exception': aFact('boolean', { unlessRecorded: false }),
    },
    [
      { fact: 'a.one', is: true },
      { fact: 'a.two', is: true },
      {
        any: [
          { fact: 'a.exception', is: true },
          { fact: 'a.three', is: false },
        ],
      },
    ],
  )
  expect(decide(pack, 'group', factsSaid({ 'a.one': false, 'a.three': true }), day).wouldChange).toEqual([
    {
      changes: [
        { fact: 'a.one', from: false, to: true },
        { fact: 'a.three', from: true, to: false },
        { fact: 'a.two', from: null, to: true },
      ],
      answer: 'yes',
    },
  ])
})

test('what is of the proceedings is no way to a yes, alone or with others, but may lose one', () => {
  const pack = aPack(
    { 'a.entered': aFact(), 'a.delivered': aFact('boolean', { given: true }), 'a.one': aFact() },
    [
      {
        any: [
          { fact: 'a.entered', is: true },
          { fact: 'a.delivered', is: false },
        ],
      },
      { fact: 'a.one', is: true },
    ],
  )
  const ways = (facts: Record<string, boolean>) =>
    decide(pack, 'group', factsSaid(facts), day).wouldChange.map(({ changes }) =>
      changes.map(({ fact }) => fact),
    )
  expect(ways({ 'a.entered': false, 'a.delivered': true, 'a.one': true })).toEqual([['a.entered']])
  expect(ways({ 'a.entered': false, 'a.delivered': true, 'a.one': false })).toEqual([['a.entered', 'a.one']])
  expect(ways({ 'a.entered': false, 'a.delivered': false, 'a.one': true })).toContainEqual(['a.delivered'])
})

test('what excludes each other is not asked for together', () => {
  const pack = aPack(
    {
      'a.one': aFact(),
      'a.two': aFact(),
      'a.three': aFact(),
      'b.first': { ...aFact(), excludes: ['b.second'] },
      'b.second': aFact(),
    },
    [
      {
        any: [
          { all: ['a.one', 'a.two'].map((fact) => ({ fact, is: false })) },
          { fact: 'b.first', is: true },
        ],
      },
      {
        any: [
          { all: ['a.two', 'a.three'].map((fact) => ({ fact, is: false })) },
          { fact: 'b.second', is: true },
        ],
      },
    ],
  )
  const facts = { 'a.one': true, 'a.two': true, 'a.three': true, 'b.first': false, 'b.second': false }
  const ways = decide(pack, 'group', factsSaid(facts), day).wouldChange.map(({ changes }) =>
    changes.map(({ fact }) => fact).sort(),
  )
  expect(ways).toEqual([['a.one', 'a.two', 'b.second']])
  expect(
    decide(pack, 'group', factsSaid({ ...facts, 'b.first': true }), day).wouldChange.map(({ changes }) =>
      changes.map(({ fact }) => fact).sort(),
    ),
  ).toEqual([['a.three', 'a.two']])
})

test('what excludes each other is not asked for together where nobody said either', () => {
  const both = aPack(
    { 'a.one': aFact(), 'b.first': { ...aFact(), excludes: ['b.second'] }, 'b.second': aFact() },
    [
      { fact: 'b.first', is: true },
      { fact: 'b.second', is: true },
      { fact: 'a.one', is: false },
    ],
  )
  expect(decide(both, 'group', factsSaid({ 'a.one': true }), day).wouldChange).toEqual([])
})

test('where nothing could bring a yes, nothing is said to', () => {
  const pack = aPack({ 'a.one': aFact() }, [
    { fact: 'a.one', is: true },
    { fact: 'a.one', is: false },
  ])
  expect(decide(pack, 'group', factsSaid({ 'a.one': true }), day).wouldChange).toEqual([])
})

test('what would change a number stands next to its threshold', () => {
  const pack = aPack({ 'n.count': aFact('number'), 'd.done': aFact('day') }, [
    { fact: 'n.count', atLeast: 10 },
    { fact: 'd.done', before: '2023-03-01' },
  ])
  const changes = (facts: Record<string, string | number>) =>
    decide(pack, 'group', factsSaid(facts), day).wouldChange.flatMap((change) => change.changes)
  expect(changes({ 'n.count': 3, 'd.done': '2023-01-01' })).toEqual([{ fact: 'n.count', from: 3, to: 10 }])
  expect(changes({ 'n.count': 12, 'd.done': '2023-03-01' })).toEqual([
    { fact: 'd.done', from: '2023-03-01', to: '2023-02-28' },
  ])
})

test('a value of the wrong type is a defect of the caller, not an answer', () => {
  expect(() => decide(twoRules, 'group', factsSaid({ 'a.one': 1 }), day)).toThrow(
    "Fact 'a.one' must be a boolean",
  )
})

test('only the pack content a decision was made by replays it', () => {
  const decision = decide(twoRules, 'group', {}, day)
  expect(() => replay(decision, { ...twoRules, digest: 'f'.repeat(64) })).toThrow('not ffff')
})

/** Uncounted, this search outlasts any patience; counted, it takes a second or so of processor time. */
test(
  'entangled rules do not make a decision long: the search for what is missing is counted',
  { timeout: 30_000 },
  () => {
    const names = Array.from({ length: 18 }, (_, i) => `a.f${i}`)
    const clause = (rule: number, i: number): Condition => ({
      any: [5, 7, 11].map((step) => ({
        fact: names[(rule * 7 + i * step + step * step) % 18] ?? '',
        is: (rule + i) % 4 > 0,
      })),
    })
    const rules = Array.from(
      { length: 30 },
      (_, rule): Condition => ({
        all: Array.from({ length: 6 }, (__, i) => clause(rule, i)),
      }),
    )
    const pack = aPack(Object.fromEntries(names.map((name) => [name, aFact()])), rules)
    const decision = decide(pack, 'group', {}, day)
    expect(decision.answer).toBe('unknown')
    const hoped = Object.fromEntries(decision.missing.map((wanted) => [wanted.fact, wanted.hoped]))
    expect(decide(pack, 'group', factsSaid(hoped), day).answer).not.toBe('unknown')
  },
)
