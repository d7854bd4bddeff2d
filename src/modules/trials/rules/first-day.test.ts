import { expect, it } from 'vitest'
import { firstDayOf } from './first-day.ts'

const change = (field: string, before: unknown, after: unknown) => ({ fields: [{ field, before, after }] })

it('is today where nothing begins later', () => {
  expect(firstDayOf([], '2023-08-15')).toBe('2023-08-15')
  expect(firstDayOf([change('refusal', null, { zh: '2024-01-01', en: '' })], '2023-08-15')).toBe('2023-08-15')
})

it('is the day the last of the changes begins to count', () => {
  const values = [{ from: '2023-04-05', value: 20 }]
  const later = [...values, { from: '2023-11-15', value: 25 }]
  expect(firstDayOf([change('values', values, later)], '2023-08-15')).toBe('2023-11-15')
  expect(firstDayOf([change('values', later, values)], '2023-08-15')).toBe('2023-08-15')
  expect(
    firstDayOf([change('values', values, later), change('until', null, '2023-12-31')], '2023-08-15'),
  ).toBe('2024-01-01')
})
