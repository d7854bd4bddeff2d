import { expect, it } from 'vitest'
import { differingPlaces } from './letters.ts'

it.each([
  ['0601234567', '0601234567', []],
  ['0601234567', '0601934567', [4]],
  // A prefix moves nothing behind it.
  ['甲村12号', '虎头崖镇甲村12号', []],
  ['虎头崖镇甲村12号', '甲村12号', [0, 1, 2, 3]],
])('%s beside %s differs at %j', (text, beside, expected) =>
  expect(differingPlaces(text, beside)).toEqual(expected),
)
