import { describe, expect, it } from 'vitest'
import type { Condition, Operand } from '../../kernel/pack/condition.ts'
import { conditionLines, parametersIn, valueOn } from './rules.ts'

const values: Record<string, Operand> = { 'village.routes': 1 }
const linesOf = (condition: Condition) => conditionLines(condition, (name) => values[name] ?? null)

describe('a rule as a table', () => {
  it('is one line where it is one comparison', () => {
    expect(linesOf({ fact: 'home.wishes', is: true })).toEqual([
      { depth: 0, node: 'compare', fact: 'home.wishes', test: 'is', operand: true },
    ])
  })

  it('sets what belongs under a heading one step deeper', () => {
    const lines = linesOf({
      all: [
        { fact: 'a.one', is: true },
        { any: [{ fact: 'a.two', is: false }, { not: { fact: 'a.three', oneOf: ['x', 'y'] } }] },
      ],
    })
    expect(lines.map((line) => [line.depth, line.node === 'compare' ? line.fact : line.node])).toEqual([
      [0, 'all'],
      [1, 'a.one'],
      [1, 'any'],
      [2, 'a.two'],
      [2, 'not'],
      [3, 'a.three'],
    ])
  })

  it('leaves out a heading over a single condition, but never a not', () => {
    expect(linesOf({ all: [{ any: [{ fact: 'a.one', is: true }] }] })).toHaveLength(1)
    expect(linesOf({ not: { all: [{ fact: 'a.one', is: true }] } }).map((line) => line.node)).toEqual([
      'not',
      'compare',
    ])
  })

  it('shows the value a parameter has, and says which parameter it is', () => {
    const lines = linesOf({ fact: 'village.routeCount', atMost: { parameter: 'village.routes' } })
    expect(lines).toEqual([
      {
        depth: 0,
        node: 'compare',
        fact: 'village.routeCount',
        test: 'atMost',
        operand: 1,
        parameter: 'village.routes',
      },
    ])
    expect(parametersIn([...lines, ...lines])).toEqual(['village.routes'])
  })

  it('has no value for a parameter that is not in force yet', () => {
    expect(linesOf({ fact: 'a.one', atLeast: { parameter: 'later.on' } })).toMatchObject([{ operand: null }])
  })
})

describe('a dated value', () => {
  const parameter = {
    values: [
      { from: '2023-04-05', value: 20 },
      { from: '2024-01-01', value: 15 },
    ],
  }
  it('holds from its day until the next', () => {
    expect(valueOn(parameter, '2023-04-04')).toBeNull()
    expect(valueOn(parameter, '2023-04-05')).toBe(20)
    expect(valueOn(parameter, '2023-12-31')).toBe(20)
    expect(valueOn(parameter, '2024-01-01')).toBe(15)
  })
})
