import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { addDays, type Day } from '../../../kernel/dates/day.ts'
import type { SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'
import { ESTIMATED } from './readings.ts'

/** Readings before and after a season still say how a home heats. */
const around = 60

/** Between which two days a reading of a season can lie; none is of a day to come. */
export function daysOfFile(season: { startsOn: Day; endsOn: Day }, today: Day): { from: Day; to: Day } {
  const latest = addDays(season.endsOn, around)
  return { from: addDays(season.startsOn, -around), to: latest < today ? latest : today }
}

/** One account's readings in the order of time; the same row twice is once, two figures for one moment stay two. */
export function inOrder(rows: readonly MeterRow[]): MeterRow[] {
  const sorted = [...rows].sort((a, b) => a.minute - b.minute || a.kind - b.kind || a.centiKwh - b.centiKwh)
  return sorted.filter((row, at) => {
    const before = sorted[at - 1]
    return before?.minute !== row.minute || before.kind !== row.kind || before.centiKwh !== row.centiKwh
  })
}

export interface MeterRow {
  /** Since 1970-01-01 in Asia/Shanghai. */
  minute: number
  centiKwh: number
  kind: number
}

/** 0 where the day was not read, 1 where it was estimated, 2 where it was read (日冻结). */
export function howRead(rows: readonly MeterRow[], day: number): 0 | 1 | 2 {
  let found: 0 | 1 = 0
  for (const { minute, kind } of rows) {
    if (Math.floor(minute / minutesADay) !== day) continue
    if (kind !== ESTIMATED) return 2
    found = 1
  }
  return found
}

export const minutesADay = 1440

export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
export const dayOfNumber = (day: number): Day => addDays('1970-01-01', day)

interface ReadIn {
  problems: readonly SheetProblem[]
  errorCount: number
  rows: number
}

/** A file is taken in whole or not at all, and once. */
function checkFile(read: ReadIn | undefined, sameFile: boolean, file: string): Refusal[] {
  if (sameFile) return [refuse('readings.same-file', ['§4.3'])]
  if (!read) return [refuse('evidence.not-uploaded', ['§4.3'], { kind: 'workbook', digest: file })]
  const first = read.problems.find(({ severity }) => severity === 'error')
  if (!first) return []
  const { row, words } = first
  return [
    refuse('readings.faulty', ['§4.3'], {
      problems: read.errorCount,
      zh: row === undefined ? words.zh : `第 ${row} 行：${words.zh}`,
      en: row === undefined ? words.en : `Row ${row}: ${words.en}`,
    }),
  ]
}

export function checkReadings(
  read: (ReadIn & { matched: readonly unknown[] }) | undefined,
  sameFile: boolean,
  file: string,
): Refusal[] {
  const refusals = checkFile(read, sameFile, file)
  if (refusals.length === 0 && read?.matched.length === 0)
    refusals.push(refuse('readings.nothing-matched', ['§4.3']))
  return refusals
}

export const checkTemperature = checkFile
