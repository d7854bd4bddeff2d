import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSheetProblem, readWorkbook } from '../kernel/sheets/read-workbook.ts'
import { bytesOf } from '../kernel/sheets/write-sheets.ts'
import type { Pack } from '../kernel/pack/pack.ts'
import { noticeTable } from '../modules/households/downloads/notice.ts'
import type { PublicNotice } from '../modules/households/model/notice.ts'
import { hideNumbers, publicRow } from '../modules/households/rules/public-row.ts'
import { answerPage, noticePage } from './public-notice-page.ts'

const day = '2023-08-15'
const small = (unit: string) => ({
  label: { zh: '参数', en: 'parameter' },
  note: { zh: '试验', en: 'for the test' },
  ...{ unit, clauses: ['§4.2'], status: 'assumed' as const, values: [{ from: '2023-04-05', value: 100 }] },
})
const pack = {
  parameters: {
    'equipment.subsidyCapFen': small('fen'),
    'operating.rateFenPerKwh': small('fen/kWh'),
    'operating.capKwh': small('kWh'),
  } as Pack['parameters'],
  subsidies: [] as Pack['subsidies'],
} as Pack

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 1, max: 9 }).map(String), { minLength: length, maxLength: length })
    .map((d) => d.join(''))
/** ID numbers of 18 and of 15 signs, telephones, cards, accounts. */
const numbers = fc.oneof(
  digits(18),
  digits(17).map((d) => `${d}X`),
  digits(15),
  digits(10).map((d) => `1${d}`),
  digits(19),
  digits(13),
)
const chinese = '〇一二三四五六七八九'
const mapped = (signs: (digit: number) => string) => (text: string) =>
  text.replace(/\d/g, (digit) => signs(Number(digit)))
const ways: ((text: string) => string)[] = [
  (text) => text,
  mapped((digit) => String.fromCodePoint(0xff10 + digit)),
  mapped((digit) => chinese[digit] ?? ''),
  (text) => [...text].join(' '),
  (text) => [...text].join('-'),
  (text) => text.replace(/(.{4})/g, '$1　'),
  (text) => text.replace(/(.{3})/g, '$1\u200b'),
  (text) => `(${text.slice(0, 6)})${text.slice(6)}`,
]
const plain = (text: string) =>
  [...text.normalize('NFKC')]
    .map((sign) => (chinese.includes(sign) ? String(chinese.indexOf(sign)) : sign))
    .join('')

/** Seven digits in a row of the number, with everything else of the text left out. */
function leaks(text: string, number: string): boolean {
  const told = plain(text)
    .replace(/[^\dXx]/g, '')
    .toUpperCase()
  return Array.from({ length: number.length - 6 }, (_, at) => number.slice(at, at + 7)).some((part) =>
    told.includes(part.toUpperCase()),
  )
}

const hostile = fc.record({
  number: numbers,
  way: fc.constantFrom(...ways),
  /** Where the number is cut into the two fields it is typed into. */
  cut: fc.double({ min: 0, max: 1, noNaN: true }),
  fields: fc.constantFrom(
    ['householder', 'village'] as const,
    ['village', 'householder'] as const,
    ['householder', 'wantedEquipment'] as const,
    ['wantedEquipment', 'village'] as const,
  ),
  words: fc.constantFrom('王小明', '朱旺村', '电话', '身份证号:', ''),
})

const boardOf = ({
  number,
  way,
  cut,
  fields: [one, other],
  words,
}: typeof hostile extends fc.Arbitrary<infer T> ? T : never): PublicNotice => {
  const at = Math.round(cut * number.length)
  const source = { householder: '王小明', village: '朱旺村', wantedEquipment: '热风机' }
  const typed = {
    ...source,
    [one]: `${words}${way(number.slice(0, at))}`,
    [other]: `${way(number.slice(at))}${words}`,
  }
  return {
    ...{ village: '朱旺村', town: '沙河镇', number: 1, opensOn: day, closesOn: day, hotline: '' },
    rows: [publicRow({ ...typed, position: 1, wantedUnits: 2 }, pack, day)],
    returned: 0,
  }
}

const rowsOfPage = (html: string) => html.match(/<tbody>[\s\S]*<\/tbody>/)?.[0].replace(/<[^>]*>/g, ' ') ?? ''

it('lets no personal number out on the public page, however it was typed into which fields', () => {
  fc.assert(
    fc.property(hostile, (given) => {
      const board = boardOf(given)
      expect(leaks(JSON.stringify(board.rows), given.number)).toBe(false)
      const page = noticePage(board, { path: '/n/1/key', language: 'zh' })
      expect(rowsOfPage(page)).not.toBe('')
      expect(leaks(rowsOfPage(page), given.number)).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

it('lets none out in the workbook either', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (given) => {
      const workbook = await readWorkbook(await bytesOf(noticeTable(boardOf(given))))
      if (isSheetProblem(workbook)) throw new Error(workbook.code)
      const text = workbook.sheets
        .flatMap((sheet) =>
          Array.from({ length: sheet.rowCount * sheet.columnCount }, (_, at) =>
            sheet.text(Math.floor(at / sheet.columnCount), at % sheet.columnCount),
          ),
        )
        .join(' ')
      expect(text).toContain('取暖方式')
      expect(leaks(text, given.number)).toBe(false)
    }),
    { numRuns: 25 },
  )
}, 60_000)

it('hides them in the answer to an objection', () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom(...ways), (number, way) => {
      const said = hideNumbers(`经核实${way(number)}属实`)
      expect(leaks(said, number)).toBe(false)
      const page = answerPage({ path: '/n/1/key', language: 'zh' }, [
        {
          position: 3,
          householder: '王*明',
          town: '沙河镇',
          village: '甲村',
          number: 1,
          state: 'upheld',
          raisedOn: day,
          answeredOn: day,
          answer: `经核实${way(number)}属实`,
          followUp: `再核${way(number)}一次`,
          followUpBy: day,
          followed: `已核${way(number)}一次`,
          followedOn: day,
        },
      ])
      const quoted = page.match(/<blockquote>.*?<\/blockquote>/g) ?? []
      expect(quoted).toHaveLength(3)
      for (const text of quoted) expect(leaks(text, number)).toBe(false)
    }),
  )
})
