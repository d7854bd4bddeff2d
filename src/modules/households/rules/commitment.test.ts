import { describe, expect, it } from 'vitest'
import { commitmentText } from '../words/commitment-text.ts'
import { checkSignedOn, checkText, maySign } from './commitment.ts'
import { commitmentDigest } from './commitment-text.ts'

const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)
const home = { stage: 'confirmed' as const, ended: null, committedOn: null }

describe('the commitment', () => {
  it('is signed once, by a confirmed home that is still in the programme', () => {
    expect(maySign(home)).toEqual([])
    expect(maySign({ ...home, stage: 'accepted' })).toEqual([])
    expect(codes(maySign({ ...home, stage: 'noticed' }))).toEqual(['commitment.not-confirmed'])
    expect(codes(maySign({ ...home, ended: 'withdrawn' }))).toEqual(['commitment.home-ended'])
    expect(codes(maySign({ ...home, committedOn: '2023-08-24' }))).toEqual(['commitment.signed-already'])
  })
  it('is signed under the words in force', () => {
    expect(checkText(commitmentDigest(), commitmentDigest())).toEqual([])
    expect(codes(checkText('0'.repeat(64), commitmentDigest()))).toEqual(['commitment.text-changed'])
  })
  it('has recovery and the use of data among its words', () => {
    expect(commitmentDigest()).toMatch(/^[0-9a-f]{64}$/)
    expect(commitmentText.items.some(({ zh }) => zh.includes('退回'))).toBe(true)
    expect(commitmentText.dataUse.zh).toMatch(/公示.*审计/)
  })
  it('is not signed tomorrow', () => {
    expect(codes(checkSignedOn('2023-08-26', '2023-08-25'))).toEqual(['day.in-future'])
    expect(checkSignedOn('2023-08-25', '2023-08-25')).toEqual([])
  })
})
