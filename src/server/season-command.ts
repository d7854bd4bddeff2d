import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { addDays, isDay, type Day } from '../kernel/dates/day.ts'
import { decodeText } from '../kernel/sheets/text-encoding.ts'
import { findDelimiter } from '../kernel/sheets/text-delimiter.ts'
import { ReadFailure } from '../kernel/sheets/sheet-problem.ts'
import { type Said, speaker } from '../kernel/words/words.ts'
import { analyseSeason, type SeasonAnalysis, seasonOf } from '../modules/grid/rules/analyse-season.ts'
import { scoreParts } from '../modules/grid/rules/evidence.ts'
import { flagsOf } from '../modules/grid/rules/flags.ts'
import { reasonsOf, signsOf } from '../modules/grid/rules/reasons.ts'
import {
  answerOf,
  readByMeter,
  readReadings,
  readTemperatures,
  type SeparatedText,
  type TableProblem,
} from '../modules/grid/rules/read-tables.ts'
import type { SeasonDays } from '../modules/grid/rules/season.ts'
import { type Finding, visitList } from '../modules/grid/rules/suspicion.ts'
import { weatherOf } from '../modules/grid/rules/weather.ts'
import { words as gridWords } from '../modules/grid/words.ts'
import { randomFrom } from '../demo/random.ts'
import { seasonWords } from './season-words.ts'

const say = speaker(seasonWords, gridWords)

export interface SeasonSurroundings {
  /** One line for people. */
  print(line: string): void
  /** What is going on right now, replaced by the next; empty at the end. */
  progress(line: string): void
}

class CannotAnalyse extends Error {
  readonly said: readonly Said[]
  constructor(...said: Said[]) {
    super(said[0]?.en)
    this.said = said
  }
}

const mostShown = 20
const largestMb = 480

/** `npm run season`: answers the exit code, 0 done, 2 could not analyse. */
export async function runSeason(args: readonly string[], around: SeasonSurroundings): Promise<0 | 2> {
  try {
    await season(args, around)
    return 0
  } catch (error) {
    around.progress('')
    const why = error instanceof Error ? error.message : String(error)
    const said = error instanceof CannotAnalyse ? error.said : [say('season.failed', { why })]
    around.print([...said.map(({ zh }) => zh), ...said.map(({ en }) => en)].join('\n'))
    return 2
  }
}

async function season(args: readonly string[], around: SeasonSurroundings): Promise<void> {
  const { values, positionals } = readArguments(args)
  if (values.help) return around.print(`${say('season.usage').zh}\n\n${say('season.usage').en}`)
  const [readingsFile, temperatureFile] = positionals
  if (!readingsFile || !temperatureFile || !values.out || positionals.length > 2)
    throw new CannotAnalyse(say('season.needed'), say('season.usage'))
  const language = optionOf(values.lang ?? 'zh', '--lang', (text) =>
    text === 'zh' || text === 'en' ? text : undefined,
  )
  const [from, to] = [dayOption(values.from, '--from'), dayOption(values.to, '--to')]
  const visits = countOption(values.visits, '--visits')
  const seed = countOption(values.seed, '--seed') ?? 1
  const lots = countOption(values.lots, '--lots')

  const began = performance.now()
  const problems: [file: string, problem: TableProblem][] = []
  const keep = (file: string, found: readonly TableProblem[]) => {
    for (const one of found) problems.push([file, one])
  }
  around.progress(say('season.reading', { file: readingsFile }).zh)
  const { readings, problems: inReadings } = readReadings(await textOf(readingsFile))
  keep(readingsFile, inReadings)
  const temperatures = readTemperatures(await textOf(temperatureFile))
  keep(temperatureFile, temperatures.problems)
  let unknown = 0
  let villages: (string | undefined)[] | undefined
  if (values.homes) {
    const found = readByMeter(await textOf(values.homes), 'village', readings.meters)
    keep(values.homes, found.problems)
    unknown += found.unknown
    villages = readings.meters.map((_, meter) => found.byMeter.get(meter))
  }
  const findings: Finding[] = []
  if (values.findings) {
    const found = readByMeter(await textOf(values.findings), 'found', readings.meters)
    keep(values.findings, found.problems)
    unknown += found.unknown
    for (const [home, answer] of found.byMeter) findings.push({ home, isCoal: answerOf(answer) ?? false })
  }
  refuseProblems(problems)

  const own = seasonOf(readings)
  const days: SeasonDays = { from: from ?? own.from, to: to ?? own.to }
  if (days.to <= days.from) throw new CannotAnalyse(badOption('--to', dayName(days.to)))
  const named = { from: dayName(days.from), to: dayName(days.to) }
  const known = new Set(temperatures.days)
  let missing = 0
  for (let day = days.from; day < days.to; day++) if (!known.has(day)) missing++
  // A day or two are filled from their neighbours; a season cannot be.
  if (missing > 0.1 * (days.to - days.from))
    throw new CannotAnalyse(say('season.no-temperature', { ...named, missing }))
  if (!readings.at.some((at) => at >= days.from && at < days.to + 1))
    throw new CannotAnalyse(say('season.no-readings', named))
  const weather = weatherOf(temperatures.days, temperatures.celsius)
  around.progress(say('season.analysing', { rows: readings.at.length }).zh)
  const readIn = performance.now()
  const analysis = analyseSeason(readings, weather, days, { ...(villages && { villages }), findings })
  const analysed = performance.now()
  const byLot = lots ?? (findings.length > 0 ? 0 : Math.ceil((visits ?? 0) / 2))
  const chosen =
    visits === undefined
      ? undefined
      : new Map(
          visitList(
            analysis.scores,
            visits,
            new Set(findings.map(({ home }) => home)),
            byLot,
            randomFrom(seed).next,
          ).map(({ home, way }) => [home, way]),
        )
  await writeWhole(values.out, linesOf(readings.meters, analysis, days, language, chosen))
  around.progress('')
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  const told = {
    ...named,
    meters: readings.meters.length,
    rows: readings.at.length,
    kwh: Math.round(analysis.use.kwh.reduce((sum, one) => sum + one, 0)),
    read: seconds(readIn - began),
    spent: seconds(analysed - readIn),
  }
  const left = unknown > 0 ? say('season.unknown', { count: unknown }) : { zh: '', en: '' }
  around.print(
    `${say('season.done', { ...told, unknown: left.zh }).zh}\n${say('season.done', { ...told, unknown: left.en }).en}`,
  )
}

function* linesOf(
  meters: readonly string[],
  { use, facts, scores }: SeasonAnalysis,
  days: SeasonDays,
  language: 'zh' | 'en',
  visits: ReadonlyMap<number, string> | undefined,
): Generator<string> {
  const parts = scoreParts.map((part) => `part_${part.replaceAll('-', '_')}`)
  yield [
    'meter,kwh,share_allocated,lower,upper,flags,days_missing,share_spread,days_there,signs,suspicion',
    'probability,probability_low,probability_high',
    ...parts,
    ...(visits ? ['visit'] : []),
    'reasons',
  ].join(',')
  const at = (column: ArrayLike<number>, home: number) => column[home] ?? 0
  for (const [home, meter] of meters.entries()) {
    const shown = scoreParts.map((part) => Number(at(scores.parts[part], home).toFixed(4)))
    // What is written adds up to the last digit.
    const score = shown.reduce((sum, one) => sum + one, 0)
    const reasons = reasonsOf(facts, scores, home, days.from).map(({ part, logOdds, values }) => {
      const named = part === 'break' ? { ...values, day: dayName(values.day ?? 0) } : values
      return `${say(`season.reason.${part}`, named)[language]} (${logOdds > 0 ? '+' : ''}${logOdds.toFixed(1)})`
    })
    yield [
      cell(meter),
      at(use.kwh, home).toFixed(2),
      at(use.allocated, home).toFixed(4),
      at(use.lower, home).toFixed(2),
      at(use.upper, home).toFixed(2),
      flagsOf(at(use.flags, home)).join(' '),
      at(use.missing, home),
      at(use.spread, home).toFixed(4),
      Math.round(at(facts.columns.daysThere, home)),
      signsOf(facts, home, at(use.kwh, home) / (days.to - days.from)).join(' '),
      score.toFixed(4),
      at(scores.probability, home).toFixed(4),
      at(scores.low, home).toFixed(4),
      at(scores.high, home).toFixed(4),
      ...shown.map((one) => one.toFixed(4)),
      ...(visits ? [visits.get(home) ?? ''] : []),
      cell(reasons.join(language === 'zh' ? '；' : '; ')),
    ].join(',')
  }
}

/** Beside its place first: an analysis that is cut off leaves nothing half written. */
async function writeWhole(file: string, lines: Iterable<string>): Promise<void> {
  const beside = `${file}.${process.pid}.part`
  const out = await open(beside, 'w').catch((error: unknown) => {
    throw new CannotAnalyse(say('season.no-file', { file, why: (error as Error).message }))
  })
  try {
    let waiting: string[] = []
    for (const line of lines) {
      waiting.push(line)
      if (waiting.length < 2000) continue
      await out.write(`${waiting.join('\n')}\n`)
      waiting = []
    }
    if (waiting.length > 0) await out.write(`${waiting.join('\n')}\n`)
    await out.close()
    await rename(beside, file)
  } catch (error) {
    await out.close().catch(() => undefined)
    await rm(beside, { force: true })
    throw error
  }
}

function refuseProblems(problems: readonly [string, TableProblem][]) {
  if (problems.length === 0) return
  const shown = problems.slice(0, mostShown).map(([file, { code, row, column, value }]): Said => {
    const what = say(`season.file.${code}`, { column, value: value.slice(0, 60) })
    const place = { file, row, column }
    const isOfRow = column === '' || code === 'no-column'
    const key = isOfRow ? 'season.at-row' : 'season.at'
    return { zh: say(key, { ...place, what: what.zh }).zh, en: say(key, { ...place, what: what.en }).en }
  })
  const more = problems.length - shown.length
  throw new CannotAnalyse(
    say('season.bad-files', { count: problems.length }),
    ...shown,
    ...(more > 0 ? [say('season.more', { count: more })] : []),
  )
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        homes: { type: 'string' },
        findings: { type: 'string' },
        visits: { type: 'string' },
        lots: { type: 'string' },
        seed: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    const usage = say('season.usage')
    const why = (error as Error).message
    throw new CannotAnalyse({ zh: `${why}\n${usage.zh}`, en: usage.en })
  }
}

const badOption = (option: string, value: string) => say('season.bad-option', { option, value })

function optionOf<T>(text: string, option: string, read: (text: string) => T | undefined): T {
  const value = read(text)
  if (value === undefined) throw new CannotAnalyse(badOption(option, text))
  return value
}

function dayOption(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined
  return optionOf(text, option, (day) =>
    isDay(day) ? Date.parse(`${day}T00:00:00Z`) / 86_400_000 : undefined,
  )
}

function countOption(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined
  return optionOf(text, option, (number) => (/^\d{1,9}$/.test(number) ? Number(number) : undefined))
}

const dayName = (day: number): Day => addDays('1970-01-01', Math.round(day))

async function textOf(file: string): Promise<SeparatedText> {
  const cannot = (error: unknown): never => {
    throw new CannotAnalyse(say('season.no-file', { file, why: (error as Error).message }))
  }
  const { size } = await stat(file).catch(cannot)
  if (size > largestMb * 2 ** 20) throw new CannotAnalyse(say('season.too-large', { file, limit: largestMb }))
  const bytes = await readFile(file).catch(cannot)
  try {
    const { text } = decodeText(bytes)
    const { delimiter, from } = findDelimiter(text.slice(0, 100_000))
    return { text, delimiter, from }
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error
    return cannot(error)
  }
}

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
