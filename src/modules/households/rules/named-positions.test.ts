import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mostHomes, readPositions } from './named-positions.ts'

it.each([
  ['', []],
  ['  ', []],
  ['3', [3]],
  ['3、7、12', [3, 7, 12]],
  ['12,7；3', [3, 7, 12]],
  ['３，７ 和 １２', [3, 7, 12]],
  ['第3号、第7号及第12户', [3, 7, 12]],
  ['No. 3 and no. 7', [3, 7]],
  ['7、7', [7]],
  ['3-6', [3, 4, 5, 6]],
  ['3 到 5，9', [3, 4, 5, 9]],
  ['第3号至第5号', [3, 4, 5]],
])('reads %j', (text, positions) => {
  expect(readPositions(text)).toEqual(positions)
})

it.each(['三', '3.7', '老王家', '0', '-3', '7-3', '3-', '123456', '3a', '1e3', '3、王家'])(
  'does not guess at %j',
  (text) => {
    expect(readPositions(text)).toBeUndefined()
  },
)

it('tells a long span by one more than may be named', () => {
  expect(readPositions('1-99999')).toHaveLength(mostHomes + 1)
})

it('reads any numbers however they are set apart, each once and in order', () => {
  const separators = fc.constantFrom('、', ',', '，', ' ', ';', '/', '和', '、 ')
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: mostHomes }),
      separators,
      (numbers, separator) => {
        expect(readPositions(numbers.join(separator))).toEqual(
          [...new Set(numbers)].sort((one, other) => one - other),
        )
      },
    ),
  )
})
