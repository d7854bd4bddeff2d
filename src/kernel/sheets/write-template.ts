import type { Language } from '../words/words.ts'
import { dropDowns, optionsSheet } from './drop-downs.ts'
import type { ColumnSpec, SheetForm } from './sheet-form.ts'
import type { CellOut, RowOut, SheetOut } from './sheet-xml.ts'
import type { Format } from './sheet-styles.ts'
import { workbookWords } from './words.ts'
import { bytesOf, writeSheets } from './write-sheets.ts'

const HEADER_ROW = 3

/**
 * The workbook people fill: title, one line of notes, header (required columns marked with *), an example row
 * that reading passes over, drop-downs, text columns a spreadsheet cannot turn into quantities, and a sheet of
 * instructions. `title` stands above the header; `notes` are sentences of the form's own.
 */
export async function writeTemplate(
  form: SheetForm,
  options: { title: string; notes?: readonly string[]; language?: Language },
): Promise<Uint8Array> {
  const { title, notes = [], language = 'zh' } = options
  const says = (key: keyof typeof workbookWords) => workbookWords[key][language]
  const { columns } = form
  const hasExample = columns.some(({ example }) => example !== undefined)
  const told = [
    says('instructions.general'),
    ...(hasExample ? [says('instructions.example-row')] : []),
    ...notes,
  ]
  const note = told.join(language === 'zh' ? '' : ' ')
  const across = (cell: CellOut): CellOut[] => [cell]
  const rows: RowOut[] = [
    { cells: across({ value: title, look: 'title' }), height: 32 },
    { cells: across({ value: note, look: 'note' }), height: 48 },
    { cells: columns.map(headerCell), height: 36 },
  ]
  if (hasExample) {
    rows.push({
      cells: columns.map((column, at) => exampleCell(column, at === 0 ? says('example') : undefined)),
    })
  }
  const merges = [1, 2].map((row) => ({ fromRow: row, fromColumn: 1, toRow: row, toColumn: columns.length }))
  const columnOf = (field: string) => columns.findIndex((column) => column.field === field) + 1
  const sheets: (SheetOut | undefined)[] = [
    {
      name: form.name[language],
      columns: columns.map((column) => ({ width: widthOf(column), format: formatOf(column) })),
      rows,
      frozenRows: HEADER_ROW,
      merges: columns.length > 1 ? merges : [],
      dropDowns: dropDowns(columns, columnOf, HEADER_ROW + 1, language),
    },
    instructionsSheet(columns, told, language),
    optionsSheet(columns, language),
  ]
  return bytesOf(writeSheets(sheets.filter((sheet) => sheet !== undefined)))
}

function headerCell({ label, required }: ColumnSpec): CellOut {
  return required ? { value: `*${label}`, look: 'required' } : { value: label, look: 'header' }
}

/** The first cell says what the row is; the rest show how to fill. */
function exampleCell(column: ColumnSpec, mark: string | undefined): CellOut {
  return { value: mark ?? column.example, look: 'example', format: 'text' }
}

function formatOf({ kind }: ColumnSpec): Format {
  return kind === 'text' || kind === 'choice' ? 'text' : kind === 'day' ? 'day' : 'general'
}

/** A Chinese character is two wide. */
function widthOf({ width, label, example = '' }: ColumnSpec): number {
  const wide = (text: string) =>
    Array.from(text).reduce((sum, { length }, at) => sum + (text.charCodeAt(at) > 255 ? 2 : length), 0)
  return width ?? Math.min(40, Math.max(8, wide(label) + 3, wide(example) + 2))
}

function instructionsSheet(
  columns: readonly ColumnSpec[],
  notes: readonly string[],
  language: Language,
): SheetOut {
  const says = (key: keyof typeof workbookWords) => workbookWords[key][language]
  const head = ['column', 'required', 'format', 'options', 'example', 'note'] as const
  const rows: RowOut[] = [
    { cells: [{ value: says('instructions'), look: 'title' }], height: 32 },
    ...notes.map((value): RowOut => ({ cells: [{ value, look: 'note' }], height: 32 })),
    { cells: head.map((key) => ({ value: says(`instructions.${key}`), look: 'header' })) },
    ...columns.map((column): RowOut => {
      const { label, required, kind, options = [], example, note } = column
      const cells: CellOut[] = [
        label,
        says(required ? 'yes' : 'no'),
        says(`kind.${kind}`),
        options.join('、'),
        example,
        note?.[language],
      ]
      return { cells: cells.map((value) => ({ value: value as string | undefined, format: 'text' })) }
    }),
  ]
  const merges = rows
    .slice(0, notes.length + 1)
    .map((_, at) => ({ fromRow: at + 1, fromColumn: 1, toRow: at + 1, toColumn: head.length }))
  return {
    name: says('instructions'),
    columns: [20, 10, 22, 36, 24, 60].map((width) => ({ width })),
    rows,
    frozenRows: notes.length + 2,
    merges,
  }
}
