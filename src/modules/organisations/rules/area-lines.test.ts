import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAreaLines, readAreas } from './area-lines.ts'

const county = '370683000000'
const none = new Map<string, string>()
const read = (text: string, known: ReadonlyMap<string, string> = none) =>
  readAreas(parseAreaLines(text), county, known)

describe('a pasted list of towns and villages', () => {
  it('is read however the columns are parted, with lines counted as they stand', () => {
    const text = '370683101000 沙河镇\n\n370683101201\t甲村\r\n370683101202，乙村，农村'
    expect(parseAreaLines(text).map(({ line, code, name, kind }) => [line, code, name, kind])).toEqual([
      [1, '370683101000', '沙河镇', ''],
      [3, '370683101201', '甲村', ''],
      [4, '370683101202', '乙村', '农村'],
    ])
  })

  it('takes towns by nine digits and puts them before their villages', () => {
    const { areas, problems } = read('370683101201 甲村\n370683101 沙河镇')
    expect(problems).toEqual([])
    expect(areas.map(({ code }) => code)).toEqual(['370683101000', '370683101201'])
  })

  it('takes the kind of area from the list, else from the code', () => {
    const { areas } = read(
      '370683001 文昌路街道\n370683101 沙河镇\n370683101001 甲居\n370683101201 乙村\n370683101202 丙村 城区',
    )
    expect(areas.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      '文昌路街道 urban',
      '沙河镇 rural',
      '甲居 urban',
      '乙村 rural',
      '丙村 urban',
    ])
  })

  it('leaves out what is entered already, so that the whole list can be given again', () => {
    const known = new Map([
      ['370683101000', '沙河镇'],
      ['370683101201', '甲庄'],
    ])
    expect(read('370683101 沙河镇\n370683101201 甲村\n370683101202 乙村', known)).toEqual({
      areas: [{ code: '370683101202', name: '乙村', kind: 'rural' }],
      problems: [],
      known: 2,
      otherwise: [{ line: 2, code: '370683101201', here: '甲庄', said: '甲村' }],
    })
  })

  it.each([
    ['37068310120x 甲村', 'code'],
    ['3706831012 甲村', 'code'],
    ['370684101 别处镇', 'elsewhere'],
    ['370683 莱州市', 'elsewhere'],
    ['370683101', 'name'],
    ['370683101 沙河镇 山区', 'kind'],
    ['370683101201 甲村', 'no-parent'],
  ])('says what is wrong with %s', (text, code) => {
    expect(read(text).problems).toMatchObject([{ line: 1, code }])
  })

  it('names the second of two lines with one code', () => {
    expect(read('370683101 沙河镇\n370683101000 沙河镇').problems).toMatchObject([
      { line: 2, code: 'repeated' },
    ])
  })

  it('accounts for every line: entered, known or wrong', () => {
    const aLine = fc.tuple(
      fc.constantFrom('370683101', '370683101201', '370683102201', '370684101', 'x1', '370683102'),
      fc.constantFrom('甲', '', '乙'),
    )
    fc.assert(
      fc.property(fc.array(aLine), (rows) => {
        const lines = parseAreaLines(rows.map((row) => row.join(' ')).join('\n'))
        const { areas, problems, known } = readAreas(lines, county, new Map([['370683102000', '某镇']]))
        const wrong = problems.filter(({ code }) => code !== 'no-parent').length
        expect(areas.length + wrong + known).toBe(lines.length)
      }),
    )
  })
})
