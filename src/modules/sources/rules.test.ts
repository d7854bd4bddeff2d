import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../../kernel/pack/load.ts'
import { aWorkbookOf, zipped } from '../../kernel/sheets/package-samples.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import type { VillageInArea } from '../villages/rules/places.ts'
import type { SourceField, SourceKind } from './model.ts'
import { readSource } from './rules/reading.ts'
import { readSourceRow } from './rules/row.ts'
import { stateOf } from './rules/due.ts'
import { inForceFor } from './said.ts'
import { aSourceFile } from './samples.ts'

const pack = await loadPack(path.join(import.meta.dirname, '../../../packs/laizhou-2023'))

const day = '2023-08-15'
const read = (kind: SourceKind, cells: Partial<Record<SourceField, string>>, required: SourceField[] = []) =>
  readSourceRow(
    kind,
    (field) => cells[field] ?? '',
    (field) => required.includes(field),
    { today: day, helpedBefore: '2023-01-01' },
  )
const codes = (kind: SourceKind, cells: Partial<Record<SourceField, string>>, required: SourceField[] = []) =>
  read(kind, cells, required).remarks.map(({ severity, code }) => `${severity} ${code}`)

describe('a list', () => {
  const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`
  const readSheet = async (kind: SourceKind, rows: string) => {
    const workbook = await readWorkbook(await zipped(aWorkbookOf(`<sheetData>${rows}</sheetData>`)))
    if (isSheetProblem(workbook)) throw new Error(workbook.words.en)
    return readSource(workbook, kind, { villages: [], isOneTown: false, withdrawn: new Map() }, day)
  }
  const header = `<row r="1">${text('A1', '姓名')}${text('B1', '身份证号')}${text('C1', '救助类别')}`
  const line = `<row r="2">${text('A2', '张三')}${text('B2', '11010519491231002X')}${text('C2', '低保')}`

  it('with a formula whose result was not saved is wrong only where the column is read', async () => {
    const formula = '<c r="D2"><f>A2</f></c></row>'
    const other = await readSheet('hardship', `${header}${text('D1', '备注')}</row>${line}${formula}`)
    expect([other.rows.length, other.wrong, other.blocking]).toEqual([1, 0, 0])
    const mapped = await readSheet('hardship', `${header}${text('D1', '认定日期')}</row>${line}${formula}`)
    expect([mapped.rows.length, mapped.wrong]).toEqual([0, 1])
    expect(mapped.problems).toMatchObject([
      { code: 'sheet.cell-broken', severity: 'error', sheet: '表一', row: 2, column: 4 },
    ])
    expect(mapped.problems[0]?.words.zh).toContain('请用 Excel 或 WPS 打开、保存后再上传')
  })

  it('names the village of which there are several, where no town is given', async () => {
    const at = (town: string, code: string): VillageInArea => ({
      code,
      name: '东村',
      kind: 'rural',
      town: code.slice(0, 9),
      townName: town,
    })
    const villages = [at('沙河镇', '370683101201'), at('土山镇', '370683102201')]
    const head = `<row r="1">${text('A1', '村居')}${text('B1', '计划拆迁日期')}</row>`
    const rows = `${head}<row r="2">${text('A2', '东村')}${text('B2', '2023-01-02')}</row>`
    const workbook = await readWorkbook(await zipped(aWorkbookOf(`<sheetData>${rows}</sheetData>`)))
    if (isSheetProblem(workbook)) throw new Error(workbook.words.en)
    const area = { villages, isOneTown: false, withdrawn: new Map() }
    const { problems } = await readSource(workbook, 'demolition', area, day)
    expect(problems.find(({ code }) => code === 'source.town-needed')?.words.zh).toBe(
      '叫“东村”的村居不止一个，请写明镇街。',
    )
  })

  it('with days written otherwise is taken whole, its note says how many, which row and column', async () => {
    const rows = ['2023年10月', '待定', '2023-10-01', '45200'].map(
      (day, at) =>
        `${line.replaceAll('2"', `${at + 2}"`).replace('<row r="2">', `<row r="${at + 2}">`)}${text(`D${at + 2}`, day)}</row>`,
    )
    const reading = await readSheet('hardship', `${header}${text('D1', '认定日期')}</row>${rows.join('')}`)
    expect(reading.rows.map(({ day, dayWritten }) => day ?? dayWritten)).toEqual([
      '2023年10月',
      '待定',
      '2023-10-01',
      '45200',
    ])
    expect(reading.kinds.get('source.day-as-written')).toMatchObject({
      count: 3,
      problem: { severity: 'warning', sheet: '表一', row: 2, column: 4 },
    })
  })
})

describe('a line of a list', () => {
  it('is read to plain values, old and full-width numbers included', () => {
    const { row, remarks } = read('police', {
      name: ' 张 三 ',
      idNumber: '１１０１０５４９１２３１００２',
      familyNumber: 'H 001',
    })
    expect(remarks).toEqual([])
    expect(row).toMatchObject({
      name: '张三',
      idNumber: '11010519491231002X',
      idNumberChecks: true,
      familyNumber: 'H001',
      active: true,
    })
  })

  it.each(['2023年10月', '2023', '202310', '待定', '不详', '无', '2021-02-30', '45153'])(
    'takes a day that need not be there as it is written: %s',
    (day) => {
      const { row, remarks } = read('hardship', { day })
      expect([row.day, row.dayWritten]).toEqual([undefined, day])
      expect(remarks.map(({ severity, code, field }) => [severity, code, field])).toEqual([
        ['warning', 'source.day-as-written', 'day'],
      ])
      expect(codes('hardship', { day }, ['day'])).toHaveLength(1)
      expect(codes('hardship', { day }, ['day'])[0]).toMatch(/^error /)
    },
  )

  it.each(['/', '-', '——', ''])('takes %s for no day at all', (day) => {
    expect(read('hardship', { day })).toEqual({ row: { active: true }, remarks: [] })
  })

  it('keeps what an earlier year hides or mistyped, as a clue; other lists must have it right', () => {
    expect(read('earlier', { idNumber: '370683********1234' }).row).toMatchObject({
      idNumber: '370683********1234',
      idNumberChecks: false,
    })
    expect(codes('earlier', { idNumber: '370683********1234' })).toEqual([])
    expect(codes('earlier', { idNumber: '110105194912310021' })).toEqual(['warning source.idNumber.kept'])
    expect(codes('police', { idNumber: '110105194912310021' })).toEqual([
      'error source.idNumber.wrong-check-digit',
    ])
    expect(codes('earlier', { idNumber: '3.70683E+17' })).toEqual(['error source.idNumber.digits-lost'])
    expect(codes('earlier', { idNumber: '见附件' })).toEqual(['error source.idNumber.wrong-characters'])
  })

  it.each<[string, boolean]>([
    ['居民生活', true],
    ['城镇居民生活用电', true],
    ['非居民照明', false],
    ['一般工商业', false],
    ['农业生产', false],
  ])('tariff %s is residential: %s', (tariff, residential) =>
    expect(read('grid', { tariff }).row.residential).toBe(residential),
  )

  it.each<[SourceKind, string, boolean]>([
    ['grid', '正常', true],
    ['grid', '已销户', false],
    ['business', '存续（在营）', true],
    ['business', '吊销，未注销', false],
    ['demolition', '注销', true],
  ])('of %s in state %s counts: %s', (kind, status, active) =>
    expect(read(kind, { status }).row.active).toBe(active),
  )

  it('reads days and years as people write them, and asks about others', () => {
    for (const day of ['2021-05-03', '2021/5/3', '2021.5.3', '2021年5月3日', '20210503'])
      expect(read('death', { day }).row.day).toBe('2021-05-03')
    expect(codes('death', { day: '2021-02-30' }, ['day'])).toEqual(['error source.day'])
    expect(read('earlier', { year: '2021年度' }).row.year).toBe(2021)
    expect(codes('earlier', { idNumber: '11010519491231002X', year: '2022' })).toEqual([])
    expect(codes('earlier', { idNumber: '11010519491231002X', year: '2023' })).toEqual([
      'error source.own-year',
    ])
    expect(codes('earlier', { idNumber: '11010519491231002X', year: '去年' })).toEqual(['error source.year'])
  })

  it('warns of a credit code whose inner code fails, and of nothing that is merely blank', () => {
    expect(codes('business', { creditCode: '/', name: '', title: '无' }, ['name'])).toEqual([
      'error source.blank',
    ])
  })
})

describe('a list', () => {
  const villages = [
    { code: '370683101201', name: '东村', kind: 'rural', town: '370683101000', townName: '沙河镇' },
    { code: '370683101202', name: '东村东', kind: 'rural', town: '370683101000', townName: '沙河镇' },
    { code: '370683102201', name: '东村', kind: 'rural', town: '370683102000', townName: '朱桥镇' },
  ] as const
  const area = { villages, isOneTown: false, withdrawn: new Map() }
  const reading = async (kind: SourceKind, rows: Record<string, string>[]) => {
    const workbook = await readWorkbook(aSourceFile(kind, rows))
    if (isSheetProblem(workbook)) throw new Error(workbook.words.en)
    return readSource(workbook, kind, area, day)
  }

  it('passes over who drew up the list, below its lines', async () => {
    const { rows, problems } = await reading('grid', [
      { accountNumber: '0612345678901', name: '张三', tariff: '居民' },
      { accountNumber: '制表：李四' },
    ])
    expect(rows).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'sheet.rows-passed-over', severity: 'warning', row: 3 }])
  })

  it.each<[SourceKind, Record<string, string>]>([
    ['demolition', { town: '填报人：李四', village: '审核人：王五', day: '2023年8月15日' }],
    ['demolition', { village: '沙河镇人民政府（盖章）' }],
    ['demolition', { village: '注：以上村庄 2024 年拆迁' }],
    ['demolition', { village: '2023年8月15日' }],
    ['demolition', { village: '    年   月   日' }],
    ['demolition', { town: '合计', village: '12个村' }],
    ['earlier', { name: '单位负责人：李四', address: '经办人：王五' }],
    ['earlier', { name: '统计人：李四', telephone: '联系电话：13800138000' }],
  ])('of %s leaves out its closing line %j, says which, and counts no error', async (kind, closing) => {
    const home: Record<string, string> =
      kind === 'demolition'
        ? { town: '沙河镇', village: '东村', day: '2024-05-01' }
        : { name: '张三', address: '沙河镇东村8号', telephone: '13800138000' }
    const { rows, wrong, problems } = await reading(kind, [home, closing])
    expect([rows.length, wrong]).toEqual([1, 0])
    expect(problems.filter(({ code }) => code !== 'source.no-id-number')).toMatchObject([
      { code: 'sheet.rows-passed-over', severity: 'warning', row: 3 },
    ])
  })

  it.each<[SourceKind, Record<string, string>]>([
    ['demolition', { village: '东村', day: '2024年5月1日', status: '注：已签约' }],
    ['demolition', { village: '朱桥镇审单家' }],
    ['earlier', { name: '共富贵', address: '沙河镇东村9号' }],
    ['earlier', { name: '张四', address: '沙河镇东村9号', title: '审核：已通过' }],
  ])('of %s keeps its last line where it is a real one: %j', async (kind, last) => {
    const home: Record<string, string> =
      kind === 'demolition'
        ? { town: '沙河镇', village: '东村' }
        : { name: '张三', address: '沙河镇东村8号', telephone: '13800138000' }
    const { read } = await reading(kind, [home, last])
    expect(read).toBe(2)
  })

  it.each<[SourceKind, Record<string, string>]>([
    ['grid', { accountNumber: '0612345678901', name: '使用单位：', tariff: '居民' }],
    ['grid', { name: '使用单位：', accountNumber: '０６１２３４５６７８' }],
    ['earlier', { name: '工作单位：', address: '审批人：', telephone: '13800138000' }],
    ['earlier', { name: '工作单位：', telephone: '0535-2212345' }],
    ['earlier', { name: '工作单位：', idNumber: '370683********0016' }],
    ['earlier', { name: '工作单位：', idNumber: '110105 19491231 002X' }],
    ['earlier', { name: '备注：', accountNumber: '0612345678901' }],
  ])(
    'of %s keeps a line with a number of a person, whatever its first cell looks like: %j',
    async (kind, last) => {
      const home: Record<string, string> =
        kind === 'grid'
          ? { accountNumber: '0612345678902', name: '张三', tariff: '居民' }
          : {
              name: '张三',
              address: '沙河镇东村8号',
              telephone: '13800138001',
              idNumber: '',
              accountNumber: '',
            }
      const { read } = await reading(kind, [home, last])
      expect(read).toBe(2)
    },
  )

  it('leaves out who drew it up where the telephone stands in a cell of its own behind its label', async () => {
    const home = { name: '张三', address: '沙河镇东村8号', telephone: '13800138001' }
    const { read } = await reading('earlier', [
      home,
      { name: '填报单位：某村', address: '联系电话：', telephone: '13800138000' },
    ])
    expect(read).toBe(1)
  })

  it('of earlier years is taken without ID numbers, and says how many lines have none', async () => {
    const home = { name: '张三', village: '东村', town: '沙河镇', address: '东村8号' }
    const without = await reading('earlier', [home, { ...home, name: '李四' }])
    expect([without.rows.length, without.wrong, without.blocking]).toEqual([2, 0, 0])
    expect(without.kinds.get('source.no-id-number')).toMatchObject({
      count: 2,
      problem: { severity: 'warning', row: 2 },
    })
    const some = await reading('earlier', [
      { ...home, idNumber: '11010519491231002X' },
      { ...home, idNumber: '无' },
    ])
    expect([some.rows.length, some.wrong]).toEqual([2, 0])
    expect(some.kinds.get('source.no-id-number')?.count).toBe(1)
    const name = await reading('earlier', [{ name: '张三', year: '2021' }])
    expect(name.rows).toHaveLength(1)
    expect(name.kinds.get('source.name-alone')).toMatchObject({ count: 1 })
    const police = await reading('hardship', [{ name: '张三', idNumber: '无', category: '低保' }])
    expect(police.wrong).toBe(1)
  })

  it('finds a place in the address only where one village can be meant', async () => {
    const id = (n: number) => ({
      name: '甲',
      idNumber:
        ['11010519491231002X', '110101199003074477', '110101199003071532', '110101199003078291'][n - 1] ?? '',
    })
    const { rows } = await reading('death', [
      { ...id(1), address: '莱州市沙河镇东村12号' },
      { ...id(2), address: '莱州市沙河镇东村东3号' },
      { ...id(3), address: '东村5号' },
      { ...id(4), address: '沙河镇，朱桥镇东村' },
    ])
    expect(rows.map(({ village }) => village?.code)).toEqual([
      '370683101201',
      '370683101202',
      undefined,
      undefined,
    ])
  })

  it('tells of a number that comes twice, and keeps both', async () => {
    const line = { accountNumber: '0606000000001', name: '甲', tariff: '居民' }
    const { rows, problems } = await reading('grid', [line, { ...line, name: '乙' }])
    expect(rows).toHaveLength(2)
    expect(problems).toMatchObject([{ code: 'source.repeated', severity: 'warning', row: 3 }])
  })
})

describe('what is in force', () => {
  const source = (id: string, kind: SourceKind, area: string, asOf: string) => ({ id, kind, area, asOf })
  const [county, here, there] = ['370683000000', '370683101000', '370683102000']
  const ids = (kind: SourceKind, town: string, list: ReturnType<typeof source>[]) =>
    inForceFor(list, kind, town).map(({ id }) => id)

  it('is the newest that covers the town, in all its parts, and of a list that remembers every one', () => {
    const list = [
      source('c1', 'grid', county, '2023-01-01'),
      source('h1', 'grid', here, '2023-06-01'),
      source('h2', 'grid', here, '2023-06-01'),
      source('e1', 'earlier', county, '2020-01-01'),
      source('e2', 'earlier', county, '2021-01-01'),
    ]
    expect(ids('grid', here, list)).toEqual(['h1', 'h2'])
    expect(ids('grid', there, list)).toEqual(['c1'])
    expect(ids('earlier', here, list)).toEqual(['e1', 'e2'])
    expect(ids('death', here, list)).toEqual([])
  })
})

describe('what a season still lacks', () => {
  const towns = ['370683101000', '370683102000']
  const state = (kind: SourceKind, ...sources: [area: string, asOf: string][]) =>
    stateOf(
      kind,
      sources.map(([area, asOf]) => ({ kind, area, asOf })),
      towns,
      pack,
      '2023-08-15',
    )
  it('is a list nobody delivered, an old one, or one that leaves towns out', () => {
    expect(state('grid')).toEqual({ state: 'missing', uncovered: towns })
    expect(state('grid', ['370683000000', '2022-01-01'])).toMatchObject({ state: 'out-of-date' })
    expect(state('grid', ['370683101000', '2023-08-01'])).toEqual({
      state: 'partly',
      uncovered: ['370683102000'],
    })
    expect(state('grid', ['370683000000', '2022-01-01'], ['370683101000', '2023-08-01'])).toMatchObject({
      state: 'partly',
    })
    expect(state('grid', ['370683000000', '2023-08-01'])).toEqual({ state: 'current', uncovered: [] })
    expect(state('earlier', ['370683000000', '2019-01-01']).state).toBe('current')
  })
})
