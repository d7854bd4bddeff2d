import { newId } from '../kernel/identity/id.ts'
import { programmeId } from '../modules/policy/public.ts'
import type { SourceKind } from '../modules/sources/model.ts'
import { aSourceFile } from '../modules/sources/samples.ts'
import { sourceForms } from '../modules/sources/rules/forms.ts'
import type { ApplicationRow } from './applications.ts'
import { inventIdNumber, inventName } from './people.ts'
import { towns } from './places.ts'
import type { Random } from './random.ts'
import type { Staff } from './staff.ts'
import type { Stagehand } from './stagehand.ts'

type Line = Record<string, string>

const offices: Record<SourceKind, string> = {
  police: '公安局(模拟)',
  hardship: '民政局(模拟)',
  earlier: '住建局(模拟)',
  demolition: '自然资源和规划局(模拟)',
  grid: '供电公司(模拟)',
  business: '市场监管局(模拟)',
  death: '公安局(模拟)',
}

interface Part {
  kind: SourceKind
  area: string
  name: string
  rows: Line[]
}

interface Place {
  county: number
  area: string
  /** Villages of which no home is under way: some of them stand on the demolition list. */
  waiting: readonly { name: string; town: string }[]
}

/**
 * What other offices deliver about the invented homes: mostly what the applications say, now and then otherwise, so that
 * there is something to settle (shares invented, for trying the program; not a measurement).
 */
export async function deliverSources(
  hand: Stagehand,
  staff: Staff,
  applications: readonly ApplicationRow[],
  random: Random,
  { county, area, waiting }: Place,
): Promise<void> {
  const lists: Record<SourceKind, Line[]> = {
    police: [],
    hardship: [],
    earlier: [],
    demolition: waiting.slice(0, 2).map(({ name, town }) => ({ town, village: name, day: '2024-06-30' })),
    grid: [],
    business: [],
    death: [],
  }
  // Beyond the householders' own.
  let serial = 26_000
  const stranger = () => ({
    name: inventName(random),
    idNumber: inventIdNumber(random, serial++, random.chance(0.5)),
  })
  applications.forEach((row, at) => tell(lists, row, at, random, stranger))
  const parts = (Object.entries(lists) as [SourceKind, Line[]][]).flatMap(([kind, rows]): Part[] =>
    kind === 'grid' ? byTown(rows) : [{ kind, rows, area, name: '' }],
  )
  for (const { kind, rows, area, name } of parts) {
    if (rows.length === 0) continue
    const file = await hand.upload('workbook', aSourceFile(kind, rows))
    const bureau = staff.by('bureau')
    await hand.bring(bureau, [file])
    await hand.do(
      bureau,
      'source.import',
      {
        programme: programmeId(county),
        source: newId(),
        kind,
        area,
        asOf: '2023-04-28',
        deliveredBy: offices[kind],
        fileName: `${sourceForms[kind].name.zh}${name}(模拟).csv`,
        isWhole: true,
        synthetic: true,
      },
      [file],
    )
  }
}

/** The grid company delivers town by town; one is still to come, so that there is a list to wait for. */
const byTown = (rows: readonly Line[]): Part[] =>
  towns
    .filter(({ name }) => name !== '沙河镇')
    .map(({ code, name }) => ({
      kind: 'grid',
      area: code,
      name,
      rows: rows.filter(({ town }) => town === name),
    }))

const spouseEvery = 2500

function tell(
  lists: Record<SourceKind, Line[]>,
  row: ApplicationRow,
  at: number,
  random: Random,
  stranger: () => { name: string; idNumber: string },
): void {
  const { town = '', village = '', householder = '', idNumber = '', address = '', accountNumber = '' } = row
  const place = { town, village }
  const whole = `莱州市${town}${address}`
  const own = { name: householder, idNumber }
  // Now and then the neighbour in the list is the husband or the wife: one family, two applications.
  const isSpouse = at % spouseEvery === spouseEvery - 1
  lists.police.push({
    ...place,
    ...own,
    familyNumber: `H${String(isSpouse ? at - 1 : at).padStart(7, '0')}`,
    relation: isSpouse ? '配偶' : '户主',
    address: whole,
  })
  if (random.chance(0.3))
    lists.police.push({
      ...place,
      ...stranger(),
      familyNumber: `H${String(at).padStart(7, '0')}`,
      relation: '配偶',
      address: whole,
    })
  const hardship =
    row.hardship === '低保' || row.hardship === '特困' ? row.hardship : random.chance(0.004) ? '低保' : ''
  if (hardship) lists.hardship.push({ ...place, ...own, category: hardship, address: whole })
  if (accountNumber && !random.chance(0.001))
    lists.grid.push({
      ...place,
      accountNumber,
      name: random.chance(0.005) ? inventName(random) : row.accountHolder || householder,
      address: whole,
      transformerArea: row.transformerArea ?? '',
      tariff: random.chance(0.003) ? '一般工商业' : '居民生活',
      status: '正常',
      oldAccountNumber: random.chance(0.05) ? `06${String(at).padStart(8, '0')}` : '',
    })
  const helped = random.chance(row.helpedBefore === '是' ? 0.8 : 0.003)
    ? own
    : random.chance(0.05)
      ? stranger()
      : undefined
  if (helped)
    lists.earlier.push({
      ...place,
      ...helped,
      idNumber:
        helped !== own && random.chance(0.5)
          ? helped.idNumber.replace(/(?<=^.{6}).{8}/, '********')
          : helped.idNumber,
      year: String(random.int(2019, 2022)),
      title: random.pick(['煤改电', '煤改气']),
      address: whole,
    })
  if (random.chance(0.002))
    lists.business.push({
      ...place,
      ...own,
      title: `${householder}小卖部(模拟)`,
      address: whole,
      status: '存续',
    })
  const dead = random.chance(0.001) ? own : random.chance(0.02) ? stranger() : undefined
  if (dead) lists.death.push({ ...place, ...dead, day: `2023-0${random.int(1, 4)}-${random.int(10, 28)}` })
}
