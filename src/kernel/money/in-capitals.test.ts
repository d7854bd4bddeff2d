import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inCapitals } from './in-capitals.ts'

it.each([
  [0, '人民币零元整'],
  [5, '人民币伍分'],
  [30, '人民币叁角整'],
  [100, '人民币壹元整'],
  [1_005, '人民币壹拾元零伍分'],
  [140_950, '人民币壹仟肆佰零玖元伍角整'],
  [600_714, '人民币陆仟零柒元壹角肆分'],
  [10_700_053, '人民币壹拾万零柒仟元伍角叁分'],
  [1_640_902, '人民币壹万陆仟肆佰零玖元零贰分'],
  [32_504, '人民币叁佰贰拾伍元零肆分'],
  [1_000_000_000, '人民币壹仟万元整'],
  [10_000_000_100, '人民币壹亿零壹元整'],
  [12_345_678_900, '人民币壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元整'],
  [9_000_000_000_000_000, '人民币玖拾万亿元整'],
])('writes %i fen as %s', (fen, written) => {
  expect(inCapitals(fen)).toBe(written)
})

it('takes whole fen only', () => {
  for (const amount of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])
    expect(() => inCapitals(amount)).toThrow(RangeError)
})

/** Reads it back as a clerk does: digit by place, group by group. */
function readBack(written: string): number {
  const value = (sign: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(sign)
  const rest = written.replace('人民币', '').replace('整', '')
  const [whole = '', small = ''] = rest.includes('元') ? rest.split('元') : ['', rest]
  let [sum, group, digit] = [0, 0, 0]
  for (const sign of whole) {
    const place = { 拾: 10, 佰: 100, 仟: 1000 }[sign]
    if (place) {
      group += digit * place
      digit = 0
    } else if (sign === '万') {
      sum += (group + digit) * 10_000
      ;[group, digit] = [0, 0]
    } else if (sign === '亿') {
      sum = (sum + group + digit) * 100_000_000
      ;[group, digit] = [0, 0]
    } else digit = value(sign)
  }
  const jiao = /(.)角/.exec(small)?.[1]
  const cent = /(.)分/.exec(small)?.[1]
  return (sum + group + digit) * 100 + (jiao ? value(jiao) * 10 : 0) + (cent ? value(cent) : 0)
}

it('reads back as the same amount, with no two noughts together and none before a unit', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: 0, max: 99_999_999_999 }), fc.integer({ min: 0, max: 9_999 })),
      (fen) => {
        const written = inCapitals(fen)
        expect(readBack(written)).toBe(fen)
        if (fen > 0) expect(written).not.toMatch(/零零|零[元万亿拾佰仟角分整]/)
      },
    ),
    { numRuns: 2000 },
  )
})
