import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { hideNumbers, noticeText, publicRow, type RowSource } from './public-row.ts'

const day = '2023-08-15'
const assumed = (unit: string, value: number) => ({
  label: { zh: '参数', en: 'parameter' },
  note: { zh: '试验', en: 'for the test' },
  unit,
  clauses: ['§4.2'],
  status: 'assumed' as const,
  values: [{ from: '2023-04-05', value }],
})
const pack = {
  id: 'test',
  parameters: {
    'equipment.subsidyCapFen': assumed('fen', 500_000),
    'operating.rateFenPerKwh': { ...assumed('fen/kWh', 20), status: 'plan' as const },
    'operating.capKwh': assumed('kWh', 6000),
  } as Pack['parameters'],
  subsidies: [] as Pack['subsidies'],
} as Pack

const aSource = (changes: Partial<RowSource> = {}): RowSource => ({
  position: 1,
  village: '朱旺村',
  householder: '王小明',
  wantedEquipment: '低环境温度热泵热风机 3匹',
  wantedUnits: 2,
  ...changes,
})

/** Numbers of people as registers hold them, and the ways they get mixed into other fields. */
const digit = fc.integer({ min: 0, max: 9 }).map(String)
const digits = (length: number) =>
  fc.array(digit, { minLength: length, maxLength: length }).map((d) => d.join(''))
const personalNumber = fc.oneof(
  digits(17).chain((d) => fc.constantFrom(`${d}X`, `${d}x`, `${d}3`)),
  digits(10).map((d) => `1${d}`),
  digits(8).map((d) => `0535-${d.slice(0, 7)}`),
  digits(19),
  digits(13),
)
const fullWidth = (text: string) => text.replace(/[0-9]/g, (d) => String.fromCodePoint(0xff10 + Number(d)))
const arabicIndic = (text: string) => text.replace(/[0-9]/g, (d) => String.fromCodePoint(0x0660 + Number(d)))
const spaced = (text: string) => text.split('').join(' ')
const circled = (text: string) => text.replace(/[0-9]/g, (d) => '⓪①②③④⑤⑥⑦⑧⑨'[Number(d)] ?? '')
const written = fc
  .tuple(
    personalNumber,
    fc.constantFrom((t: string) => t, fullWidth, arabicIndic, spaced, circled),
  )
  .map(([number, way]) => way(number))
const typed = fc
  .tuple(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    written,
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  .map((parts) => parts.join(''))

describe('publicRow', () => {
  it('says what a board says and masks the name', () => {
    expect(publicRow(aSource(), pack, day)).toEqual({
      position: 1,
      village: '朱旺村',
      householder: '王*明',
      heating: 'air-heater',
      units: 2,
      amounts: [
        { item: 'equipment', upToFen: 500_000, assumed: true },
        { item: 'operating', upToFen: 120_000, assumed: true },
      ],
    })
  })

  it('lets no digit of an ID, telephone, card or account out, whatever was typed where', () => {
    fc.assert(
      fc.property(typed, typed, typed, (householder, village, wantedEquipment) => {
        const row = publicRow(aSource({ householder, village, wantedEquipment }), pack, day)
        expect(`${row.householder}${row.village}${row.heating}`).not.toMatch(/\p{N}/u)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves at most two letters of any name, and never nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (householder) => {
        const shown = publicRow(aSource({ householder }), pack, day).householder
        expect(shown.replace(/[*·]/g, '').match(/\p{L}/gu)?.length ?? 0).toBeLessThanOrEqual(2)
        expect(shown).not.toBe('')
      }),
    )
  })

  it('carries no field but those of the board, even where a home brings more', () => {
    const home = {
      ...aSource(),
      idNumber: '370683195001011234',
      telephone: '13800001111',
      remark: '6222020200112233445',
    }
    expect(Object.keys(publicRow(home, pack, day)).sort()).toEqual([
      'amounts',
      'heating',
      'householder',
      'position',
      'units',
      'village',
    ])
    expect(JSON.stringify(publicRow(home, pack, day))).not.toMatch(/\d{7}/)
  })

  it('keeps a small number in a village name and takes a person’s number out', () => {
    expect(publicRow(aSource({ village: '4队' }), pack, day).village).toBe('4队')
    expect(publicRow(aSource({ village: '朱旺村13800001111' }), pack, day).village).toBe('朱旺村')
  })
})

describe('hideNumbers', () => {
  it('hides numbers however they are set apart and leaves days and amounts', () => {
    expect(hideNumbers('电话138-0000 1111,户号3706830012345')).toBe('电话***,户号***')
    expect(hideNumbers('370683195001011 23X')).toBe('***')
    expect(hideNumbers('已于8月20日入户,补贴5000元不变')).toBe('已于8月20日入户,补贴5000元不变')
  })
  it('leaves the words around a number as they were written', () => {
    expect(
      hideNumbers('经核实，补贴５００元不变；电话：１３８０００１１１１１，请联系（工作日）。㎡、①不动'),
    ).toBe('经核实，补贴５００元不变；电话：***，请联系（工作日）。㎡、①不动')
  })
  it('hides every personal number however it is written', () => {
    fc.assert(
      fc.property(written, (number) => {
        expect(hideNumbers(`核实后${number}属实`)).not.toMatch(/\p{N}[^\p{L}]{0,4}\p{N}[^\p{L}]{0,4}\p{N}/u)
      }),
    )
  })
})

describe('noticeText', () => {
  const home = {
    householder: '王小明',
    idNumberIndex: Buffer.from('01', 'hex'),
    wantedEquipment: '热风机',
    wantedUnits: 2,
  }
  it('changes with what the board says and with the person behind the masked name', () => {
    expect(noticeText({ ...home, householder: '王大明' })).not.toBe(noticeText(home))
    expect(noticeText({ ...home, idNumberIndex: Buffer.from('02', 'hex') })).not.toBe(noticeText(home))
    expect(noticeText({ ...home, wantedUnits: 1 })).not.toBe(noticeText(home))
  })
  it('stays where only words for the same machine change', () => {
    expect(noticeText({ ...home, wantedEquipment: '热泵热风机3匹' })).toBe(noticeText(home))
  })
})
