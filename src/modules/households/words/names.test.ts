import { expect, test } from 'vitest'
import { nameChecks } from '../rules/names.ts'
import { sayReasons } from './names.ts'

const reasons = (a: string, b: string) =>
  nameChecks({ householder: a, titleOwner: b })
    .flatMap(sayReasons)
    .map(({ zh }) => zh)

test('of two people’s names no character is explained; of one name written twice each is', () => {
  expect(reasons('王国强', '李秀英')).toEqual([])
  expect(reasons('王国强', '王秀英')).toEqual([])
  expect(reasons('王国强', '王国墙').length).toBe(1)
})
