import { expect, it } from 'vitest'
import { passwordProblem } from './password-rules.ts'

it.each([
  ['short-1', 'password.too-short'],
  ['my-shahe-2023', 'password.holds-name'],
  ['1234567890', 'password.too-simple'],
  ['abcdefghijklm', 'password.too-simple'],
  ['9876543210', 'password.too-simple'],
  ['aaaaabbbbb', 'password.too-simple'],
  ['11111-22222', 'password.too-simple'],
  ['qingnuan-2023', undefined],
  ['一个好记的长口令呀', 'password.too-short'],
  ['a long pass phrase', undefined],
  ['1357924680', undefined],
])('%s: %s', (password, problem) => {
  expect(passwordProblem(password, 'shahe')).toBe(problem)
})
