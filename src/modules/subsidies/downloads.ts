import { lackingWords, reckoningLine } from '../../kernel/pack/say-reckoning.ts'
import { readUsageFormula } from './rules/earlier-formulas.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { defineDownload } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import { ownUpload } from '../../kernel/evidence/own-upload.ts'
import { openedBy } from '../../kernel/act/opened-by.ts'
import { markWorkbook } from '../../kernel/sheets/mark-workbook.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { printedList, signingLine } from '../../kernel/sheets/printed-list.ts'
import { bytesOf, writeSheets } from '../../kernel/sheets/write-sheets.ts'
import { listWorkbook } from '../../kernel/sheets/list-workbook.ts'
import { writeTemplate } from '../../kernel/sheets/write-template.ts'
import { inCapitals } from '../../kernel/money/in-capitals.ts'
import { maskAccount, maskName } from '../../kernel/standards/mask.ts'
import {
  Digest,
  ExportBatch,
  StatementFilter,
  type StatementState,
  type EarlierUsageFormula,
  type UsageFormula,
} from './model.ts'
import { paymentList } from './payment-list.ts'
import { FindAdvances, listAdvances } from './queries/advances.ts'
import { FindOwed, listOwed } from './queries/ageing.ts'
import { batchHead } from './queries/batches.ts'
import { statementsWhere } from './queries/statements.ts'
import { matchReceipt } from './receipt-match.ts'
import { readReceiptSheet, receiptForm } from './receipt-sheet.ts'
import { matchUsage } from './usage-match.ts'
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
  input: z.object({ season: z.uuid(), file: Digest }),
  permission: 'usage.import',
  oneAtATime: true,
  run: async (db, { season, file }, context) => {
    const bytes = await ownUpload(db, context, file)
    const book = await readWorkbook(bytes)
    if (isSheetProblem(book)) throw new NotFound()
    const { problems } = await matchUsage(db, context.county, season, await readUsageSheet(bytes))
    return {
      fileName: '取暖季用电量-问题标注.xlsx',
      mediaType: workbook,
      body: await markWorkbook(book, problems, { form: usageForm }),
    }
  },
})

/** The payer's own workbook back, with what does not fit the batch. */
const receiptMarked = defineDownload({
  name: 'receipt.marked',
  input: z.object({ batch: z.uuid(), file: Digest }),
  permission: 'receipt.import',
  oneAtATime: true,
  run: async (db, { batch, file }, context) => {
    const bytes = await ownUpload(db, context, file)
    const book = await readWorkbook(bytes)
    if (isSheetProblem(book)) throw new NotFound()
    const { problems } = await matchReceipt(db, context.county, batch, await readReceiptSheet(bytes))
    return {
      fileName: '发放回执-问题标注.xlsx',
      mediaType: workbook,
      body: await markWorkbook(book, problems, { form: receiptForm }),
    }
  },
})

/** The list to pay by, whole accounts included, for whoever has just taken it out with `batch.export`. */
const batchFile = defineDownload({
  name: 'batch.file',
  input: z.object({ act: z.uuid() }),
  permission: 'batch.freeze',
  run: async (db, { act }, context) => {
    const { county } = context
    const { batch: id } = ExportBatch.parse(await openedBy(db, context, 'batch.export', act))
    const batch = await db
      .selectFrom('payment_batch')
      .select('number')
      .where('county', '=', county)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!batch) throw new NotFound()
    return {
      fileName: `发放清单-${batch.number}.xlsx`,
      mediaType: workbook,
      body: await paymentList(db, county, id),
    }
  },
})

/** 发放审批表: what a batch pays in each village, to be signed before its list leaves; the digest ties it to that list. */
const batchSheet = defineDownload({
  name: 'batch.sheet',
  input: z.object({ batch: z.uuid() }),
  permission: 'money.read',
  run: async (db, { batch: id }, { county }) => {
    const batch = await batchHead(db, county, id)
    const { rows } = await sql<{ town: string; village: string; homes: number; amountFen: number }>`
      select t.name as town, v.name as village, count(*)::int as homes, sum(p.amount_fen)::bigint as "amountFen"
        from payment p
        join statement s on s.county = ${county} and s.id = p.statement
        join area v on v.county = ${county} and v.code = s.village
        join area t on t.county = ${county} and t.code = s.town
       where p.county = ${county} and p.batch = ${id}
       group by t.code, t.name, v.code, v.name
       order by t.code, v.code`.execute(db)
    return {
      fileName: `发放审批表-${batch.number}.xlsx`,
      mediaType: workbook,
      body: await bytesOf(
        writeSheets([
          printedList<(typeof rows)[number]>({
            name: `第${batch.number}批`,
            title: `运行补贴发放审批表（第 ${batch.number} 批）`,
            told: [
              `取暖季：${batch.seasonName}　资金：${batch.fundName}`,
              `锁定：${batch.frozenBy ?? ''} ${batch.frozenOn}　单位：元`,
            ],
            columns: [
              { label: '镇街', kind: 'text', width: 18, value: (row) => row.town },
              { label: '村居', kind: 'text', width: 22, value: (row) => row.village },
              { label: '户数', kind: 'number', width: 10, sums: true, value: (row) => row.homes },
              { label: '金额(元)', kind: 'fen', width: 18, sums: true, value: (row) => row.amountFen },
            ],
            rows,
            notes: [
              `合计（大写）：${inCapitals(batch.totalFen)}`,
              `发放清单内容指纹（SHA-256）：${batch.lines_digest.toString('hex')}`,
            ],
            signatures: ['制表', '复核', '住建局负责人', '财政负责人'].map((who) => `${who}：${signingLine}`),
          }),
        ]),
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
  input: StatementFilter,
  permission: 'statement.read',
  run: async (db, filter, { county, scope, pack, today }) => {
    const { rows: kept } = await sql<ExportRow>`
      select a.name as village, h.sequence, h.householder, s.account_number as account,
             r.start_centi_kwh as "start", r.end_centi_kwh as "end", s.used_centi_kwh as used,
             s.amount_fen as "amountFen", s.formula, s.state, h.ended, s.sent_back_reason as "sentBackReason",
             array(select e->>'rule' from jsonb_array_elements(s.decision->'rules') e
                    where e->>'answer' <> 'yes') as "failedRules"
        from statement s
        join home h on h.county = ${county} and h.id = s.home
        join area a on a.county = ${county} and a.code = s.village
        join usage_reading r on r.county = ${county} and r.season = s.season and r.home = s.home
       where s.county = ${county} and ${statementsWhere(filter, scope)}
       order by s.village, h.sequence`.execute(db)
    const season = await db
      .selectFrom('season')
      .select('name')
      .where('county', '=', county)
      .where('id', '=', filter.season)
      .executeTakeFirst()
    const of = filter.village ?? filter.town
    const place =
      of &&
      (await db
        .selectFrom('area')
        .select('name')
        .where('county', '=', county)
        .where('code', '=', of)
        .executeTakeFirst())
    const rows = kept.map((row) => ({ ...row, formula: readUsageFormula(row.formula, row.amountFen) }))
    const assumed = rows.some((row) => row.formula.parameters.some((used) => used.status === 'assumed'))
    const mark = assumed ? '，假定' : ''
    const labelOf = (rule: string) => pack.rules.find((each) => each.id === rule)?.label.zh ?? rule
    const heldBack = (row: (typeof rows)[number]): string => {
      if (row.state === 'revoked')
        return row.ended === 'revoked' ? '查实用煤，补贴已取消' : '该户已退出，不再发放'
      if (row.state !== 'blocked') return ''
      const reasons = [
        ...row.failedRules.map((rule) => `未满足：${labelOf(rule)}`),
        ...row.formula.lacking.map((what) => lackingWords[what].zh),
      ]
      if (row.sentBackReason) reasons.push(`已退回：${row.sentBackReason}`)
      return reasons.length > 0 ? reasons.join('；') : '本季没有可补电量'
    }
    return {
      fileName: `${place ? place.name : ''}运行补贴发放明细.xlsx`,
      mediaType: workbook,
      body: await bytesOf(
        writeSheets([
          printedList<(typeof rows)[number]>({
            name: '发放明细',
            title: `${place ? place.name : ''}运行补贴发放明细（${season?.name ?? ''}）`,
            told: [`制表日期：${today}　共 ${rows.length} 户`],
            signatures: ['制表', '镇街审核', '住建局审核', '负责人'].map((who) => `${who}：${signingLine}`),
            columns: [
              { label: '村', kind: 'text', value: (row) => row.village },
              { label: '序号', kind: 'number', value: (row) => row.sequence },
              { label: '户主', kind: 'text', value: (row) => maskName(row.householder) },
              { label: '户号', kind: 'text', width: 18, value: (row) => maskAccount(row.account) },
              { label: '起始示数', kind: 'number', value: (row) => row.start && row.start / 100 },
              { label: '截止示数', kind: 'number', value: (row) => row.end && row.end / 100 },
              { label: '电量(千瓦时)', kind: 'number', sums: true, value: (row) => row.used / 100 },
              {
                label: `计补电量(千瓦时${mark})`,
                kind: 'number',
                width: 18,
                value: ({ formula }) => countedKwh(formula),
              },
              {
                label: `单价(元/千瓦时${mark})`,
                kind: 'number',
                width: 18,
                value: ({ formula }) => onlyRate(formula),
              },
              { label: '应补(元)', kind: 'fen', width: 14, sums: true, value: (row) => row.amountFen },
              { label: '实补(元)', kind: 'fen', width: 14, sums: true, value: paidFen },
              { label: '状态', kind: 'text', value: (row) => words[`statement-state.${row.state}`].zh },
              { label: '暂不发放原因', kind: 'text', width: 30, value: heldBack },
              {
                label: '电量来源',
                kind: 'text',
                width: 20,
                value: ({ formula }) =>
                  formula.analysed ? `逐日示数第 ${formula.analysed.number} 次分析` : '首末示数',
              },
              {
                label: '计算过程',
                kind: 'text',
                width: 40,
                value: ({ formula }) => reckoningLine(formula).zh,
              },
            ],
            rows,
            notes: [
              `实补合计（大写）：${inCapitals(rows.reduce((sum, row) => sum + paidFen(row), 0))}`,
              '应补为按电量算出的金额；暂不发放、已取消的不计入实补。',
            ],
          }),
        ]),
      ),
    }
  },
})

/** What is held back or revoked stands in the list, and is not paid by it. */
const paidFen = ({ state, amountFen }: { state: StatementState; amountFen: number }): number =>
  state === 'blocked' || state === 'revoked' ? 0 : amountFen

interface ExportRow {
  village: string
  sequence: number
  householder: string
  account: string
  start: number | null
  end: number | null
  used: number
  amountFen: number
  formula: UsageFormula | EarlierUsageFormula
  ended: string | null
  state: StatementState
  sentBackReason: string | null
  failedRules: string[]
}

const ofKwh = ({ parts }: UsageFormula) => parts.filter(({ of }) => of === 'kWh' || of === 'valley-kWh')

/** Null where nothing is paid by the kWh. */
function countedKwh(formula: UsageFormula): number | null {
  const parts = ofKwh(formula)
  return parts.length === 0 ? null : Math.max(...parts.map(({ countedCenti }) => countedCenti)) / 100
}

/** Of several rates the working says them all. */
function onlyRate(formula: UsageFormula): number | null {
  const [rate, ...others] = ofKwh(formula).flatMap(({ products }) => products)
  return rate && others.length === 0 ? rate.rate / 100 : null
}

/** The homes of a figure of the ageing, all of them. */
const owedExport = defineDownload({
  name: 'owed.export',
  input: FindOwed,
  permission: 'money.read',
  run: async (db, asked, context) =>
    listWorkbook(
      '应付未付名单',
      context.today,
      [
        { label: '镇街', kind: 'text', value: (row) => row.townName },
        { label: '村居', kind: 'text', value: (row) => row.villageName },
        { label: '序号', kind: 'number', value: (row) => row.sequence },
        { label: '户主', kind: 'text', value: (row) => row.householder },
        { label: '补贴', kind: 'text', value: (row) => words[`recovery-kind.${row.kind}`].zh },
        { label: '待办环节', kind: 'text', value: (row) => words[`owed-step.${row.step}`].zh },
        { label: '责任方', kind: 'text', value: (row) => words[`owed-by.${row.step}`].zh },
        { label: '取暖季', kind: 'text', value: (row) => row.seasonName },
        { label: '结算号', kind: 'number', value: (row) => row.claimNumber },
        { label: '起算日', kind: 'day', value: (row) => row.since },
        { label: '已等天数', kind: 'number', value: (row) => row.days },
        { label: '金额', kind: 'fen', value: (row) => row.amountFen },
      ],
      await listOwed(db, context, asked),
    ),
})

const advanceExport = defineDownload({
  name: 'advance.export',
  input: FindAdvances,
  permission: 'claim.read',
  run: async (db, asked, context) =>
    listWorkbook(
      '垫资户名单',
      context.today,
      [
        { label: '施工单位', kind: 'text', width: 28, value: (row) => row.contractorName },
        { label: '镇街', kind: 'text', value: (row) => row.townName },
        { label: '村居', kind: 'text', value: (row) => row.villageName },
        { label: '序号', kind: 'number', value: (row) => row.sequence },
        { label: '户主', kind: 'text', value: (row) => row.householder },
        { label: '结算环节', kind: 'text', value: (row) => words[`advance-step.${row.step}`].zh },
        { label: '结算号', kind: 'number', value: (row) => row.claimNumber },
        { label: '验收日期', kind: 'day', value: (row) => row.since },
        { label: '垫资天数', kind: 'number', value: (row) => row.days },
        { label: '补贴金额', kind: 'fen', value: (row) => row.amountFen },
      ],
      await listAdvances(db, context, asked),
    ),
})

export const downloads = [
  usageTemplate,
  usageMarked,
  batchFile,
  batchSheet,
  receiptTemplate,
  receiptMarked,
  statementExport,
  owedExport,
  advanceExport,
] as const
