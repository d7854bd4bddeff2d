import { expect, it } from 'vitest'
import { bearing, distanceM, middleOf } from './places.ts'

const well = { latitude: 37.2, longitude: 119.9 }

it('measures along the ground', () => {
  expect(Math.round(distanceM(well, { latitude: 37.201, longitude: 119.9 }))).toBe(111)
  expect(Math.round(distanceM(well, { latitude: 37.2, longitude: 119.901 }))).toBe(89)
})

it('tells the direction from north through east', () => {
  const towards = (latitude: number, longitude: number) =>
    Math.round(bearing(well, { latitude: 37.2 + latitude, longitude: 119.9 + longitude }))
  expect([towards(0.1, 0), towards(0, 0.1), towards(-0.1, 0), towards(0, -0.1)]).toEqual([0, 90, 180, 270])
})

it('a middle is not moved by one that is far off', () => {
  const near = [1, 2, 3, 4].map((n) => ({ latitude: 37 + n / 1000, longitude: 119 }))
  expect(middleOf([...near, { latitude: 80, longitude: 10 }])).toEqual({ latitude: 37.003, longitude: 119 })
  expect(middleOf([])).toBeUndefined()
})
