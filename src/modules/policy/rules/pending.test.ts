import { expect, it } from 'vitest'
import { aParameter, aRule } from '../../../kernel/pack/samples.ts'
import type { PackCase } from '../../../kernel/pack/schema.ts'
import type { PackContent } from './changes.ts'
import {
  carriedOver,
  casesWith,
  editsOf,
  nothingPending,
  type Pending,
  putOf,
  type RulePut,
  withPut,
} from './pending.ts'
import { undoTo } from './draft.ts'

const aCase = (zh: string): PackCase => ({ title: { zh, en: zh }, rule: 'a', facts: {}, expect: 'yes' })
const content = (more: Partial<PackContent> = {}): PackContent => ({
  parameters: { 'p.one': aParameter([{ from: '2023-01-01', value: 1 }]) },
  rules: [aRule('a', { fact: 'f.one', is: true }), aRule('b', { fact: 'f.two', is: true })],
  cases: [aCase('甲'), aCase('乙')],
  ...more,
})

it('a field put back to what is saved is no change any more', () => {
  const rule = aRule('a', { fact: 'f.one', is: true })
  const off = putOf<RulePut>(rule, undefined, { until: '2023-08-31' })
  expect(off).toEqual({ until: '2023-08-31' })
  expect(withPut(rule, off)).toEqual({ ...rule, until: '2023-08-31' })
  expect(putOf(rule, off, { until: null })).toBeUndefined()
  const dated = { ...rule, until: '2023-08-31' }
  expect(withPut(dated, putOf<RulePut>(dated, undefined, { until: null }))).toEqual(rule)
})

it('what is pending is carried over where somebody else changed nothing', () => {
  const pending: Pending = {
    parameters: { 'p.one': { status: 'plan' } },
    rules: { a: { until: '2023-08-31' }, b: { until: '2023-09-30' } },
    cases: { 1: null },
    added: [aCase('丙')],
  }
  expect(carriedOver(pending, content(), content())).toEqual(pending)
  const theirs = content({
    rules: [aRule('a', { fact: 'f.one', is: false }), aRule('b', { fact: 'f.two', is: true })],
    cases: [aCase('乙')],
  })
  expect(carriedOver(pending, content(), theirs)).toEqual({
    ...pending,
    rules: { b: { until: '2023-09-30' } },
    cases: {},
  })
})

it('edits name everything pending, and cases are numbered as they will be', () => {
  const pending: Pending = { ...nothingPending, cases: { 0: null, 1: aCase('丁') }, added: [aCase('丙')] }
  expect(casesWith(content().cases, pending)).toEqual([aCase('丁'), aCase('丙')])
  expect(editsOf(pending)).toEqual([
    { what: 'case', index: 0, put: null },
    { what: 'case', index: 1, put: aCase('丁') },
    { what: 'new-case', put: aCase('丙') },
  ])
})

it('undoing goes further back each time, past what was undone', () => {
  const version = (number: number, sameAs: number | null = null) => ({ version: number, sameAs })
  expect(undoTo([version(1)])).toBeNull()
  expect(undoTo([version(1), version(2), version(3)])).toBe(2)
  expect(undoTo([version(1), version(2), version(3), version(4, 2)])).toBe(1)
  expect(undoTo([version(1), version(2), version(3), version(4, 2), version(5, 1)])).toBeNull()
  expect(undoTo([version(1), version(2), version(3), version(4, 1), version(5)])).toBe(1)
})
