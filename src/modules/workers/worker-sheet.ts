import { type Day, isDay } from '../../kernel/dates/day.ts'
import { readForm } from '../../kernel/sheets/match-columns.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import type { SheetForm } from '../../kernel/sheets/sheet-form.ts'
import { filled, type SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import { readIdNumber } from '../../kernel/standards/id-number.ts'
import { readTelephone } from '../../kernel/standards/telephone.ts'
import { type NewRow, trades } from './rules/workers.ts'
import { sheetWords } from './words/sheet.ts'
import { workerWords } from './words/workers.ts'

type Field = 'name' | 'idNumber' | 'telephone' | 'trade' | 'contractSignedOn' | 'fromDay'

const tradeNames = trades.map((trade) => workerWords[`choice.trade.${trade}`].zh)

/** 工人实名册, as firms keep it. */
export const workerForm: SheetForm<Field> = {
  name: { zh: '工人实名册', en: 'Real-name register' },
  columns: [
    { field: 'name', label: '姓名', aliases: ['工人姓名'], required: true, kind: 'text', example: '李某' },
    {
      field: 'idNumber',
      label: '身份证号',
      aliases: ['身份证号码', '公民身份号码', '公民号码', '证件号码'],
      required: true,
      kind: 'text',
      width: 22,
      example: '11010519491231002X',
      note: { zh: '18 位，按文本填写。', en: '18 characters, as text.' },
    },
    {
      field: 'telephone',
      label: '联系电话',
      aliases: ['电话', '手机号', '手机号码'],
      required: false,
      kind: 'text',
      width: 16,
      example: '13800000000',
    },
    {
      field: 'trade',
      label: '工种',
      aliases: ['岗位', '职务'],
      required: true,
      kind: 'choice',
      options: tradeNames,
      example: tradeNames[0] ?? '',
    },
    {
      field: 'contractSignedOn',
      label: '劳动合同签订日期',
      aliases: ['合同日期', '合同签订日期', '劳动合同'],
      required: false,
      kind: 'day',
      example: '2023-05-01',
    },
    {
      field: 'fromDay',
      label: '进场日期',
      aliases: ['进场时间', '入场日期'],
      required: true,
      kind: 'day',
      example: '2023-05-10',
    },
  ],
}

export interface WorkerReading {
  rows: NewRow[]
  problems: SheetProblem[]
}

type Fault = keyof typeof sheetWords

/** Reads the register; every row is understood whole or named with sheet, row, column and what to do. */
export async function readWorkerSheet(bytes: Uint8Array, today: Day): Promise<WorkerReading> {
  const workbook = await readWorkbook(bytes)
  if (isSheetProblem(workbook)) return { rows: [], problems: [workbook] }
  const reading = await readForm(workbook, workerForm)
  const problems = [...reading.problems]
  const rows: NewRow[] = []
  const seen = new Map<string, number>()
  for (const sheet of reading.sheets)
    for (const at of sheet.rows) {
      const before = problems.length
      const wrong = (field: Field, code: Fault, values: Record<string, string | number> = {}) =>
        problems.push(sheet.problem(at, field, { code, words: filled(sheetWords[code], values) }))
      const text = (field: Field) => sheet.text(at, field)
      if (text('name').length < 2) wrong('name', 'workers.name')
      const id = readIdNumber(text('idNumber'), today)
      if (!id.ok) wrong('idNumber', sheet.isMangled(at, 'idNumber') ? 'workers.mangled' : 'workers.id-number')
      else {
        const first = seen.get(id.idNumber)
        if (first === undefined) seen.set(id.idNumber, sheet.sheet.rowNumber(at))
        else wrong('idNumber', 'workers.twice', { first })
      }
      const telephone = text('telephone') === '' ? undefined : readTelephone(text('telephone'))
      if (telephone?.ok === false) wrong('telephone', 'workers.telephone', { text: text('telephone') })
      const trade = trades[tradeNames.indexOf(text('trade'))]
      if (!trade) wrong('trade', 'workers.trade', { text: text('trade'), trades: tradeNames.join('、') })
      const contract = text('contractSignedOn')
      if (contract !== '' && !isDay(contract)) wrong('contractSignedOn', 'workers.day', { text: contract })
      const from = text('fromDay')
      if (!isDay(from)) wrong('fromDay', 'workers.day', { text: from })
      if (problems.length > before || !id.ok || !trade) continue
      rows.push({
        place: sheet.place(at, 'idNumber'),
        name: text('name'),
        idNumber: id.idNumber,
        telephone: telephone?.ok ? telephone.telephone : undefined,
        trade,
        contractSignedOn: contract === '' ? undefined : contract,
        fromDay: from,
      })
    }
  return { rows, problems }
}
