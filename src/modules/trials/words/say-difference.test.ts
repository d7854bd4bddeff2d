import { expect, test } from 'vitest'
import type { Unit } from '../../../kernel/pack/units.ts'
import type { RuleDifference } from '../rules/differences.ts'
import { sayDifference } from './say-difference.ts'

const changed = (unit: Unit, from: number, to: number): RuleDifference => ({
  rule: 'r',
  label: { zh: '规则', en: 'Rule' },
  switched: null,
  parameters: [{ name: 'p', label: { zh: '上限', en: 'Limit' }, unit, from, to }],
  condition: false,
  facts: [],
  clauses: [],
})

test('a changed parameter is told in its unit', () => {
  const said = (...[unit, from, to]: Parameters<typeof changed>) => {
    const difference = changed(unit, from, to)
    return [sayDifference(difference, 'zh'), sayDifference(difference, 'en')]
  }
  expect(said('day of month', 15, 20)).toEqual([
    '上限 15 日 → 20 日',
    'Limit 15 of the month → 20 of the month',
  ])
  expect(said('fen/kWh', 20, 25)).toEqual(['上限 ¥0.20/度 → ¥0.25/度', 'Limit ¥0.20/kWh → ¥0.25/kWh'])
  expect(said('percent', 60, 70)).toEqual(['上限 60% → 70%', 'Limit 60% → 70%'])
})
