import type { Said } from '../words/words.ts'

export type ColumnKind = 'text' | 'number' | 'day' | 'choice'

/** One column of a form, for its template and for finding it in a workbook somebody else laid out. */
export type ColumnSpec<Field extends string = string> = {
  field: Field
  /** The header the template carries. */
  label: string
  /** Other usual headers. Under two-row headers both the lower one and upper + lower together are looked up. */
  aliases?: readonly string[]
  required: boolean
  /** 'text' also for numbers that are names (ID, account, telephone): the template keeps a spreadsheet off them. */
  kind: ColumnKind
  /** The drop-down's entries, for 'choice'. */
  options?: readonly string[]
  /** In characters. */
  width?: number
  /** One sentence for the instructions. */
  note?: Said
  example?: string
}

/** A kind of sheet that people fill and we read. */
export type SheetForm<Field extends string = string> = {
  /** As people call it: 确户表. */
  name: Said
  columns: readonly ColumnSpec<Field>[]
}

/**
 * A header as it is compared: no white space, no mark for required, full-width forms and case made one.
 * 「*身份 证号：」 and 「身份证号(必填)」 are 身份证号.
 */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200B\uFEFF*★:、,。/\\_-]/gu, '')
    .replace(/[([【](?:必填|选填|必须|可不填)[)\]】]/gu, '')
}

/** A header without its bracketed remarks and units: 建筑面积(m2) is 建筑面积. */
export function headerKeyWithoutRemark(key: string): string {
  return key.replace(/[([【][^)\]】]*[)\]】]/gu, '')
}

/** Where a form's header was found in a sheet; rows and columns are indexes. */
export type Header<Field extends string = string> = {
  firstRow: number
  lastRow: number
  columns: Map<Field, number>
  /** Columns whose field had already been found just as well. */
  repeated: { field: Field; first: number; second: number }[]
  unknown: { column: number; label: string }[]
  score: number
}

/** A user's own word on where the columns are, as a screen lets them correct it. */
export type ColumnMapping<Field extends string = string> = {
  /** The sheets to read; without them, each that holds the form. */
  sheets?: string[]
  /** Sheets the user says are not to be read though they hold more than those that are. */
  leftOut?: string[]
  /** The row the header ends in, as the spreadsheet numbers it; without it, the one recognised or likely. */
  headerRow?: number
  /** Column letters to fields; null leaves a column out. Columns not named stay as recognised. */
  columns: Readonly<Record<string, Field | null>>
}
