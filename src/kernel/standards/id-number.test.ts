import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readIdNumber as readOn } from './id-number.ts'

const today = '2023-08-15'
const readIdNumber = (text: string) => readOn(text, today)

describe('identity numbers', () => {
  it('reads the sample of the standard', () => {
    expect(readIdNumber('11010519491231002X')).toEqual({
      ok: true,
      idNumber: '11010519491231002X',
      birthDay: '1949-12-31',
      sex: 'female',
      wasFifteen: false,
    })
  })
  it('reads small x, full-width characters and stray spaces', () => {
    for (const text of [
      '11010519491231002x',
      '１１０１０５１９４９１２３１００２Ｘ',
      ' 110105 19491231　002X\u200B',
      '110105194912310\n02ｘ',
    ]) {
      expect(readIdNumber(text)).toMatchObject({ ok: true, idNumber: '11010519491231002X' })
    }
  })
  it('converts fifteen digits', () => {
    expect(readIdNumber('110105491231002')).toEqual({
      ok: true,
      idNumber: '11010519491231002X',
      birthDay: '1949-12-31',
      sex: 'female',
      wasFifteen: true,
    })
    expect(readIdNumber('110105991231996')).toMatchObject({ ok: true, birthDay: '1899-12-31' })
  })
  it('takes any region, the former county 370625 too, and the leap day only in leap years', () => {
    expect(readIdNumber(withCheck('37062519480229001'))).toMatchObject({
      ok: true,
      birthDay: '1948-02-29',
      sex: 'male',
    })
    expect(readIdNumber(withCheck('37062519490229001'))).toEqual({ ok: false, problem: 'no-such-day' })
    expect(readIdNumber(withCheck('37062519000229001'))).toEqual({ ok: false, problem: 'no-such-day' })
  })
  it.each([
    ['', 'blank'],
    ['\u3000 ', 'blank'],
    ['3.70683E+17', 'digits-lost'],
    ['3.70683198507051E+17', 'digits-lost'],
    ['110105194912310000', 'digits-lost'],
    ['1101051949123100', 'wrong-length'],
    ['110105194912310021', 'wrong-check-digit'],
    ['11010519491331002X', 'no-such-day'],
    ['110105194X12310021', 'wrong-characters'],
    ['11010549123100X', 'wrong-characters'],
    ["'11010519491231002X", 'wrong-characters'],
    ['01010519491231002X', 'no-such-region'],
    ['身份证', 'wrong-characters'],
  ])('%s is %s', (text, problem) => expect(readIdNumber(text)).toEqual({ ok: false, problem }))

  it('belongs to nobody born tomorrow, or longer ago than anybody has lived', () => {
    const born = (day: string) => withCheck(`370683${day}001`)
    expect(readIdNumber(born('20230815'))).toMatchObject({ ok: true, birthDay: '2023-08-15' })
    expect(readIdNumber(born('20230816'))).toEqual({ ok: false, problem: 'not-yet-born' })
    expect(readIdNumber(born('20990101'))).toEqual({ ok: false, problem: 'not-yet-born' })
    expect(readIdNumber(born('18930101'))).toMatchObject({ ok: true })
    expect(readIdNumber(born('18921231'))).toEqual({ ok: false, problem: 'born-too-long-ago' })
    expect(readOn(born('20990101'), undefined)).toMatchObject({ ok: true })
  })

  it('never takes a number with one digit changed or two neighbours swapped', () => {
    const body = fc
      .tuple(
        fc.integer({ min: 110000, max: 659999 }),
        fc.integer({ min: 1900, max: 2020 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.nat(999),
      )
      .map(
        ([region, year, month, day, order]) =>
          `${region}${year}${two(month)}${two(day)}${String(order).padStart(3, '0')}`,
      )
    fc.assert(
      fc.property(body, fc.nat(16), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const good = withCheck(digits)
        expect(readIdNumber(good)).toMatchObject({ ok: true, idNumber: good })
        const changed = good.slice(0, at) + ((Number(good[at]) + shift) % 10) + good.slice(at + 1)
        expect(readIdNumber(changed).ok).toBe(false)
        const swapped = good.slice(0, at) + good.charAt(at + 1) + good.charAt(at) + good.slice(at + 2)
        if (swapped !== good) expect(readIdNumber(swapped).ok).toBe(false)
      }),
    )
  })
})

const two = (number: number) => String(number).padStart(2, '0')

/** ISO 7064 MOD 11-2 by its recursive definition, unlike the weights in the code under test. */
function withCheck(body: string): string {
  return body + '0123456789X'.charAt((12 - recursive(body)) % 11)
}

function recursive(body: string): number {
  let remainder = 0
  for (const digit of body) remainder = ((remainder + Number(digit)) * 2) % 11
  return remainder
}
