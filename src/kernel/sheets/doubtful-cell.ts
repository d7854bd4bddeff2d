import { dayNumberText } from './number-format.ts'
import type { FormSheet } from './form-sheet.ts'
import type { ColumnSpec } from './sheet-form.ts'
import { type SheetProblem, sheetProblem } from './sheet-problem.ts'

/** Serial numbers of days from 1950 to 2100. */
const SERIAL = /^\d{5}(?:\.\d+)?$/
const [FIRST_SERIAL, LAST_SERIAL] = [18_264, 73_415]

/**
 * What a spreadsheet may have done to a cell, for modules whose own rules do not say it: an error or a formula without
 * its result, digits lost, zeros in their place, a day shown as its number, a number or house turned into a day.
 * Nothing is put right: the place is named and the user asked.
 */
export function findDoubt<Field extends string>(
  sheet: FormSheet<Field>,
  row: number,
  { field, kind, label }: ColumnSpec<Field>,
): SheetProblem | undefined {
  const text = sheet.text(row, field)
  const place = sheet.place(row, field)
  if (sheet.isBroken(row, field)) return sheetProblem('sheet.cell-broken', { label }, place)
  if (text === '') return undefined
  if (sheet.isMangled(row, field)) return sheetProblem('sheet.digits-lost', { label }, place)
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (kind === 'text' && /^\d{15}0+$/.test(plain) && plain.length <= 30)
    return sheetProblem('sheet.ends-in-zeros', { label }, place, 'warning')
  const isDay = sheet.shownKind(row, field) === 'date'
  if (kind === 'day' && !isDay && SERIAL.test(plain)) {
    const serial = Number(plain)
    const day = dayNumberText(Math.floor(serial), false)
    if (day !== undefined && serial >= FIRST_SERIAL && serial <= LAST_SERIAL)
      return sheetProblem('sheet.day-as-number', { label, text: plain, day }, place)
  }
  if (kind !== 'day' && isDay) return sheetProblem('sheet.turned-into-day', { label, text }, place)
  return undefined
}
