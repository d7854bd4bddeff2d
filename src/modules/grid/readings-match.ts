import type { ReadDb } from '../../kernel/database/database.ts'
import { filled } from '../../kernel/sheets/sheet-problem.ts'
import { homesByAccount } from '../households/public.ts'
import type { ProblemList } from './problem-list.ts'
import type { AccountReadings, ReadingsFile } from './readings-sheet.ts'
import { fileWords } from './words/files.ts'

export interface HomeReadings extends Pick<AccountReadings, 'accountNumber' | 'rows'> {
  home: string
}

interface ReadingsMatch {
  rows: number
  matched: HomeReadings[]
  /** Accounts that belong to no home, or not to exactly one. */
  unmatched: number
  found: ProblemList
}

/** Which homes a file's accounts belong to: exactly one live home for an account, or nobody's readings. */
export async function matchReadings(
  db: ReadDb,
  county: number,
  { rows, accounts, found }: ReadingsFile,
): Promise<ReadingsMatch> {
  const homes = await homesByAccount(
    db,
    county,
    accounts.map(({ accountNumber }) => accountNumber),
  )
  const match: ReadingsMatch = { rows, matched: [], unmatched: 0, found }
  for (const { accountNumber, place, rows: readings } of accounts) {
    const own = homes.get(accountNumber) ?? []
    const [home] = own
    if (home && own.length === 1) {
      match.matched.push({ home: home.id, accountNumber, rows: readings })
      continue
    }
    match.unmatched++
    const code = home ? 'readings.shared-account' : 'readings.unknown-account'
    const values = { account: accountNumber, rows: readings.length, homes: own.length }
    found.add({ code, severity: 'warning', ...place, words: filled(fileWords[code], values) })
  }
  return match
}
