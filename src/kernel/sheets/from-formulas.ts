import { hideDigits } from '../standards/mask.ts'
import { cellName } from './cell-name.ts'
import type { FormSheet } from './form-sheet.ts'
import { isRunningNumber } from './header-rows.ts'
import type { SheetForm } from './sheet-form.ts'
import { type SheetProblem, sheetProblem } from './sheet-problem.ts'

const MOST_LISTED = 3
const LONGEST_TEXT = 40

/**
 * Columns where formulas stand instead of what somebody wrote: what was read is what a spreadsheet reckoned, then. Said
 * once a column, since a list may be full of them; one whose result the file does not hold is told in its own row, and a
 * running number needs no word.
 */
export function fromFormulas<Field extends string>(
  { sheet, columns, rows }: FormSheet<Field>,
  form: SheetForm<Field>,
): SheetProblem[] {
  const read = new Set(rows)
  const found = new Map<number, { count: number; rows: number[] }>()
  for (const { row, column } of sheet.formulas()) {
    if (!read.has(row) || ['blank', 'error'].includes(sheet.shownKind(row, column))) continue
    const known = found.get(column)
    if (!known) found.set(column, { count: 1, rows: [row] })
    else {
      known.count++
      if (known.rows.length < MOST_LISTED) known.rows.push(row)
    }
  }
  return form.columns.flatMap(({ field, label }) => {
    const column = columns.get(field)
    const here = column === undefined ? undefined : found.get(column)
    const [first] = here?.rows ?? []
    if (column === undefined || !here || first === undefined || isRunningNumber(label)) return []
    const cells = here.rows.map((row) => cellName(sheet.rowNumber(row), column + 1))
    const more = here.count > cells.length
    const text = hideDigits(sheet.text(first, column).trim())
    const values = {
      label,
      count: here.count,
      cells: {
        zh: cells.join('、') + (more ? '等' : ''),
        en: cells.join(', ') + (more ? ' and others' : ''),
      },
      text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text,
    }
    const place = { sheet: sheet.name, row: sheet.rowNumber(first), column: column + 1 }
    return [sheetProblem('sheet.from-formula', values, place, 'warning')]
  })
}
