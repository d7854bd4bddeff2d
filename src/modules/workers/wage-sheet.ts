import { sql } from 'kysely'
import type { Keys } from '../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { breather } from '../../kernel/pace/breather.ts'
import { readForm } from '../../kernel/sheets/match-columns.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { readFen } from '../../kernel/sheets/reading-text.ts'
import type { SheetForm } from '../../kernel/sheets/sheet-form.ts'
import { filled, type SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import { readIdNumber } from '../../kernel/standards/id-number.ts'
import type { PaidPerson } from './queries/wages.ts'
import { wageSheetWords } from './words/wage-sheet.ts'
import { idSealOf } from './worker-facts.ts'

type Field = 'name' | 'idNumber' | 'amount'

/** 工资发放表, as firms keep it. */
export const wageForm: SheetForm<Field> = {
  name: { zh: '工资发放表', en: 'Pay list' },
  columns: [
    { field: 'name', label: '姓名', aliases: ['工人姓名', '员工姓名'], required: true, kind: 'text' },
    {
      field: 'idNumber',
      label: '身份证号',
      aliases: ['身份证号码', '公民身份号码', '公民号码', '证件号码'],
      required: false,
      kind: 'text',
      width: 22,
      note: { zh: '同名的人必须填。', en: 'Needed where two people have one name.' },
    },
    {
      field: 'amount',
      label: '实发金额(元)',
      aliases: ['实发工资', '实发金额', '实发', '实发合计', '发放金额', '实领金额'],
      required: true,
      kind: 'number',
      width: 16,
      note: { zh: '到手的钱，不是应发。', en: 'What was handed out, not what was earned before deductions.' },
    },
  ],
}

export interface WageReading {
  read: number
  lines: { worker: string; amountFen: number }[]
  problems: SheetProblem[]
}

type Fault = keyof typeof wageSheetWords

/**
 * Reads a firm's pay list against those who worked in the month: by identity number, or by a name that is one
 * person's. A row that is nobody's, or that was paid before, is named with its place and what to do.
 */
export async function readWageSheet(
  db: ReadDb,
  { county, keys, today }: { county: number; keys: Keys; today: Day },
  people: readonly PaidPerson[],
  bytes: Uint8Array,
): Promise<WageReading> {
  const workbook = await readWorkbook(bytes)
  if (isSheetProblem(workbook)) return { read: 0, lines: [], problems: [workbook] }
  const reading = await readForm(workbook, wageForm)
  const problems = [...reading.problems]
  const bySeal = await peopleBySeal(db, county, people)
  const byName = new Map<string, PaidPerson[]>()
  for (const person of people) byName.set(person.name, [...(byName.get(person.name) ?? []), person])
  const breath = breather()
  const lines = new Map<string, { amountFen: number; row: number }>()
  let read = 0
  for (const sheet of reading.sheets)
    for (const at of sheet.rows) {
      if (breath.due) await breath.take()
      read += 1
      const say = (
        field: Field,
        code: Fault,
        values: Record<string, string | number> = {},
        severity: 'error' | 'warning' = 'error',
      ) =>
        problems.push(
          sheet.problem(at, field, { code, words: filled(wageSheetWords[code], values), severity }),
        )
      const name = sheet.text(at, 'name')
      const number = sheet.text(at, 'idNumber')
      const amountText = sheet.text(at, 'amount')
      const amountFen = readFen(amountText)
      const id = number === '' ? undefined : readIdNumber(number, today)
      if (id?.ok === false) {
        say('idNumber', 'wage-sheet.id-number')
        continue
      }
      const found = id
        ? (bySeal.get(idSealOf(keys, county, id.idNumber).toString('hex')) ?? [])
        : (byName.get(name) ?? [])
      const [person] = found
      if (!person) say(id ? 'idNumber' : 'name', 'wage-sheet.nobody', { name })
      else if (found.length > 1) say('name', 'wage-sheet.namesakes', { name, count: found.length })
      else if (person.name !== name) say('name', 'wage-sheet.other-name', { name, registered: person.name })
      else if (amountText === '' || amountFen === 0)
        say('amount', 'wage-sheet.no-amount', { name }, 'warning')
      else if (amountFen === undefined) say('amount', 'wage-sheet.amount', { text: amountText })
      else if (person.paidOn) say('name', 'wage-sheet.paid', { name, day: person.paidOn }, 'warning')
      else {
        const first = lines.get(person.worker)
        if (first) say('name', 'wage-sheet.twice', { name, first: first.row })
        else lines.set(person.worker, { amountFen, row: sheet.sheet.rowNumber(at) })
      }
    }
  return {
    read,
    lines: [...lines].map(([worker, { amountFen }]) => ({ worker, amountFen })),
    problems,
  }
}

/** Those of one identity number; a number is one person's in the register of a firm. */
async function peopleBySeal(
  db: ReadDb,
  county: number,
  people: readonly PaidPerson[],
): Promise<Map<string, PaidPerson[]>> {
  const rows = await db
    .selectFrom('worker')
    .select(['id', 'id_seal'])
    .where('county', '=', county)
    .where(sql<boolean>`id = any(${people.map(({ worker }) => worker)}::uuid[])`)
    .execute()
  const seals = new Map(rows.map((row) => [row.id, row.id_seal.toString('hex')]))
  const bySeal = new Map<string, PaidPerson[]>()
  for (const person of people) {
    const seal = seals.get(person.worker) ?? ''
    bySeal.set(seal, [...(bySeal.get(seal) ?? []), person])
  }
  return bySeal
}
