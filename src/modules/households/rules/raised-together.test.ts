import { expect, it } from 'vitest'
import { raisedTogether } from './raised-together.ts'

it('puts what was raised together where its first stands, in the order of the board', () => {
  const row = (first: string, position: number | null) => ({ first, position })
  expect(
    raisedTogether([row('b', 7), row('a', 2), row('b', 12), row('c', null), row('b', 3), row('b', null)]),
  ).toEqual([[row('b', null), row('b', 3), row('b', 7), row('b', 12)], [row('a', 2)], [row('c', null)]])
  expect(raisedTogether([])).toEqual([])
})
