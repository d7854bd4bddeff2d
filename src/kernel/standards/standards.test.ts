import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differInOneDigit, readAccountNumber } from './account-number.ts'
import { readBankCard } from './bank-card.ts'
import { readCreditCode } from './credit-code.ts'
import { readTelephone } from './telephone.ts'
import { accountNumberWords, bankCardWords, creditCodeWords, idNumberWords, telephoneWords } from './words.ts'

describe('telephones', () => {
  it.each([
    ['13812345678', '13812345678', 'mobile'],
    ['１３８ １２３４ ５６７８', '13812345678', 'mobile'],
    ['+86 138-1234-5678', '13812345678', 'mobile'],
    ['008613812345678', '13812345678', 'mobile'],
    ['0535-2212345', '0535-2212345', 'landline'],
    ['（0535）2212345', '0535-2212345', 'landline'],
    ['05352212345', '0535-2212345', 'landline'],
    ['010-62781234', '010-62781234', 'landline'],
    ['86-535-2212345', undefined, undefined],
  ])('%s', (text, telephone, kind) => {
    const reading = readTelephone(text)
    expect(reading.ok ? [reading.telephone, reading.kind] : undefined).toEqual(
      telephone ? [telephone, kind] : undefined,
    )
  })

  it.each([
    ['0535-2212345转8001', '0535-2212345', '8001'],
    ['0535-2212345-8001', '0535-2212345', '8001'],
    ['+86 0535 2212345 ext. 12', '0535-2212345', '12'],
    ['（010）62781234#3', '010-62781234', '3'],
  ])('%s has an extension', (text, telephone, extension) =>
    expect(readTelephone(text)).toEqual({ ok: true, kind: 'landline', telephone, extension }),
  )

  it('gives a mobile no extension', () =>
    expect(readTelephone('13812345678转1')).toEqual({ ok: false, problem: 'wrong-characters' }))

  it.each([
    ['', 'blank'],
    ['　', 'blank'],
    ['2212345', 'area-code-missing'],
    ['1381234567', 'wrong-length'],
    ['12812345678', 'wrong-length'],
    ['13812345678/2212345', 'wrong-characters'],
    ['1.38123E+10', 'digits-lost'],
  ])('%s is %s', (text, problem) => expect(readTelephone(text)).toEqual({ ok: false, problem }))
})

describe('electricity accounts', () => {
  it.each([
    ['3706831234567', '3706831234567', false],
    ['3706831234567', '3706831234568', true],
    ['3706831234567', '4706831234567', true],
    ['3706831234567', '3706831234586', false],
    ['3706831234567', '370683123456', false],
  ])('%s and %s differ in one digit: %s', (one, other, expected) =>
    expect(differInOneDigit(one, other)).toBe(expected),
  )

  it('take 10 and 13 digits and keep leading zeros', () => {
    expect(readAccountNumber(' ０123456789 ')).toEqual({ ok: true, accountNumber: '0123456789' })
    expect(readAccountNumber('3706831234567')).toEqual({ ok: true, accountNumber: '3706831234567' })
  })
  it.each([
    ['', 'blank'],
    ['370683123456', 'leading-zero-missing'],
    ['123456789', 'leading-zero-missing'],
    // Nothing was dropped before a zero.
    ['069990001', 'wrong-length'],
    ['37068312345678', 'wrong-length'],
    ['3.70683E+12', 'digits-lost'],
    ['37068A1234567', 'wrong-characters'],
    ["'3706831234567", 'wrong-characters'],
  ])('%s is %s', (text, problem) => expect(readAccountNumber(text)).toEqual({ ok: false, problem }))
})

describe('bank cards', () => {
  it('only notes a failing check', () => {
    expect(readBankCard('4111 1111 1111 1111')).toEqual({
      ok: true,
      card: '4111111111111111',
      passesLuhn: true,
    })
    expect(readBankCard('4111111111111112')).toMatchObject({ ok: true, passesLuhn: false })
  })
  it('notices every single wrong digit', () => {
    const card = '6222020200112233445'.slice(0, 18)
    const check = [...'0123456789'].find((digit) => {
      const reading = readBankCard(card + digit)
      return reading.ok && reading.passesLuhn
    })
    const good = card + check
    for (let at = 0; at < good.length; at++) {
      const wrong = good.slice(0, at) + ((Number(good[at]) + 1) % 10) + good.slice(at + 1)
      expect(readBankCard(wrong)).toMatchObject({ passesLuhn: false })
    }
  })
  it.each([
    ['', 'blank'],
    ['6.22202E+18', 'digits-lost'],
    ['农行6222', 'wrong-characters'],
    ['62220202', 'wrong-length'],
  ])('%s is %s', (text, problem) => expect(readBankCard(text)).toEqual({ ok: false, problem }))
})

describe('credit codes', () => {
  const code = '91350100M000100Y43'
  it('reads the published sample, also in small and full-width letters', () => {
    expect(readCreditCode(code)).toMatchObject({ ok: true, creditCode: code })
    expect(readCreditCode(' ９1350100m000100y43 ')).toMatchObject({ ok: true, creditCode: code })
  })
  it('checks the organisation code inside and only reports it', () => {
    expect(readCreditCode(code)).toMatchObject({ organisationCheckPasses: true })
  })
  it('refuses any one changed character', () => {
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (at, character) => {
        fc.pre(code[at] !== character)
        const changed = code.slice(0, at) + character + code.slice(at + 1)
        expect(readCreditCode(changed)).toEqual({ ok: false, problem: 'wrong-check-character' })
      }),
    )
  })
  it.each([
    ['', 'blank'],
    ['91350100M000100Y4', 'wrong-length'],
    ['9135O100M000100Y43', 'letter-not-used'],
    ['91350100-000100Y43', 'wrong-characters'],
  ])('%s is %s', (text, problem) => expect(readCreditCode(text)).toEqual({ ok: false, problem }))
})

describe('words', () => {
  it('say in both languages what to do next', () => {
    const all = [idNumberWords, telephoneWords, accountNumberWords, bankCardWords, creditCodeWords]
    for (const { zh, en } of all.flatMap((words) => Object.values(words))) {
      expect(zh).toMatch(/请|可不改/)
      expect(zh).toMatch(/。$/)
      expect(en).toMatch(/\.$/)
    }
  })
})
