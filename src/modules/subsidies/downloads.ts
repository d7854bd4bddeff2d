import { sql } from 'kysely'
import { z } from 'zod'
import { defineDownload } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import { inScope } from '../../kernel/identity/authority.ts'
import { markWorkbook } from '../../kernel/sheets/mark-workbook.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { writeTable } from '../../kernel/sheets/write-table.ts'
import { writeTemplate } from '../../kernel/sheets/write-template.ts'
import { maskAccount, maskName } from '../../kernel/standards/mask.ts'
import { statementStates, type UsageFormula } from './model.ts'
import { receiptForm } from './receipt-sheet.ts'
import { readUsageSheet, usageForm } from './usage-sheet.ts'
import { words } from './words.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const usageTemplate = defineDownload({
  name: 'usage.template',
  input: z.object({}),
  permission: 'usage.import',
  run: async () => ({
    fileName: '取暖季用电量-模板.xlsx',
    mediaType: workbook,
    body: await writeTemplate(usageForm, { title: '取暖季用电量明细表' }),
  }),
})

/** The grid company's own workbook back, with what is wrong in it. */
const usageMarked = defineDownload({
  name: 'usage.marked',
  input: z.object({ file: z.string().regex(/^[0-9a-f]{64}$/) }),
  permission: 'usage.import',
  run: async (db, { file }, { county, store, actor }) => {
    const own = await db
      .selectFrom('evidence_file')
      .select('digest')
      .where('county', '=', county)
      .where('digest', '=', Buffer.from(file, 'hex'))
      .where('uploaded_by', '=', actor.id)
      .executeTakeFirst()
    if (!own) throw new NotFound()
    const bytes = await store.read(file)
    const [book, reading] = [await readWorkbook(bytes), await readUsageSheet(bytes)]
    if (isSheetProblem(book)) throw new NotFound()
    return {
      fileName: '取暖季用电量-问题标注.xlsx',
      mediaType: workbook,
      body: await markWorkbook(book, reading.problems, { form: usageForm }),
    }
  },
})

/** The list to pay by: what was frozen, whole accounts included, for whoever tops them up. */
const batchFile = defineDownload({
  name: 'batch.file',
  input: z.object({ batch: z.uuid() }),
  permission: 'batch.freeze',
  run: async (db, { batch: id }, { county }) => {
    const batch = await db
      .selectFrom('payment_batch')
      .select(['number', 'lines_digest'])
      .where('county', '=', county)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!batch) throw new NotFound()
    const rows = await db
      .selectFrom('payment')
      .select(['reference', 'account_number', 'payee', 'amount_fen'])
      .where('county', '=', county)
      .where('batch', '=', id)
      .orderBy('reference')
      .execute()
    return {
      fileName: `发放清单-${batch.number}.xlsx`,
      mediaType: workbook,
      body: await bytesOf(
        writeTable({
          name: '发放清单',
          columns: [
            { label: '支付编号', kind: 'text', width: 18, value: (row) => row.reference },
            { label: '户号', kind: 'text', width: 18, value: (row) => row.account_number },
            { label: '户名', kind: 'text', value: (row) => row.payee },
            { label: '金额(元)', kind: 'fen', value: (row) => row.amount_fen },
            { label: '结果', kind: 'text', value: () => '' },
            { label: '失败原因', kind: 'text', width: 24, value: () => '' },
          ],
          rows,
        }),
      ),
    }
  },
})

const receiptTemplate = defineDownload({
  name: 'receipt.template',
  input: z.object({}),
  permission: 'receipt.import',
  run: async () => ({
    fileName: '发放回执-模板.xlsx',
    mediaType: workbook,
    body: await writeTemplate(receiptForm, { title: '发放回执' }),
  }),
})

/** The 发放明细 of a season, as the field's sheet has it; names and accounts masked. */
const statementExport = defineDownload({
  name: 'statement.export',
  input: z.object({
    season: z.uuid(),
    town: z.string().length(12).optional(),
    state: z.enum(statementStates).optional(),
  }),
  permission: 'statement.read',
  run: async (db, { season, town, state }, { county, scope }) => {
    let of = db
      .selectFrom('statement')
      .innerJoin('home', (join) =>
        join.onRef('home.county', '=', 'statement.county').onRef('home.id', '=', 'statement.home'),
      )
      .innerJoin('area', (join) =>
        join.onRef('area.county', '=', 'statement.county').onRef('area.code', '=', 'statement.village'),
      )
      .innerJoin('usage_reading', (join) =>
        join
          .onRef('usage_reading.county', '=', 'statement.county')
          .onRef('usage_reading.season', '=', 'statement.season')
          .onRef('usage_reading.home', '=', 'statement.home'),
      )
      .where('statement.county', '=', county)
      .where('statement.season', '=', season)
      .where(inScope(scope, { town: sql.ref('statement.town'), village: sql.ref('statement.village') }))
    if (town) of = of.where('statement.town', '=', town)
    if (state) of = of.where('statement.state', '=', state)
    const rows = await of
      .select([
        'area.name as village',
        'home.sequence',
        'home.householder',
        'statement.account_number',
        'usage_reading.start_centi_kwh',
        'usage_reading.end_centi_kwh',
        'statement.used_centi_kwh',
        'statement.amount_fen',
        'statement.formula',
        'statement.state',
      ])
      .orderBy('statement.village')
      .orderBy('home.sequence')
      .execute()
    const formula = (row: (typeof rows)[number]) => row.formula as UsageFormula
    return {
      fileName: '运行补贴发放明细.xlsx',
      mediaType: workbook,
      body: await bytesOf(
        writeTable({
          name: '发放明细',
          columns: [
            { label: '村', kind: 'text', value: (row) => row.village },
            { label: '序号', kind: 'number', value: (row) => row.sequence },
            { label: '户主', kind: 'text', value: (row) => maskName(row.householder) },
            { label: '户号', kind: 'text', width: 18, value: (row) => maskAccount(row.account_number) },
            { label: '起始示数', kind: 'number', value: (row) => row.start_centi_kwh / 100 },
            { label: '截止示数', kind: 'number', value: (row) => row.end_centi_kwh / 100 },
            { label: '电量(千瓦时)', kind: 'number', value: (row) => row.used_centi_kwh / 100 },
            { label: '计补电量(千瓦时)', kind: 'number', value: (row) => formula(row).countedCentiKwh / 100 },
            { label: '单价(元,假定)', kind: 'fen', value: (row) => formula(row).rateFenPerKwh },
            { label: '应补(元)', kind: 'fen', value: (row) => row.amount_fen },
            { label: '状态', kind: 'text', value: (row) => words[`statement-state.${row.state}`].zh },
          ],
          rows,
        }),
      ),
    }
  },
})

export const downloads = [usageTemplate, usageMarked, batchFile, receiptTemplate, statementExport] as const
