import { expect, it } from 'vitest'
import { checkDayOfForce } from './day-of-force.ts'

const codes = (from: string, validFrom = '2023-09-01') =>
  checkDayOfForce({ from, today: '2023-08-15', validFrom }).map(({ code }) => code)

it('is neither past nor before the pack itself begins', () => {
  expect(codes('2023-08-14')).toEqual(['policy.from-past'])
  expect(codes('2023-08-31')).toEqual(['policy.not-valid-yet'])
  expect(codes('2023-09-01')).toEqual([])
  expect(codes('2023-08-15', '2023-04-05')).toEqual([])
})
