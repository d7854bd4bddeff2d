import { expect, it } from 'vitest'
import { isSignature, lengthOf } from './strokes.ts'

const line = (from: number, to: number) => [
  { x: from, y: 0.5 },
  { x: (from + to) / 2, y: 0.5 },
  { x: to, y: 0.5 },
]

it('measures strokes one by one, not the jumps between them', () => {
  expect(lengthOf([line(0, 0.2), line(0.8, 0.9)])).toBeCloseTo(0.3)
  expect(lengthOf([])).toBe(0)
  expect(lengthOf([[{ x: 0.4, y: 0.4 }]])).toBe(0)
})

it('takes no dot or slip for a signature', () => {
  expect(isSignature([[{ x: 0.4, y: 0.4 }], line(0.4, 0.5)])).toBe(false)
  expect(isSignature([line(0.1, 0.3), line(0.5, 0.7)])).toBe(true)
})
