import { withoutSpacing } from '../standards/plain-text.ts'
import { headerKey } from './sheet-form.ts'
import type { Sheet } from './workbook.ts'

/** No header is longer; a cell may hold a novel. */
export const LONGEST_LABEL = 200
/** Lower headings are short words: 省市县, 详址, 面积(m2). */
const LONGEST_LOWER = 20
const RUNNING_NUMBER = ['序号', '编号', 'no', 'no.'].map(headerKey)

/** Whether a header is that of the running number people put first. */
export const isRunningNumber = (label: string): boolean => RUNNING_NUMBER.includes(headerKey(label))

/**
 * Whether a row holds somebody's number, of an ID card, an account or a telephone: that is data, whatever other cells say.
 * A relation to the householder or a name may be spelt like a heading.
 */
export function holdsNumber(sheet: Sheet, row: number): boolean {
  for (let column = 0; column < sheet.columnCount; column++)
    if (isLongNumber(sheet.text(row, column).slice(0, LONGEST_LABEL))) return true
  return false
}

/** A whole text that is a number of nine digits or more, full-width ones and a last X included. */
export const isLongNumber = (text: string): boolean => /^\d{9,}X?$/i.test(withoutSpacing(text))

const labelAt = (sheet: Sheet, row: number, column: number): string =>
  sheet.mergedText(row, column).slice(0, LONGEST_LABEL).trim()
const ownAt = (sheet: Sheet, row: number, column: number): string => sheet.text(row, column).trim()

/** A column's headers from the top, each once: a header merged downwards stands in several rows. */
export function headerLabels(sheet: Sheet, firstRow: number, lastRow: number, column: number): string[] {
  const labels: string[] = []
  for (let row = firstRow; row <= lastRow; row++) {
    const label = labelAt(sheet, row, column) || (row < lastRow ? groupOf(sheet, row, column) : '')
    if (label !== '' && label !== labels.at(-1)) labels.push(label)
  }
  return labels
}

/** The heading to the left that was written once over several columns without merging them; '' where there is none. */
function groupOf(sheet: Sheet, row: number, column: number): string {
  for (let at = column; at >= 0 && ownAt(sheet, row + 1, at) !== ''; at--) {
    const label = labelAt(sheet, row, at)
    if (label !== '') return label
  }
  return ''
}

/**
 * Whether a row goes on with the header that stands in the row above: short words alone, all of them under headings that
 * span several columns, nothing under the others. A row of data fills the columns that `isKnown` by their heading.
 */
export function isLowerHeader(sheet: Sheet, row: number, isKnown: (label: string) => boolean): boolean {
  const upper = row - 1
  if (upper < 0 || row >= sheet.rowCount || sheet.rowNumber(row) !== sheet.rowNumber(upper) + 1) return false
  let children = 0
  let plain = 0
  for (let column = 0; column < sheet.columnCount; column++) {
    const above = labelAt(sheet, upper, column)
    const own = ownAt(sheet, row, column)
    if (own === '') {
      if (above !== '' && (isKnown(above) || isRunningNumber(above))) plain++
    } else if (!isHeading(sheet, row, column, own)) return false
    else if (headerKey(own) !== headerKey(above)) {
      if (!isUnderGroup(sheet, upper, column)) return false
      children++
    }
  }
  return children >= 2 && plain >= 1
}

const isHeading = (sheet: Sheet, row: number, column: number, text: string): boolean =>
  sheet.kind(row, column) === 'text' && text.length <= LONGEST_LOWER && !/\d{3}/.test(text)

/** Whether the heading above spans this column and a neighbour that has a heading of its own below. */
function isUnderGroup(sheet: Sheet, upper: number, column: number): boolean {
  const start = sheet.spanStart(upper, column)
  const group = labelAt(sheet, upper, column) || groupOf(sheet, upper, column)
  if (group === '') return false
  const next = column + 1
  const goesOn =
    ownAt(sheet, upper, next) === '' &&
    ownAt(sheet, upper + 1, next) !== '' &&
    (labelAt(sheet, upper, next) === '' || sheet.spanStart(upper, next) === start)
  return goesOn || start < column || ownAt(sheet, upper, column) === ''
}

/** Whether all a column has for a header is a heading merged over it from the left: it goes with the column there. */
export function isCoveredFromLeft(sheet: Sheet, firstRow: number, lastRow: number, column: number): boolean {
  for (let row = firstRow; row <= lastRow; row++)
    if (labelAt(sheet, row, column) !== '' && sheet.spanStart(row, column) === column) return false
  return true
}
