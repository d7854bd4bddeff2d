import { z } from 'zod'
import { defineDownload } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import { markWorkbook } from '../../kernel/sheets/mark-workbook.ts'
import { type TableColumn, writeTable } from '../../kernel/sheets/write-table.ts'
import { writeTemplate } from '../../kernel/sheets/write-template.ts'
import { DryRunSource, FindRows, sourceKinds } from './model.ts'
import { kindsOf } from './own-kinds.ts'
import type { shownRow } from './queries/about-home.ts'
import { readUploadedSource } from './queries/dry-run.ts'
import { sourcePage } from './queries/list.ts'
import { listedRows } from './queries/rows.ts'
import { sourceForms } from './rules/forms.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const atOnce = 5000
const mostRows = 1_000_000

type Row = ReturnType<typeof shownRow>

const columns: readonly TableColumn<Row>[] = [
  { label: '镇街', kind: 'text', value: (row) => row.townName },
  { label: '村居', kind: 'text', value: (row) => row.placeName },
  { label: '姓名（户名、经营者）', kind: 'text', value: (row) => row.name },
  { label: '身份证号', kind: 'text', width: 22, value: (row) => row.idNumber },
  { label: '地址', kind: 'text', width: 30, value: (row) => row.address },
  { label: '用电户号', kind: 'text', width: 18, value: (row) => row.accountNumber },
  { label: '原户号', kind: 'text', value: (row) => row.oldAccountNumber },
  { label: '台区', kind: 'text', value: (row) => row.transformerArea },
  { label: '用电类别', kind: 'text', value: (row) => row.tariff },
  { label: '主体或项目', kind: 'text', width: 24, value: (row) => row.title },
  { label: '信用代码', kind: 'text', width: 24, value: (row) => row.creditCode },
  { label: '户籍户号', kind: 'text', value: (row) => row.familyNumber },
  { label: '与户主关系', kind: 'text', value: (row) => row.relation },
  { label: '救助类别', kind: 'text', value: (row) => row.category },
  { label: '年度', kind: 'number', width: 8, value: (row) => row.year },
  { label: '状态', kind: 'text', value: (row) => row.status },
  { label: '日期', kind: 'day', width: 12, value: (row) => row.day },
  { label: '日期（原样）', kind: 'text', value: (row) => row.dayWritten },
  { label: '原表', kind: 'text', value: (row) => row.sheet },
  { label: '原行', kind: 'number', width: 8, value: (row) => row.row },
]

/** The lines of a source as the screen finds them, numbers that name a person masked; columns it never fills left out. */
export const sourceExport = defineDownload({
  name: 'source.export',
  input: FindRows,
  permission: 'source.read',
  run: async (db, input, context) => {
    const { fileName } = await sourcePage.run(db, { source: input.source }, context)
    const rows: Row[] = []
    for (let from = 0; from < mostRows; from += atOnce) {
      const some = await listedRows(db, input, context, atOnce, from)
      rows.push(...some)
      if (some.length < atOnce) break
    }
    const filled = columns.filter(({ value }) => rows.some((row) => value(row) !== null))
    const pieces: Buffer[] = []
    for await (const piece of writeTable({ name: '比对名单', columns: filled, rows }))
      pieces.push(piece as Buffer)
    const name = `${bareName(fileName)}_${context.today}.xlsx`
    return { fileName: name, mediaType: spreadsheet, body: Buffer.concat(pieces) }
  },
})

export const sourceTemplate = defineDownload({
  name: 'source.template',
  input: z.object({ kind: z.enum(sourceKinds) }),
  permission: 'source.import',
  run: async (_db, { kind }, { actor }) => {
    if (!kindsOf(actor).includes(kind)) throw new NotFound()
    const form = sourceForms[kind]
    const body = await writeTemplate(form, {
      title: form.name.zh,
      notes: ['身份证号、户号按文本填写。', '其他单位自有格式的名单可直接导入，列名不同时在页面上指定。'],
    })
    return { fileName: `${form.name.zh}.xlsx`, mediaType: spreadsheet, body }
  },
})

/** The uploaded list back, its wrong cells coloured and each row told what is wrong and what to do. */
export const sourceMarked = defineDownload({
  name: 'source.marked',
  input: DryRunSource,
  permission: 'source.import',
  oneAtATime: true,
  run: async (db, input, context) => {
    const { workbook, reading } = await readUploadedSource(db, input, context)
    if (!workbook || !reading) throw new NotFound()
    const form = sourceForms[input.kind]
    const body = await markWorkbook(workbook, reading.problems, { form })
    return {
      fileName: `${bareName(input.fileName ?? form.name.zh)}（已标注）.xlsx`,
      mediaType: spreadsheet,
      body,
    }
  },
})

const bareName = (fileName: string): string => fileName.replace(/\.(?:xlsx|xls|et|csv|tsv|txt)$/i, '')
