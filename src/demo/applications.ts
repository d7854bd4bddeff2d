import type { RegisterColumn } from '../modules/households/model/register.ts'
import { inventAccount, inventIdNumber, inventName, inventTelephone } from './people.ts'
import type { DemoVillage } from './places.ts'
import type { Random } from './random.ts'

export type ApplicationRow = Partial<Record<RegisterColumn, string>>

/**
 * The applications of one village as its town writes them down, faults included: about one in eight has something
 * to settle, one in fourteen is not eligible (shares invented, for trying the program; not a measurement).
 */
export function inventApplications(
  random: Random,
  village: DemoVillage,
  count: number,
  nextSerial: () => number,
): ApplicationRow[] {
  const rows: ApplicationRow[] = []
  for (let at = 1; at <= count; at++) {
    const serial = nextSerial()
    const row = anApplication(random, village, at, serial)
    disturb(random, row)
    rows.push(row)
  }
  duplicate(random, rows)
  return rows
}

function anApplication(random: Random, village: DemoVillage, at: number, serial: number): ApplicationRow {
  const male = random.chance(0.78)
  const name = inventName(random)
  const area = random.int(60, 160)
  const units = area > 110 || random.chance(0.4) ? '2' : '1'
  return {
    sequence: String(at),
    town: village.town.name,
    village: village.name,
    villageGroup: `${random.int(1, 8)}组`,
    householder: name,
    sex: male ? '男' : '女',
    idNumber: inventIdNumber(random, serial, male),
    telephone: inventTelephone(serial),
    residents: String(random.int(1, 5)),
    registeredAt: `${village.town.name}${village.name}`,
    actualResident: '是',
    permanentlyResident: '是',
    address: `${village.name}${at}号`,
    titleKind: random.pick(['房产证', '宅基地证', '宅基地证', '村证明']),
    titleNumber: `模拟${village.code.slice(6)}-${String(at).padStart(4, '0')}`,
    titleOwner: name,
    dwellingKind: '自建住宅',
    inDemolitionPlan: '否',
    buildingAreaM2: String(area),
    heatingAreaM2: String(Math.round(area * 0.45)),
    formerHeating: random.pick(['燃煤炉', '燃煤炉', '燃煤炉', '火炕']),
    coalTonnes: (random.int(10, 30) / 10).toFixed(1),
    accountHolder: name,
    accountNumber: inventAccount(serial),
    transformerArea: `${village.name.replace('(模拟)', '')}${random.int(1, 2)}号台区`,
    wantedEquipment: '2匹',
    wantedUnits: units,
    contributionFen: '1500',
    hardship: random.chance(0.04) ? random.pick(['低保', '特困']) : '否',
    helpedBefore: '否',
    wishes: '是',
    line: '清洁取暖',
    remark: '模拟数据',
  }
}

type Fault = (random: Random, row: ApplicationRow) => void

const faults: readonly (readonly [share: number, fault: Fault])[] = [
  // Not eligible (§4.1b)
  [0.012, (_r, row) => void (row.dwellingKind = '商品房')],
  [0.007, (_r, row) => void (row.dwellingKind = '经营性用房')],
  [0.003, (_r, row) => void (row.dwellingKind = '违法建筑')],
  [0.003, (_r, row) => void (row.dwellingKind = '集体用房')],
  [0.016, (_r, row) => void (row.permanentlyResident = '否')],
  [0.012, (_r, row) => void (row.helpedBefore = '是')],
  [0.006, (_r, row) => void (row.inDemolitionPlan = '是')],
  [0.008, (_r, row) => void (row.wishes = '否')],
  // Not agreeing (§4.4)
  [0.022, (random, row) => void (row.accountHolder = inventName(random))],
  [0.012, (random, row) => void (row.titleOwner = inventName(random))],
  // Missing
  [0.014, (_r, row) => void (row.helpedBefore = '')],
  [0.012, (_r, row) => void (row.permanentlyResident = '')],
  [
    0.01,
    (_r, row) => {
      row.titleKind = ''
      row.titleNumber = ''
      row.titleOwner = ''
    },
  ],
  [0.006, (_r, row) => void (row.dwellingKind = '')],
]

function disturb(random: Random, row: ApplicationRow): void {
  for (const [share, fault] of faults) if (random.chance(share)) return fault(random, row)
}

/** Now and then a family is entered twice, a meter stands behind two homes, or two families claim one deed (§4.4). */
function duplicate(random: Random, rows: ApplicationRow[]): void {
  for (const row of rows.slice(1)) {
    if (!random.chance(0.008)) continue
    const first = random.pick(rows)
    if (first === row) continue
    const kind = random.int(1, 3)
    if (kind === 1) {
      row.idNumber = first.idNumber
      row.householder = first.householder
      row.sex = first.sex
    } else if (kind === 2) row.accountNumber = first.accountNumber
    else row.titleNumber = first.titleNumber
  }
}
