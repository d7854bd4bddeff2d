import { expect, it } from 'vitest'
import { doubtsOf } from './doubts.ts'

const doubts = (fields: Parameters<typeof doubtsOf>[0]) =>
  doubtsOf(fields, '2023-08-15').map(({ field, code }) => `${field} ${code}`)

it('a sex that is not the one in the ID number asks for a look, masked numbers for none', () => {
  expect(doubts({ idNumber: '11010519491231002X', sex: 'female' })).toEqual([])
  expect(doubts({ idNumber: '11010519491231002X', sex: 'male' })).toEqual(['sex sex-differs'])
  expect(doubts({ idNumber: '110105********002X', sex: 'male' })).toEqual([])
  expect(doubts({ sex: 'male' })).toEqual([])
})

it('a bank card that fails its check asks for a look', () => {
  expect(doubts({ bankCard: '6222021234567890123' })).toEqual(['bankCard card.fails-luhn'])
  expect(doubts({ bankCard: '4111111111111111' })).toEqual([])
  expect(doubts({ bankCard: '6222021234567890000' })).toEqual(['bankCard ends-in-zeros'])
  expect(doubts({ bankCard: '**** 0123' })).toEqual([])
})
