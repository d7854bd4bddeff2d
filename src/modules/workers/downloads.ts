import { z } from 'zod'
import { defineDownload } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import { ownUpload } from '../../kernel/evidence/own-upload.ts'
import { covers } from '../../kernel/identity/authority.ts'
import { markWorkbook } from '../../kernel/sheets/mark-workbook.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { writeTable } from '../../kernel/sheets/write-table.ts'
import { writeTemplate } from '../../kernel/sheets/write-template.ts'
import { matchWorkers } from './match-workers.ts'
import { Digest, FindWorkers, FirmMonth } from './model.ts'
import { firmOfWages, peopleOfMonth } from './queries/wages.ts'
import { listWorkers } from './queries/workers.ts'
import { workerWords } from './words/workers.ts'
import { wageForm } from './wage-sheet.ts'
import { readWorkerSheet, workerForm } from './worker-sheet.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const mostRows = 100_000

const workersTemplate = defineDownload({
  name: 'workers.template',
  input: z.object({}),
  permission: 'worker.manage',
  run: async () => ({
    fileName: '工人实名册-模板.xlsx',
    mediaType: spreadsheet,
    body: await writeTemplate(workerForm, { title: '工人实名册', notes: ['一人一行，按身份证填写。'] }),
  }),
})

/** The firm's own workbook back, with what is wrong in it. */
const workersMarked = defineDownload({
  name: 'workers.marked',
  input: z.object({ firm: z.uuid(), file: Digest }),
  permission: 'worker.manage',
  oneAtATime: true,
  run: async (db, { firm, file }, context) => {
    if (!covers(context.scope, { organisations: [firm] })) throw new NotFound()
    const bytes = await ownUpload(db, context, file)
    const book = await readWorkbook(bytes)
    if (isSheetProblem(book)) throw new NotFound()
    const { problems } = await matchWorkers(
      db,
      context.county,
      context.keys,
      firm,
      await readWorkerSheet(bytes, context.today),
    )
    return {
      fileName: '工人实名册-问题标注.xlsx',
      mediaType: spreadsheet,
      body: await markWorkbook(book, problems, { form: workerForm }),
    }
  },
})

/** The register as a list: numbers masked. */
const workerExport = defineDownload({
  name: 'worker.export',
  input: FindWorkers.omit({ page: true }),
  permission: 'worker.read',
  run: async (db, filter, context) => ({
    fileName: `工人实名册_${context.today}.xlsx`,
    mediaType: spreadsheet,
    body: await bytesOf(
      writeTable({
        name: '实名册',
        columns: [
          { label: '单位', kind: 'text', width: 24, value: (row) => row.firmName },
          { label: '姓名', kind: 'text', value: (row) => row.name },
          { label: '工种', kind: 'text', value: (row) => workerWords[`choice.trade.${row.trade}`].zh },
          { label: '身份证号', kind: 'text', width: 22, value: (row) => row.idNumber },
          { label: '联系电话', kind: 'text', width: 16, value: (row) => row.telephone },
          { label: '劳动合同签订日期', kind: 'day', width: 18, value: (row) => row.contractSignedOn },
          { label: '在场标段', kind: 'text', value: (row) => row.lots },
          { label: '最近考勤', kind: 'day', value: (row) => row.lastDay },
          { label: '离职日期', kind: 'day', value: (row) => row.leftOn },
        ],
        rows: await listWorkers(db, filter, context, mostRows, 0),
      }),
    ),
  }),
})

/** 工资发放表 of one firm and month. */
const wageExport = defineDownload({
  name: 'wage.export',
  input: FirmMonth,
  permission: 'wage.read',
  run: async (db, { firm, month }, context) => {
    const { firmName } = await firmOfWages(db, context, firm)
    return {
      fileName: `工资发放表_${firmName}_${month}.xlsx`,
      mediaType: spreadsheet,
      body: await bytesOf(
        writeTable({
          name: month,
          columns: [
            { label: '姓名', kind: 'text', value: (row) => row.name },
            { label: '工种', kind: 'text', value: (row) => workerWords[`choice.trade.${row.trade}`].zh },
            { label: '出勤天数', kind: 'number', value: (row) => row.days },
            { label: '发放金额(元)', kind: 'fen', width: 16, value: (row) => row.amountFen },
            { label: '发放日期', kind: 'day', value: (row) => row.paidOn },
          ],
          rows: await peopleOfMonth(db, context.county, firm, month),
        }),
      ),
    }
  },
})

/** 工资发放表 to fill in: whoever worked in the month and is not paid yet. */
const wageTemplate = defineDownload({
  name: 'wage.template',
  input: FirmMonth,
  permission: 'wage.prove',
  run: async (db, { firm, month }, context) => {
    if (!covers(context.scope, { organisations: [firm] })) throw new NotFound()
    const people = await peopleOfMonth(db, context.county, firm, month)
    return {
      fileName: `工资发放表-待填_${month}.xlsx`,
      mediaType: spreadsheet,
      body: await bytesOf(
        writeTable({
          name: month,
          columns: [
            { label: labelOf('name'), kind: 'text', value: (row) => row.name },
            { label: labelOf('idNumber'), kind: 'text', width: 22, value: () => null },
            { label: '出勤天数', kind: 'number', value: (row) => row.days },
            { label: labelOf('amount'), kind: 'number', width: 16, value: () => null },
          ],
          rows: people.filter(({ paidOn }) => paidOn === null),
        }),
      ),
    }
  },
})

const labelOf = (wanted: string) => wageForm.columns.find(({ field }) => field === wanted)?.label ?? ''

export const downloads = [workersTemplate, workersMarked, workerExport, wageExport, wageTemplate] as const
