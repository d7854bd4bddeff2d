import { isDay } from '../../../kernel/dates/day.ts'
import { type Readings, readingKinds } from './readings.ts'
import { OpenQuote, separatedRows } from './separated-rows.ts'

/** What is wrong in a file, and where: words are `season.file.<code>`. */
export interface TableProblem {
  code:
    | 'no-column'
    | 'bad-quote'
    | 'blank'
    | 'bad-time'
    | 'bad-kwh'
    | 'bad-kind'
    | 'bad-day'
    | 'bad-celsius'
    | 'two-temperatures'
    | 'unknown-meter'
    | 'bad-found'
    | 'no-rows'
  row: number
  column: string
  value: string
}

/** Text, how its fields are divided, and where the first row begins. */
export interface SeparatedText {
  text: string
  delimiter: string
  from: number
}

const names: Readonly<Record<string, readonly string[]>> = {
  meter: ['meter', '电表', '电表号', '表号', '户号', '用电户号'],
  at: ['at', '时间', '日期', '抄表时间', '抄表日期'],
  kwh: ['kwh', '示数', '读数', '表示数'],
  kind: ['kind', '类型', '抄表类型', '抄表方式'],
  day: ['day', '日期'],
  celsius: ['celsius', '气温', '平均气温', '温度'],
  village: ['village', '村', '村居'],
  found: ['found', '结果', '是否烧煤'],
}

/** Kinds as files name them. */
export const kindNames: Readonly<Record<string, number>> = {
  ...Object.fromEntries(readingKinds.map((kind, at) => [kind, at])),
  实抄: 0,
  实际: 0,
  实读: 0,
  估抄: 1,
  估计: 1,
  估算: 1,
  估读: 1,
  止度: 2,
  拆表: 2,
  起度: 3,
  装表: 3,
}

/** Reads a table with the named columns and calls `take` for each row; `bad` keeps what is wrong with a field. */
function readTable(
  { text, delimiter, from }: SeparatedText,
  columns: readonly string[],
  problems: TableProblem[],
  take: (fields: readonly string[], bad: (code: TableProblem['code'], column: number) => void) => void,
) {
  let places: number[] | undefined
  let rows = 0
  let [row, fields]: [number, string[]] = [1, []]
  const own: string[] = []
  const bad = (code: TableProblem['code'], column: number) => {
    problems.push({ code, row, column: columns[column] ?? '', value: own[column] ?? '' })
  }
  try {
    for (const found of separatedRows(text, delimiter, from)) {
      row = found.line
      fields = found.fields
      if (!places) {
        const header = fields.map((field) => field.trim().toLowerCase())
        places = columns.map((column) =>
          header.findIndex((field) => (names[column] ?? [column]).includes(field)),
        )
        for (const [at, place] of places.entries())
          if (place < 0)
            problems.push({ code: 'no-column', row, column: columns[at] ?? '', value: header.join(', ') })
        if (places.some((place) => place < 0)) return
        continue
      }
      for (let at = 0; at < places.length; at++) own[at] = (fields[places[at] ?? 0] ?? '').trim()
      rows++
      take(own, bad)
    }
  } catch (error) {
    if (!(error instanceof OpenQuote)) throw error
    problems.push({ code: 'bad-quote', row: error.line, column: '', value: '' })
  }
  if (rows === 0 && problems.length === 0) problems.push({ code: 'no-rows', row: 1, column: '', value: '' })
}

export function readReadings(source: SeparatedText): { readings: Readings; problems: TableProblem[] } {
  const problems: TableProblem[] = []
  const meters: string[] = []
  const places = new Map<string, number>()
  const days = new Map<string, number>()
  let room = 1 << 16
  const readings = {
    meter: new Uint32Array(room),
    at: new Float64Array(room),
    kwh: new Float64Array(room),
    kind: new Uint8Array(room),
  }
  let n = 0
  let [lastName, lastPlace] = ['', -1]
  readTable(
    source,
    ['meter', 'at', 'kwh', 'kind'],
    problems,
    ([name = '', time = '', kwh = '', kind = ''], bad) => {
      if (name === '') return bad('blank', 0)
      let at = days.get(time)
      if (at === undefined) {
        at = momentOf(time)
        if (days.size < 100_000) days.set(time, at)
      }
      if (Number.isNaN(at)) return bad('bad-time', 1)
      const value = kwh === '' ? NaN : Number(kwh)
      if (!(value >= 0 && value < 1e10)) return bad('bad-kwh', 2)
      const what = kindNames[kind.toLowerCase()]
      if (what === undefined) return bad('bad-kind', 3)
      if (name !== lastName) {
        lastName = name
        const place = places.get(name)
        if (place === undefined) {
          lastPlace = meters.length
          places.set(name, lastPlace)
          meters.push(name)
        } else lastPlace = place
      }
      if (n === room) {
        room *= 2
        readings.meter = grown(readings.meter, new Uint32Array(room))
        readings.at = grown(readings.at, new Float64Array(room))
        readings.kwh = grown(readings.kwh, new Float64Array(room))
        readings.kind = grown(readings.kind, new Uint8Array(room))
      }
      readings.meter[n] = lastPlace
      readings.at[n] = at
      readings.kwh[n] = value
      readings.kind[n] = what
      n++
      return undefined
    },
  )
  return {
    readings: {
      meters,
      meter: readings.meter.subarray(0, n),
      at: readings.at.subarray(0, n),
      kwh: readings.kwh.subarray(0, n),
      kind: readings.kind.subarray(0, n),
    },
    problems,
  }
}

function grown<T extends Uint32Array | Float64Array | Uint8Array>(from: T, into: T): T {
  into.set(from)
  return into
}

export function readTemperatures(source: SeparatedText): {
  days: number[]
  celsius: number[]
  problems: TableProblem[]
} {
  const problems: TableProblem[] = []
  const byDay = new Map<number, number>()
  readTable(source, ['day', 'celsius'], problems, ([day = '', celsius = ''], bad) => {
    const at = momentOf(day)
    if (!Number.isInteger(at)) return bad('bad-day', 0)
    const value = celsius === '' ? NaN : Number(celsius)
    if (!(value > -70 && value < 60)) return bad('bad-celsius', 1)
    const before = byDay.get(at)
    if (before !== undefined && before !== value) return bad('two-temperatures', 0)
    byDay.set(at, value)
    return undefined
  })
  return { days: [...byDay.keys()], celsius: [...byDay.values()], problems }
}

/** A text for each meter: its village, or what a visit found. Meters that have no readings are left out. */
export function readByMeter(
  source: SeparatedText,
  column: 'village' | 'found',
  meters: readonly string[],
): { byMeter: Map<number, string>; problems: TableProblem[]; unknown: number } {
  const problems: TableProblem[] = []
  const places = new Map(meters.map((name, at) => [name, at]))
  const byMeter = new Map<number, string>()
  let unknown = 0
  readTable(source, ['meter', column], problems, ([name = '', value = ''], bad) => {
    if (name === '') return bad('blank', 0)
    if (column === 'found' && answerOf(value) === undefined) return bad('bad-found', 1)
    const place = places.get(name)
    if (place === undefined) unknown++
    else byMeter.set(place, value)
    return undefined
  })
  return { byMeter, problems, unknown }
}

/** Yes or no, as people write it. */
export function answerOf(text: string): boolean | undefined {
  if (/^(yes|y|true|1|是|有|烧煤)$/i.test(text)) return true
  if (/^(no|n|false|0|否|无|未烧煤)$/i.test(text)) return false
  return undefined
}

/**
 * Days since 1970-01-01 in Asia/Shanghai, with their part: of a day alone, or of a moment, which is Shanghai's where it
 * names no zone. NaN where the text is neither.
 */
export function momentOf(text: string): number {
  const match =
    /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    )
  if (!match) return NaN
  const [, year = '', month = '', date = '', hour, minute = '0', second = '0', zone] = match
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(day) || year < '1990' || year > '2200') return NaN
  const midnight = Date.parse(`${day}T00:00:00Z`) / dayMs
  if (hour === undefined) return midnight
  const [h, m, s] = [Number(hour), Number(minute), Number(second)]
  if (h > 24 || m > 59 || s >= 60 || (h === 24 && m + s > 0)) return NaN
  const offset = !zone ? shanghaiHours : /^z$/i.test(zone) ? 0 : offsetHours(zone)
  // In whole seconds as long as it goes: a midnight elsewhere is a midnight here.
  return midnight + (h * 3600 + m * 60 + s + (shanghaiHours - offset) * 3600) / 86_400
}

const dayMs = 86_400_000
const shanghaiHours = 8

function offsetHours(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60)
}
