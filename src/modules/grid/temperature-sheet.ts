import type { Day } from '../../kernel/dates/day.ts'
import { readForm } from '../../kernel/sheets/match-columns.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import type { SheetForm } from '../../kernel/sheets/sheet-form.ts'
import { filled } from '../../kernel/sheets/sheet-problem.ts'
import { ProblemList } from './problem-list.ts'
import { minuteOf } from './readings-sheet.ts'
import { dayNumber, minutesADay } from './rules/read-in.ts'
import { fileWords } from './words/files.ts'

type Field = 'day' | 'celsius'

export const temperatureForm: SheetForm<Field> = {
  name: { zh: '日平均气温', en: 'Daily mean temperature' },
  columns: [
    {
      field: 'day',
      label: '日期',
      aliases: ['观测日期', '时间', 'day'],
      required: true,
      kind: 'text',
      width: 14,
      example: '2023-11-15',
    },
    {
      field: 'celsius',
      label: '平均气温',
      aliases: ['日平均气温', '气温', '温度', '平均温度', 'celsius'],
      required: true,
      kind: 'text',
      example: '-2.5',
      note: { zh: '摄氏度。', en: 'In degrees Celsius.' },
    },
  ],
}

export interface TemperatureFile {
  rows: number
  /** Days since 1970-01-01, ascending, with hundredths of a degree. */
  days: { day: number; centiCelsius: number }[]
  found: ProblemList
}

/** Reads the file; a day has one temperature or the file is refused. */
export async function readTemperatureSheet(
  bytes: Uint8Array,
  limits: { from: Day; to: Day },
): Promise<TemperatureFile> {
  const found = new ProblemList()
  const workbook = await readWorkbook(bytes)
  if (isSheetProblem(workbook)) {
    found.add(workbook)
    return { rows: 0, days: [], found }
  }
  const reading = await readForm(workbook, temperatureForm)
  found.add(...reading.problems)
  const byDay = new Map<number, number>()
  const [first, last] = [dayNumber(limits.from), dayNumber(limits.to)]
  let rows = 0
  for (const sheet of reading.sheets)
    for (const at of sheet.rows) {
      rows++
      const wrong = (field: Field, code: keyof typeof fileWords, values: Record<string, string>) =>
        found.add(sheet.problem(at, field, { code, words: filled(fileWords[code], values) }))
      const [text, said] = [sheet.text(at, 'day'), sheet.text(at, 'celsius').normalize('NFKC')]
      const day = minuteOf(text) / minutesADay
      const celsius = /^[-−+]?\d{1,2}(?:\.\d{1,17})?$/.test(said) ? Number(said.replace('−', '-')) : NaN
      if (!Number.isInteger(day)) wrong('day', 'temperature.day', { text: text.slice(0, 30) })
      else if (day < first || day > last)
        wrong('day', 'readings.outside', { text: text.slice(0, 30), ...limits })
      else if (!(celsius > -70 && celsius < 60))
        wrong('celsius', 'temperature.celsius', { text: said.slice(0, 30) })
      else {
        const centi = Math.round(celsius * 100)
        const before = byDay.get(day)
        if (before !== undefined && before !== centi)
          wrong('day', 'temperature.twice', { text: text.slice(0, 30) })
        byDay.set(day, centi)
      }
    }
  const days = [...byDay].sort(([a], [b]) => a - b).map(([day, centiCelsius]) => ({ day, centiCelsius }))
  return { rows, days, found }
}
