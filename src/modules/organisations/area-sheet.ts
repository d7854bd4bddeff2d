import { readForm } from '../../kernel/sheets/match-columns.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import type { SheetForm } from '../../kernel/sheets/sheet-form.ts'
import type { SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import type { AreaLine } from './rules/area-lines.ts'

const areaForm: SheetForm<'code' | 'name' | 'kind'> = {
  name: { zh: '镇街村居名单', en: 'List of towns and villages' },
  columns: [
    {
      field: 'code',
      label: '区划代码',
      aliases: ['代码', '统计用区划代码', '行政区划代码', '村居代码', '编码'],
      required: true,
      kind: 'text',
    },
    {
      field: 'name',
      label: '名称',
      aliases: ['镇街村居', '村居名称', '单位名称', '区划名称', '村名'],
      required: true,
      kind: 'text',
    },
    { field: 'kind', label: '城乡', aliases: ['城乡类型', '地区类型'], required: false, kind: 'text' },
  ],
}

/** The lines of a workbook of codes and names, as the statistics bureau keeps them. */
export async function readAreaSheet(
  bytes: Uint8Array,
): Promise<{ lines: AreaLine[]; problems: SheetProblem[] }> {
  const workbook = await readWorkbook(bytes)
  if (isSheetProblem(workbook)) return { lines: [], problems: [workbook] }
  const { sheets, problems } = await readForm(workbook, areaForm)
  const lines = sheets.flatMap((sheet) =>
    sheet.rows.map((row) => ({
      line: sheet.sheet.rowNumber(row),
      code: sheet.text(row, 'code'),
      name: sheet.text(row, 'name'),
      kind: sheet.text(row, 'kind'),
    })),
  )
  return { lines, problems }
}
