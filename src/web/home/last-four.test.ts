import { expect, it } from 'vitest'
import { lastFourOf } from './last-four.ts'

it('lastFourOf takes what a phone types and nothing else', () => {
  expect(lastFourOf(' 012x ')).toBe('012X')
  expect(lastFourOf('\uff11\uff12\uff13\uff14')).toBe('1234')
  for (const typed of ['', '123', '12345', 'X123', '12X4', '身份证1'])
    expect(lastFourOf(typed), typed).toBeUndefined()
})
