import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blindIndex, openField, personalDigest, sealField } from './fields.ts'
import { international } from './international.ts'
import { someKeys } from './key-samples.ts'
import { national } from './national.ts'
import { NotAuthentic } from './suite.ts'

describe.each([international, national])('fields under the $id suite', (suite) => {
  const keys = someKeys(suite)
  it('opens only in the county and column it was sealed for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = sealField(keys, 370683, 'household.id_number', text)
        expect(openField(keys, 370683, 'household.id_number', sealed)).toBe(text)
        expect(() => openField(keys, 370684, 'household.id_number', sealed)).toThrow(NotAuthentic)
        expect(() => openField(keys, 370683, 'household.card', sealed)).toThrow(NotAuthentic)
      }),
    )
  })
  it('says which key is needed where the key is another', () => {
    const sealed = sealField(keys, 370683, 'household.card', '6217')
    expect(() => openField(someKeys(suite), 370683, 'household.card', sealed)).toThrow(/data key [0-9a-f]{8}/)
  })
  it('indexes equal values alike, and only within county and kind', () => {
    const at = (county: number, kind: string, text: string) =>
      blindIndex(keys, county, kind, text).toString('hex')
    expect(at(370683, 'id-number', '37068319600101123X')).toBe(at(370683, 'id-number', '37068319600101123X'))
    const others = [
      at(370683, 'id-number', '37068319600101123X'),
      at(370684, 'id-number', '37068319600101123X'),
      at(370683, 'telephone', '37068319600101123X'),
      at(370683, 'id-number', '370683196001011231'),
      blindIndex(someKeys(suite), 370683, 'id-number', '37068319600101123X').toString('hex'),
    ]
    expect(new Set(others).size).toBe(others.length)
    expect(blindIndex(keys, 370683, 'id-number', 'x')).toHaveLength(16)
  })
  it('leaves nothing of the value in its digest', () => {
    const digest = personalDigest(keys, 370683, '13800000000')
    expect(digest).toMatch(/^hmac:[0-9a-f]{64}$/)
    expect(personalDigest(keys, 370683, '13800000000')).toBe(digest)
    expect(personalDigest(keys, 370684, '13800000000')).not.toBe(digest)
  })
})

it('still opens values of the other suite, since each carries the mark of the one that made it', () => {
  const keys = someKeys(international)
  const sealed = sealField({ ...keys, suite: national }, 370683, 'household.card', '6217')
  expect(openField(keys, 370683, 'household.card', sealed)).toBe('6217')
})
