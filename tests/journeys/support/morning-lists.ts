import { inventName } from '../../../src/demo/people.ts'
import { randomFrom } from '../../../src/demo/random.ts'
import { gbk } from '../../../src/kernel/sheets/gbk-samples.ts'
import { bytesOf, writeSheets } from '../../../src/kernel/sheets/write-sheets.ts'
import type { SheetOut } from '../../../src/kernel/sheets/sheet-xml.ts'
import type { SourceKind } from '../../../src/modules/sources/model.ts'
import { registerForm } from '../../../src/modules/households/rules/register-form.ts'
import { anApplication, type Row } from './registers.ts'
import type { Picture } from './window.ts'

interface Place {
  town: string
  village: string
}

/** A town's applications as its villages wrote them: names spelt otherwise, families that stand in it twice. */
export function aTownsRegister(seed: number, places: readonly Place[], perVillage: number): Row[] {
  const random = randomFrom(seed)
  const rows = places.flatMap((place) =>
    Array.from({ length: perVillage }, () => anApplication(place, inventName(random))),
  )
  return rows.flatMap((row, at): Row[] => {
    if (at % 8 === 3) return [{ ...row, accountHolder: slipped(row.householder ?? '') }]
    if (at % 8 === 6) return [row, secondOf(row, at)]
    return [row]
  })
}

/** The same family once more: written down by another clerk, or with a second house. */
function secondOf(row: Row, at: number): Row {
  const { town = '', village = '', householder = '', idNumber = '' } = row
  if (at % 16 !== 6) return { ...anApplication({ town, village }, householder), idNumber }
  const name = slipped(householder)
  return { ...row, householder: name, titleOwner: name, accountHolder: name, residents: '3' }
}

const alike: Record<string, string> = {
  建: '健',
  国: '囯',
  华: '花',
  明: '名',
  军: '君',
  伟: '玮',
  平: '萍',
  文: '雯',
  玉: '钰',
  秀: '绣',
  兰: '岚',
  英: '瑛',
  芳: '方',
  志: '智',
  福: '富',
  贵: '桂',
  云: '芸',
  清: '青',
  成: '诚',
  永: '咏',
}
const slipped = (name: string): string =>
  [...name].map((letter, at) => (at > 0 ? (alike[letter] ?? letter) : letter)).join('')

/** The register as it comes from a town: a title, who filled it in, groups of columns over their names, a note below. */
export async function aTownsWorkbook(name: string, town: string, rows: readonly Row[]): Promise<Picture> {
  const columns = registerForm().columns.filter(({ field }) => rows.some((row) => row[field]))
  const groups = ['申请情况', '家庭情况', '房屋情况', '用电与设备']
  const width = Math.ceil(columns.length / groups.length)
  return aWorkbook(name, {
    name: '确户台账',
    rows: [
      { cells: [`${town}2023年冬季清洁取暖确户台账`] },
      { cells: [`填报单位:${town}人民政府(模拟)`] },
      { cells: columns.map((_, at) => (at % width === 0 ? groups[at / width] : '')) },
      { cells: columns.map(({ label }) => label) },
      ...rows.map((row) => ({ cells: columns.map(({ field }) => row[field] ?? '') })),
      { cells: ['填表人:模拟  审核人:模拟'] },
    ],
    merges: [
      { fromRow: 0, fromColumn: 0, toRow: 0, toColumn: columns.length - 1 },
      ...groups.map((_, at) => ({
        fromRow: 2,
        fromColumn: at * width,
        toRow: 2,
        toColumn: Math.min((at + 1) * width, columns.length) - 1,
      })),
    ],
  })
}

async function aWorkbook(name: string, sheet: SheetOut): Promise<Picture> {
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await bytesOf(writeSheets([sheet]))),
  }
}

export interface DeliveredList {
  kind: SourceKind
  file: Picture
}

/** What five other offices send about a town's applications, each in its own way. */
export async function fiveLists(town: string, rows: readonly Row[]): Promise<DeliveredList[]> {
  const random = randomFrom(7)
  const whole = (row: Row) => `莱州市${town}${row.address ?? ''}`
  const police = rows.map((row, at) => [
    `H9${String(at).padStart(6, '0')}`,
    '户主',
    row.householder,
    row.idNumber,
    whole(row),
    town,
    row.village,
  ])
  const grid = rows.map((row, at) => [
    row.accountNumber,
    at % 40 === 9 ? inventName(random) : row.accountHolder,
    whole(row),
    town,
    row.village,
    '居民生活',
  ])
  const helped = rows.filter((_, at) => at % 9 === 4)
  const earlier = helped.map((row, at) => [
    row.householder,
    at % 2 === 0 ? row.idNumber : row.idNumber?.replace(/(?<=^.{6}).{8}/, '********'),
    '2021',
    '煤改气',
    town,
    row.village,
    whole(row),
  ])
  const poor = rows.filter((_, at) => at % 25 === 2)
  const dead = rows.filter((_, at) => at % 60 === 11)
  return [
    {
      kind: 'police',
      file: aGbkList('户籍.csv', ['户号', '关系', '姓名', '公民身份号码', '户籍地', '乡镇', '村居'], police),
    },
    {
      kind: 'grid',
      file: await aTitledList(
        '用电户档案.xlsx',
        `${town}用电户档案`,
        ['用户编号', '用户名称', '用电地址', '镇街', '村居', '电价类别'],
        grid,
      ),
    },
    {
      kind: 'earlier',
      file: await aTitledList(
        '2021年煤改气.xlsx',
        '2021年清洁取暖受益农户名册',
        ['姓名', '身份证号码', '年度', '项目名称', '乡镇', '村', '家庭住址'],
        earlier,
      ),
    },
    {
      kind: 'hardship',
      file: aGbkList(
        '低保特困.csv',
        ['姓名', '身份证号', '救助类别', '乡镇', '村居'],
        poor.map((row) => [row.householder, row.idNumber, '低保', town, row.village]),
      ),
    },
    {
      kind: 'death',
      file: await aTitledList(
        '注销户口.xlsx',
        '2023年1—7月注销户口人员',
        ['姓名', '身份证号', '死亡日期', '乡镇', '村居'],
        dead.map((row) => [row.householder, row.idNumber, '2023-06-12', town, row.village]),
      ),
    },
  ]
}

type Cells = readonly (string | undefined)[]

function aGbkList(name: string, header: Cells, rows: readonly Cells[]): Picture {
  const text = [header, ...rows].map((cells) => cells.join(',')).join('\r\n')
  return { name, mimeType: 'text/csv', buffer: gbk(`${text}\r\n`) }
}

const aTitledList = (name: string, title: string, header: Cells, rows: readonly Cells[]) =>
  aWorkbook(name, {
    name: '名单',
    rows: [{ cells: [title] }, ...[header, ...rows].map((cells) => ({ cells }))],
    merges: [{ fromRow: 0, fromColumn: 0, toRow: 0, toColumn: header.length - 1 }],
  })
