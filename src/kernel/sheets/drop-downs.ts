import type { Language } from '../words/words.ts'
import { columnLetters } from './cell-name.ts'
import type { ColumnSpec } from './sheet-form.ts'
import type { DropDown, RowOut, SheetOut } from './sheet-xml.ts'
import { workbookWords } from './words.ts'
import { quotedSheetName } from './write-sheets.ts'

/** The hidden sheet that holds the entries of a form's drop-downs, one column each; undefined where there are none. */
export function optionsSheet(columns: readonly ColumnSpec[], language: Language): SheetOut | undefined {
  const lists = withOptions(columns)
  if (lists.length === 0) return undefined
  const longest = Math.max(...lists.map(({ options = [] }) => options.length))
  const rows: RowOut[] = [{ cells: lists.map(({ label }) => ({ value: label, look: 'header' })) }]
  for (let at = 0; at < longest; at++) {
    rows.push({ cells: lists.map(({ options = [] }) => ({ value: options[at], format: 'text' })) })
  }
  return {
    name: workbookWords.options[language],
    hidden: true,
    columns: lists.map(() => ({ width: 20 })),
    rows,
  }
}

/** The drop-down of each column that has one, from a row down; `columnOf` gives a field's column from 1. */
export function dropDowns(
  columns: readonly ColumnSpec[],
  columnOf: (field: string) => number | undefined,
  fromRow: number,
  language: Language,
): DropDown[] {
  return withOptions(columns).flatMap(({ field, options = [] }, at) => {
    const column = columnOf(field)
    if (column === undefined) return []
    const letters = columnLetters(at + 1)
    const list = `${quotedSheetName(workbookWords.options[language])}!$${letters}$2:$${letters}$${options.length + 1}`
    const title = workbookWords['choice.title'][language]
    return [{ column, fromRow, list, title, error: workbookWords['choice.error'][language] }]
  })
}

function withOptions(columns: readonly ColumnSpec[]): ColumnSpec[] {
  return columns.filter(({ options = [] }) => options.length > 0)
}
