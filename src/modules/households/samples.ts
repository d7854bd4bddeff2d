import { writeTable } from '../../kernel/sheets/write-table.ts'
import { addDays } from '../../kernel/dates/day.ts'
import type { HomeFields } from './model/fields.ts'
import { choiceWords, wordOfChoice } from './rules/choices.ts'
import { registerForm } from './rules/register-form.ts'
import type { RegisterColumn } from './model/register.ts'

/** One line of 确户表 as a town types it: texts by column. */
export type ApplicationRow = Partial<Record<RegisterColumn, string>>

const surnames = '王李张刘陈杨赵孙徐马'
const givenNames = ['建国', '秀英', '志强', '桂兰', '海燕', '文', '玉梅', '成', '淑珍', '德海']

/** Invented people (模拟数据); the same number gives the same name. */
const aName = (n: number): string =>
  `${surnames[n % surnames.length]}${givenNames[Math.floor(n / surnames.length) % givenNames.length]}`

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An ID number that checks, distinct for n below a million. */
export function anIdNumber(n: number): string {
  const birth = addDays('1950-01-01', n % 9000).replaceAll('-', '')
  const body = `370683${birth}${String(1 + Math.floor(n / 9000)).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + '10X98765432'.charAt(sum % 11)
}

/** An application without a fault, so that it passes screening; distinct people, titles and accounts by number. */
export function anApplicationForm(n: number, changes: Partial<HomeFields> = {}): HomeFields {
  const householder = aName(n)
  return {
    householder,
    idNumber: anIdNumber(n),
    telephone: `13${String(500_000_000 + n)}`,
    residents: 1 + (n % 5),
    registeredAt: '本村',
    actualResident: true,
    permanentlyResident: true,
    address: `${n + 1}号`,
    titleKind: 'certificate',
    titleNumber: `鲁(2019)莱州市不动产权第${String(n).padStart(7, '0')}号`,
    titleOwner: householder,
    dwellingKind: 'self-built',
    inDemolitionPlan: false,
    buildingAreaM2: 80 + (n % 60),
    heatingAreaM2: 40 + (n % 40),
    formerHeating: 'coal-stove',
    coalTonnes: 1 + (n % 3),
    accountHolder: householder,
    accountNumber: `0606${String(n).padStart(9, '0')}`,
    transformerArea: `${1 + (n % 8)}号台区`,
    wantedEquipment: '2匹',
    wantedUnits: 1 + (n % 2),
    contributionFen: 60_000,
    hardship: 'none',
    helpedBefore: false,
    wishes: true,
    ...changes,
  }
}

/** The same application as a line of the workbook. */
export function anApplication(n: number, village: string, changes: ApplicationRow = {}): ApplicationRow {
  const form = anApplicationForm(n)
  const row: ApplicationRow = { sequence: String(n), village }
  for (const [field, value] of Object.entries(form) as [keyof HomeFields, string | number | boolean][]) {
    if (typeof value === 'boolean') row[field] = value ? '是' : '否'
    else if (field === 'contributionFen') row[field] = String(Number(value) / 100)
    else if (field in choiceWords) row[field] = wordOfChoice(field as keyof typeof choiceWords, String(value))
    else row[field] = String(value)
  }
  return { ...row, ...changes }
}

/** 确户表 with these lines, as a town would send it. */
export async function aRegister(rows: readonly ApplicationRow[]): Promise<Buffer> {
  const columns = registerForm().columns.map(({ field, label }) => ({
    label,
    kind: 'text' as const,
    value: (row: ApplicationRow) => row[field] ?? null,
  }))
  const pieces: Buffer[] = []
  for await (const piece of writeTable({ name: '确户表', columns, rows })) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
