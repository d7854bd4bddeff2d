import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, NotCanonical } from './canonical.ts'

/** Of every kind that sorts, escapes or fails in its own way. */
const character = fc.constantFrom(
  'a',
  'B',
  '1',
  '"',
  '\\',
  '\n',
  '\u0000',
  'ö',
  '€',
  '\ufb33',
  '😀',
  '\ud800',
)

function double(hex: string): number {
  return Buffer.from(hex, 'hex').readDoubleBE(0)
}

describe('RFC 8785', () => {
  it('writes the sample of §3.2.2 and §3.2.3', () => {
    const sample = String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
      "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`
    expect(Buffer.from(canonicalJson(JSON.parse(sample))).toString('hex')).toBe(
      Buffer.from(
        String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
      ).toString('hex'),
    )
  })
  it('sorts keys by UTF-16 code units (§3.2.3)', () => {
    const unsorted = JSON.parse(
      String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
        "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    ) as unknown
    expect(Object.values(JSON.parse(canonicalJson(unsorted)) as object).map(String)).toHaveLength(7)
    expect(canonicalJson(unsorted)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes number %s of appendix B as %s', (hex, text) => {
    expect(canonicalJson(double(hex))).toBe(text)
  })
  it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])('refuses number %s', (hex) => {
    expect(() => canonicalJson(double(hex))).toThrow(NotCanonical)
  })
})

describe('canonicalJson', () => {
  it.each([
    ['undefined', undefined],
    ['undefined in an object', { a: undefined }],
    ['undefined in a list', [undefined]],
    ['a hole', Array(1)],
    ['a bigint', 1n],
    ['a symbol', Symbol('a')],
    ['a symbol key', { [Symbol('a')]: 1 }],
    ['a function', () => 1],
    ['a Date', new Date(0)],
    ['a Map', new Map()],
    ['a Buffer', Buffer.from('a')],
    ['a lone surrogate', '\ud800'],
    ['a lone low surrogate', 'a\udfffb'],
    ['a lone surrogate in a key', { 'a\udc00': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonical)
  })
  it('takes a text that only spells a surrogate out', () => {
    expect(canonicalJson('\\ud800 😀')).toBe('"\\\\ud800 😀"')
  })
  it('refuses an object that contains itself, and says where the trouble is', () => {
    const loop: Record<string, unknown> = {}
    loop.again = loop
    expect(() => canonicalJson(loop)).toThrow(NotCanonical)
    expect(() => canonicalJson({ a: [1, { b: Number.NaN }] })).toThrow('$.a[1].b')
  })
  it('says the same for equal values whatever the order of keys, and reads back equal', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: character }), (value) => {
        let text: string
        try {
          text = canonicalJson(value)
        } catch {
          return // a lone surrogate
        }
        const back = JSON.parse(text) as unknown
        expect(back).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(reversed(back))).toBe(text)
      }),
      { numRuns: 200 },
    )
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  )
}
