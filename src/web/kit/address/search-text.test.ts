import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSearch, writeSearch } from './search-text.ts'

it('reads back what it writes, codes and Chinese alike', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 })), (values) => {
      expect(readSearch(writeSearch(values))).toEqual({ ...values })
    }),
  )
  expect(readSearch('?town=370683101000&search=王')).toEqual({ town: '370683101000', search: '王' })
})

it('leaves out what is empty', () => {
  expect(writeSearch({ a: '', b: undefined, c: null, d: 0 })).toBe('?d=0')
  expect(writeSearch({})).toBe('')
})
