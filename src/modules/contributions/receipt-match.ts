import { sql } from 'kysely'
import type { ActContext } from '../../kernel/act/define.ts'
import { blindIndex } from '../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { filled, type SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import { sameName } from '../../kernel/standards/names.ts'
import { usedNumbers, yearOf } from './acts/receipt.ts'
import type { SheetReading, SheetReceipt } from './receipt-sheet.ts'
import { mayCollect, openFen } from './rules.ts'
import { type Account, moneyOfHomes } from './standing.ts'
import { sheetWords } from './words/sheets.ts'

export interface MatchedReceipt extends SheetReceipt {
  home: string
}

export interface ReceiptMatch {
  rows: number
  matched: MatchedReceipt[]
  /** Of each home, what was received when this was read: somebody may have taken more meanwhile. */
  receivedFen: ReadonlyMap<string, number>
  problems: SheetProblem[]
}

type Fault = `contribution.sheet.${
  | 'unknown-home'
  | 'several-homes'
  | 'other-name'
  | 'not-confirmed'
  | 'used'
  | 'beyond-due'}`

/** Which homes of the town the rows belong to, and whether each may be collected: the rules of a single receipt. */
export async function matchReceipts(
  db: ReadDb,
  { county, keys, pack }: Pick<ActContext, 'county' | 'keys' | 'pack'>,
  account: Account,
  reading: SheetReading,
): Promise<ReceiptMatch> {
  const problems = [...reading.problems]
  const indexOf = (idNumber: string) => blindIndex(keys, county, 'id-number', idNumber)
  const indexes = reading.rows.flatMap(({ idNumber }) => (idNumber ? [indexOf(idNumber)] : []))
  const { rows: homes } = await sql<{ id: string; key: string | null; village: string; sequence: number }>`
    select h.id, encode(h.id_number_index, 'hex') as key, v.name as village, h.sequence
      from home h join area v on v.county = ${county} and v.code = h.village
     where h.county = ${county} and h.town = ${account.town} and h.line = 'heating' and h.ended is null
       and (h.id_number_index = any(${indexes}::bytea[])
         or (v.name, h.sequence) in (select * from unnest(
              ${reading.rows.map(({ village }) => village)}::text[],
              ${reading.rows.map(({ sequence }) => sequence ?? 0)}::int[])))`.execute(db)
  const money = await moneyOfHomes(
    db,
    county,
    homes.map(({ id }) => id),
  )
  const used = await usedNumbers(
    db,
    county,
    reading.rows.map(({ paidOn, number }) => ({ account: account.id, year: yearOf(paidOn), number })),
  )
  const taken = new Map<string, number>()
  const matched: MatchedReceipt[] = []
  for (const row of reading.rows) {
    const say = (code: Fault, values: Record<string, string | number> = {}) =>
      problems.push({ code, severity: 'error', ...row.place, words: filled(sheetWords[code], values) })
    const key = row.idNumber && indexOf(row.idNumber).toString('hex')
    const found = homes.filter((home) =>
      key === undefined ? home.village === row.village && home.sequence === row.sequence : home.key === key,
    )
    const [home] = found
    const own = home && money.get(home.id)
    if (!home || !own) say('contribution.sheet.unknown-home')
    else if (found.length > 1) say('contribution.sheet.several-homes', { homes: found.length })
    else if (!sameName(row.householder, own.householder)) say('contribution.sheet.other-name')
    else if (mayCollect({ money: own, account: account.id }).length > 0)
      say('contribution.sheet.not-confirmed')
    else if (used(account.id, yearOf(row.paidOn), row.number) !== undefined)
      say('contribution.sheet.used', { number: row.number })
    else {
      const before = taken.get(home.id) ?? 0
      const leftFen = openFen(pack, row.paidOn, own) - before
      if (row.amountFen > leftFen)
        say('contribution.sheet.beyond-due', { left: (Math.max(0, leftFen) / 100).toFixed(2) })
      else {
        taken.set(home.id, before + row.amountFen)
        matched.push({ ...row, home: home.id })
      }
    }
  }
  return {
    rows: reading.rows.length,
    matched,
    receivedFen: new Map([...money].map(([id, { receivedFen }]) => [id, receivedFen])),
    problems,
  }
}
