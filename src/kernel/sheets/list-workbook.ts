import { bytesOf } from './write-sheets.ts'
import { type TableColumn, writeTable } from './write-table.ts'

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a page shows, whole, as a workbook named for its day (`YYYY-MM-DD`): the answer of a download. */
export const listWorkbook = async <Row>(
  name: string,
  today: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
) => ({
  fileName: `${name}_${today}.xlsx`,
  mediaType: workbookType,
  body: await bytesOf(writeTable({ name, columns, rows })),
})
