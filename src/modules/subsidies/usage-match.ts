import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import { filled, type SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import { homesByAccount } from '../households/public.ts'
import { maskName } from '../../kernel/standards/mask.ts'
import { sameName } from '../../kernel/standards/names.ts'
import type { UsageReading, UsageRow } from './usage-sheet.ts'
import { sheetWords } from './words/sheets.ts'

export interface MatchedReading extends UsageRow {
  home: string
  /** It takes the place of a reading whose statement was sent back, or waits for the kWh of valley hours. */
  replaces: boolean
}

export interface UsageMatch {
  rows: number
  matched: MatchedReading[]
  /** Rows that belong to no home, or not to exactly one. */
  unmatched: UsageRow[]
  /** Homes that have a reading already which nobody has sent back and nothing is missing of. */
  readBefore: number
  /** Everything wrong or worth knowing, by row: errors hold the import back, warnings do not. */
  problems: SheetProblem[]
}

/** Which homes a season's rows belong to: exactly one live home for an account, or nobody's row. */
export async function matchUsage(
  db: ReadDb,
  county: number,
  season: string,
  reading: UsageReading,
): Promise<UsageMatch> {
  const homes = await homesByAccount(
    db,
    county,
    reading.rows.map((row) => row.accountNumber),
  )
  const ids = [...homes.values()].flatMap((list) => list.map((home) => home.id))
  const { rows: there } = await sql<{ home: string; mayReplace: boolean }>`
    select r.home, coalesce(s.state = 'blocked' and (s.sent_back_on is not null
                       or s.formula->'lacking' @> '["valley-kWh"]'), false) as "mayReplace"
      from usage_reading r
      left join statement s on s.county = ${county} and s.season = r.season and s.home = r.home
     where r.county = ${county} and r.season = ${season} and r.home = any(${ids}::uuid[])`.execute(db)
  const before = new Map(there.map((row) => [row.home, row.mayReplace]))
  const match: UsageMatch = {
    rows: reading.rows.length,
    matched: [],
    unmatched: [],
    readBefore: 0,
    problems: [...reading.problems],
  }
  const say = (
    row: UsageRow,
    severity: SheetProblem['severity'],
    code: 'unknown-account' | 'shared-account' | 'read-before',
    values: Record<string, number> = {},
  ) =>
    match.problems.push({
      code: `usage.${code}`,
      severity,
      ...row.place,
      words: filled(sheetWords[`usage.${code}`], values),
    })
  for (const row of reading.rows) {
    const found = homes.get(row.accountNumber) ?? []
    const [home] = found
    if (!home || found.length > 1) {
      match.unmatched.push(row)
      if (home) say(row, 'warning', 'shared-account', { homes: found.length })
      else say(row, 'warning', 'unknown-account')
      continue
    }
    if (before.get(home.id) === false) {
      match.readBefore += 1
      say(row, 'error', 'read-before')
      continue
    }
    // An account may stand in a relative's name; a stranger's is more often a slip in the number.
    if (
      row.holder &&
      ![home.householder, home.accountHolder].some((name) => sameName(row.holder?.text ?? '', name ?? ''))
    )
      match.problems.push({
        code: 'usage.other-name',
        severity: 'warning',
        ...row.place,
        column: row.holder.column,
        words: filled(sheetWords['usage.other-name'], {
          text: row.holder.text.slice(0, 20),
          householder: maskName(home.householder),
        }),
      })
    match.matched.push({ ...row, home: home.id, replaces: before.has(home.id) })
  }
  return match
}
