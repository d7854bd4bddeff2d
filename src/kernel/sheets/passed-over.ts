import type { FormSheet } from './form-sheet.ts'
import { type SheetProblem, sheetProblem } from './sheet-problem.ts'
import { skippedRowWords } from './words.ts'

const MOST_LISTED = 8

/** What is said of the rows below a header that are not read; what our own template and markings put there needs no word. */
export function passedOver({ sheet, skipped }: FormSheet<string>): SheetProblem[] {
  const byReason = new Map<keyof typeof skippedRowWords, number[]>()
  for (const { row, why } of skipped) {
    if (why === 'example' || why === 'marking') continue
    const rows = byReason.get(why)
    if (rows) rows.push(sheet.rowNumber(row))
    else byReason.set(why, [sheet.rowNumber(row)])
  }
  return [...byReason].map(([why, rows]) => {
    const listed = rows.slice(0, MOST_LISTED)
    const isCut = rows.length > listed.length
    const values = {
      sheet: sheet.name,
      what: skippedRowWords[why],
      rows: {
        zh: listed.join('、') + (isCut ? ` 等 ${rows.length}` : ''),
        en: listed.join(', ') + (isCut ? ` and others, ${rows.length} in all` : ''),
      },
    }
    return sheetProblem('sheet.rows-passed-over', values, { sheet: sheet.name, row: rows[0] ?? 1 }, 'warning')
  })
}
