import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { canonicalJson } from '../log/canonical.ts'
import type { Facts, Value } from './condition.ts'
import { decide, type Decision, replay } from './decide.ts'
import type { Pack } from './pack.ts'
import { bindRules } from './rules.ts'
import { answerTo } from './would-change.ts'
import { anyFacts, anyRules, domains, packOf, sampleDay } from './random-packs.ts'

/** Hundreds of random cases take half a second of processor time, and far longer on a machine that is busy. */
vi.setConfig({ testTimeout: 60_000 })

const decided = (pack: Pack, facts: Facts) => decide(pack, 'group', facts, sampleDay)
/** The bare answer to settled facts: the many trials of these tests need no trace. */
const answerer = (pack: Pack) => {
  const rules = bindRules(pack, 'group', sampleDay)
  return (facts: Facts, values: Record<string, Value>) => answerTo(rules, withValues(facts, values))
}
const withValues = (facts: Facts, values: Record<string, Value>): Facts => ({
  ...facts,
  ...Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { known: true, value } as const]),
  ),
})
const unknownOf = ({ facts }: Decision) => Object.keys(facts).filter((name) => !facts[name]?.known)

/** All ways to give values to some of the names, at most `most` of them at a time. */
function assignments(names: readonly string[], most: number): Record<string, Value>[] {
  const [first, ...rest] = names
  if (first === undefined || most === 0) return [{}]
  const without = assignments(rest, most)
  const others = assignments(rest, most - 1)
  return [
    ...without,
    ...(domains[first] ?? []).flatMap((value) => others.map((more) => ({ [first]: value, ...more }))),
  ]
}

const always = (check: (pack: Pack, facts: Facts) => void, numRuns = 400) =>
  fc.assert(
    fc.property(anyRules, anyFacts, (rules, facts) => check(packOf(rules), facts)),
    { numRuns },
  )

test('learning what was unknown never turns a yes into a no, nor a no into a yes', () => {
  const values = fc.record(
    Object.fromEntries(Object.entries(domains).map(([name, domain]) => [name, fc.constantFrom(...domain)])),
  )
  fc.assert(
    fc.property(
      anyRules,
      anyFacts,
      values,
      fc.subarray(Object.keys(domains)),
      (rules, facts, all, learnt) => {
        const pack = packOf(rules)
        const before = decided(pack, facts)
        const news = unknownOf(before).filter((name) => learnt.includes(name))
        const after = decided(
          pack,
          withValues(before.facts, Object.fromEntries(news.map((n) => [n, all[n] ?? false]))),
        )
        if (before.answer !== 'unknown') expect(after.answer).toBe(before.answer)
      },
    ),
    { numRuns: 500 },
  )
})

test('with nothing unknown there is an answer', () => {
  always((pack, facts) => {
    const decision = decided(pack, facts)
    if (unknownOf(decision).length === 0) expect(decision.answer).not.toBe('unknown')
  }, 500)
})

test('a failed rule refuses whatever else is unknown; an unknown one is never a yes', () => {
  always((pack, facts) => {
    const { answer, rules } = decided(pack, facts)
    const answers = rules.map((rule) => rule.answer)
    if (answers.includes('no')) expect(answer).toBe('no')
    else expect(answer).toBe(answers.includes('unknown') ? 'unknown' : 'yes')
  }, 500)
})

test('the values hoped for in the missing list settle the answer, and no shorter list brings a yes', () => {
  always((pack, facts) => {
    const decision = decided(pack, facts)
    if (decision.answer !== 'unknown') {
      expect(decision.missing).toEqual([])
      return
    }
    const hoped = Object.fromEntries(decision.missing.map(({ fact, hoped: value }) => [fact, value]))
    const settled = decided(pack, withValues(decision.facts, hoped)).answer
    const answerWith = answerer(pack)
    const answers = (most: number) =>
      assignments(unknownOf(decision), most).map((values) => answerWith(decision.facts, values))
    expect(settled).not.toBe('unknown')
    expect(answers(decision.missing.length - 1)).not.toContain(settled)
    if (settled === 'no') expect(answers(unknownOf(decision).length)).not.toContain('yes')
  }, 150)
})

test('asking for what is missing, whatever the replies, comes to an answer', () => {
  const replies = fc.infiniteStream(fc.nat())
  fc.assert(
    fc.property(anyRules, anyFacts, replies, (rules, facts, reply) => {
      const pack = packOf(rules)
      let decision = decided(pack, facts)
      for (let asked = 0; decision.answer === 'unknown'; asked++) {
        expect(asked).toBeLessThan(Object.keys(domains).length)
        expect(decision.missing.length).toBeGreaterThan(0)
        const values = decision.missing.map(({ fact }) => {
          const domain = domains[fact] ?? []
          return [fact, domain[(reply.next().value ?? 0) % domain.length] ?? false] as const
        })
        decision = decided(pack, withValues(decision.facts, Object.fromEntries(values)))
      }
    }),
    { numRuns: 500 },
  )
})

test('what would change the answer changes it as said, none of it is needless or so already, and no fact or pair is forgotten', () => {
  always((pack, facts) => {
    const decision = decided(pack, facts)
    const ask = answerer(pack)
    const answerWith = (values: Record<string, Value>) => ask(decision.facts, values)
    const isSought = (answer: string) => (decision.answer === 'yes' ? answer !== 'yes' : answer === 'yes')
    for (const { changes, answer } of decision.wouldChange) {
      expect(answerWith(Object.fromEntries(changes.map(({ fact, to }) => [fact, to])))).toBe(answer)
      expect(isSought(answer)).toBe(true)
      for (const { fact, from, to } of changes) {
        expect(valueOf(decision, fact) ?? null).toBe(from)
        expect(to).not.toBe(from)
        const others = changes.filter((change) => change.fact !== fact)
        expect(isSought(answerWith(Object.fromEntries(others.map((o) => [o.fact, o.to]))))).toBe(false)
      }
    }
    const sets = decision.wouldChange.map(({ changes }) => changes.map(({ fact }) => fact))
    for (const values of assignments(Object.keys(decision.facts), 2)) {
      const changed = Object.keys(values).filter((name) => values[name] !== valueOf(decision, name))
      if (isSought(answerWith(values)))
        expect(sets.some((set) => set.every((fact) => changed.includes(fact)))).toBe(true)
    }
    // Where more than two are needed, a yes that exists is found.
    if (decision.answer !== 'yes' && sets.length === 0) {
      const all = assignments(Object.keys(decision.facts), Object.keys(decision.facts).length)
      expect(all.some((values) => answerWith(values) === 'yes')).toBe(false)
    }
  }, 150)
})

test('a yes that closes a rule which holds now is found, with what that rule then needs', () => {
  const pack = packOf([
    { not: { fact: 'a.two', is: true } },
    {
      any: [
        { not: { fact: 'a.two', is: false } },
        {
          all: [
            { fact: 'a.one', is: false },
            { fact: 'n.one', oneOf: [4] },
          ],
        },
      ],
    },
  ])
  const known = (value: Value) => ({ known: true, value }) as const
  const { wouldChange } = decided(pack, {
    'a.one': known(true),
    'a.two': known(true),
    'a.three': known(true),
    'n.one': known(0),
  })
  expect(wouldChange).toHaveLength(1)
  expect(wouldChange[0]).toMatchObject({ answer: 'yes' })
  expect(Object.fromEntries((wouldChange[0]?.changes ?? []).map(({ fact, to }) => [fact, to]))).toEqual({
    'a.two': false,
    'a.one': false,
    'n.one': 4,
  })
})

test('a decision replays to the bit', () => {
  always((pack, facts) => {
    const decision = decided(pack, facts)
    const stored = canonicalJson(decision)
    expect(canonicalJson(replay(JSON.parse(stored) as Decision, pack))).toBe(stored)
  })
})

function valueOf({ facts }: Decision, name: string): Value | undefined {
  const fact = facts[name]
  return fact?.known ? fact.value : undefined
}
