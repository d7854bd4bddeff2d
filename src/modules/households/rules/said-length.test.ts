import { expect, it } from 'vitest'
import { DecideObjection, RaiseObjection, RaiseOwnObjection, RaisePublicObjection } from '../model/notice.ts'
import { sharedWords } from '../words/told-to-households.ts'
import { saidLength } from './said-length.ts'

const id = '01890000-0000-7000-8000-000000000001'
const writing = {
  'by staff': (said: string) =>
    RaiseObjection.safeParse({ id, notice: id, receivedOn: '2023-08-16', said }).success,
  'by a household': (said: string) => RaiseOwnObjection.safeParse({ id, home: id, notice: id, said }).success,
  'on the public page': (said: string) => RaisePublicObjection.safeParse({ id, notice: id, said }).success,
  'in the answer': (answer: string) =>
    DecideObjection.safeParse({ objection: id, decision: 'rejected', answer }).success,
}

it.each(Object.entries(writing))('one length of text is taken %s', (_, takes) => {
  expect(takes('四个字呢')).toBe(false)
  expect(takes('  四个字呢  ')).toBe(false)
  // Two units each in memory, one character each for whoever reads them.
  expect(takes('𠮷𠮷𠮷𠮷')).toBe(false)
  expect(takes('五个字够了')).toBe(true)
  expect(takes('字'.repeat(saidLength.most))).toBe(true)
  expect(takes('字'.repeat(saidLength.most + 1))).toBe(false)
})

it('is told as it is, never as a number of its own', () => {
  const { zh, en } = sharedWords['page.too-short']
  expect(`${zh}${en}`).not.toMatch(/\d/)
})
