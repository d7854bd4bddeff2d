import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { answerOfMasks, columnsOf, compileRules, rulesInMask } from './columns.ts'
import { decide } from './decide.ts'
import { anyFacts, anyRules, packOf, sampleDay } from './random-packs.ts'
import { RecordedFacts } from './recorded.ts'
import { aFact, aPack, aRule } from './samples.ts'

/** Hundreds of random cases take half a second of processor time, and far longer on a machine that is busy. */
vi.setConfig({ testTimeout: 60_000 })

test('columns answer as single homes do, rule by rule', () => {
  fc.assert(
    fc.property(anyRules, fc.array(anyFacts, { maxLength: 10 }), (conditions, homes) => {
      const pack = packOf(conditions)
      const screening = compileRules(pack, 'group', sampleDay)
      const masks = screening.evaluateColumns(columnsOf(pack, 'group', homes, sampleDay), homes.length)
      homes.forEach((facts, i) => {
        const { answer, rules } = decide(pack, 'group', facts, sampleDay)
        const [failed = 0, unknown = 0] = [masks.failed[i], masks.unknown[i]]
        const named = (mask: number) => rulesInMask(pack, 'group', mask).map(({ id }) => id)
        const answered = (which: string) => rules.filter((r) => r.answer === which).map(({ rule }) => rule)
        expect(answerOfMasks(failed, unknown)).toBe(answer)
        expect(named(failed)).toEqual(answered('no'))
        expect(named(unknown)).toEqual(answered('unknown'))
      })
    }),
    { numRuns: 200 },
  )
})

test('a column of many chunks has every row in its place', () => {
  const pack = aPack({ 'n.rows': aFact('number') }, [{ fact: 'n.rows', atLeast: 10_000 }])
  const rows = Float64Array.from({ length: 30_001 }, (_, i) => (i % 7 === 0 ? NaN : i))
  const { failed, unknown } = compileRules(pack, 'group', sampleDay).evaluateColumns(
    { 'n.rows': rows },
    rows.length,
  )
  expect([...failed]).toEqual([...rows].map((row) => (row < 10_000 ? 1 : 0)))
  expect([...unknown]).toEqual([...rows].map((row) => (Number.isNaN(row) ? 1 : 0)))
})

test('a fact without a column was not recorded: presumed where the pack presumes, unknown otherwise', () => {
  const pack = aPack({ 'a.asked': aFact(), 'a.presumed': aFact('boolean', { unlessRecorded: false }) }, [
    { fact: 'a.asked', is: true },
    { fact: 'a.presumed', is: true },
  ])
  const { failed, unknown } = compileRules(pack, 'group', sampleDay).evaluateColumns({}, 2)
  expect([...failed]).toEqual([0b10, 0b10])
  expect([...unknown]).toEqual([0b01, 0b01])
})

test('bits keep their place when another rule is out of force', () => {
  const when = { fact: 'a.one', is: true }
  const pack = aPack({ 'a.one': aFact() }, [
    aRule('ended', when, { until: '2023-02-01' }),
    aRule('lasting', when),
  ])
  const masks = compileRules(pack, 'group', sampleDay).evaluateColumns({ 'a.one': Uint8Array.of(0) }, 1)
  expect(masks.failed[0]).toBe(0b10)
  expect(rulesInMask(pack, 'group', 0b10).map(({ id }) => id)).toEqual(['lasting'])
})

test('a column that is too short is refused, not read past its end', () => {
  const pack = aPack({ 'a.one': aFact() }, [{ fact: 'a.one', is: true }])
  const screening = compileRules(pack, 'group', sampleDay)
  expect(() => screening.evaluateColumns({ 'a.one': new Uint8Array(3) }, 4)).toThrow(
    "Column 'a.one' has 3 rows, not 4.",
  )
})

test('facts kept as they were recorded give the columns that the homes themselves give', () => {
  fc.assert(
    fc.property(anyRules, fc.array(anyFacts, { maxLength: 10 }), (conditions, homes) => {
      const pack = packOf(conditions)
      const recorded = new RecordedFacts(homes.length)
      homes.forEach((facts, i) => recorded.put(i, facts))
      const screening = compileRules(pack, 'group', sampleDay)
      expect(screening.evaluateColumns(recorded.columnsFor(pack, 'group', sampleDay), homes.length)).toEqual(
        screening.evaluateColumns(columnsOf(pack, 'group', homes, sampleDay), homes.length),
      )
      homes.forEach((facts, i) => expect(recorded.at(i)).toEqual(facts))
    }),
    { numRuns: 200 },
  )
})
