import { z } from 'zod'
import { defineDownload } from '../../kernel/act/define.ts'
import { listWorkbook, workbookType } from '../../kernel/sheets/list-workbook.ts'
import { writeTemplate } from '../../kernel/sheets/write-template.ts'
import { maskName } from '../../kernel/standards/mask.ts'
import { FindReceipts, listReceipts } from './queries/receipts.ts'
import { FindHomes, FindVillages, homeLines, villageLines } from './queries/standing.ts'
import { receiptForm } from './receipt-sheet.ts'
import { words } from './words.ts'

const receiptTemplate = defineDownload({
  name: 'contribution.template',
  input: z.object({}),
  permission: 'contribution.collect',
  run: async () => ({
    fileName: '自筹款收据-模板.xlsx',
    mediaType: workbookType,
    body: await writeTemplate(receiptForm, { title: '自筹款收据明细' }),
  }),
})

/** The villages' figures of a day, with the sum below. */
const villagesExport = defineDownload({
  name: 'contribution.villages-export',
  input: FindVillages,
  permission: 'contribution.read',
  run: async (db, asked, context) => {
    const lines = await villageLines(db, context, asked)
    const figures = [
      'homes',
      'dueFen',
      'receivedFen',
      'openFen',
      'bankedFen',
      'waitingFen',
      'differenceFen',
      'receivedOnDayFen',
    ] as const
    const sums = Object.fromEntries(
      figures.map((key) => [key, lines.reduce((sum, line) => sum + line[key], 0)]),
    ) as Record<(typeof figures)[number], number>
    return listWorkbook(
      '自筹款收缴差额',
      asked.on ?? context.today,
      [
        { label: '镇街', kind: 'text', value: (line) => line.townName },
        { label: '村居', kind: 'text', value: (line) => line.villageName },
        { label: '户数', kind: 'number', value: (line) => line.homes },
        { label: '应收(元)', kind: 'fen', width: 16, value: (line) => line.dueFen },
        { label: '已收(元)', kind: 'fen', width: 16, value: (line) => line.receivedFen },
        { label: '未收(元)', kind: 'fen', width: 16, value: (line) => line.openFen },
        { label: '已入账(元)', kind: 'fen', width: 16, value: (line) => line.bankedFen },
        { label: '缴存待核(元)', kind: 'fen', width: 16, value: (line) => line.waitingFen },
        { label: '差额(元)', kind: 'fen', width: 16, value: (line) => line.differenceFen },
        { label: '当日收款(元)', kind: 'fen', width: 16, value: (line) => line.receivedOnDayFen },
      ],
      [...lines, { townName: '合计', villageName: '', ...sums }],
    )
  },
})

const homesExport = defineDownload({
  name: 'contribution.homes-export',
  input: FindHomes,
  permission: 'contribution.read',
  run: async (db, asked, context) =>
    listWorkbook(
      '自筹款分户',
      context.today,
      [
        { label: '镇街', kind: 'text', value: (line) => line.townName },
        { label: '村居', kind: 'text', value: (line) => line.villageName },
        { label: '序号', kind: 'number', value: (line) => line.sequence },
        { label: '户主', kind: 'text', value: (line) => maskName(line.householder) },
        { label: '状态', kind: 'text', value: (line) => words[`contribution-standing.${line.standing}`].zh },
        { label: '应收(元)', kind: 'fen', width: 14, value: (line) => line.dueFen },
        { label: '已收(元)', kind: 'fen', width: 14, value: (line) => line.receivedFen },
        { label: '已入账(元)', kind: 'fen', width: 14, value: (line) => line.bankedFen },
        { label: '已转付(元)', kind: 'fen', width: 14, value: (line) => line.passedOnFen },
        { label: '已退还(元)', kind: 'fen', width: 14, value: (line) => line.refundedFen },
        { label: '中标单位', kind: 'text', width: 24, value: (line) => line.contractorName ?? '' },
      ],
      await homeLines(db, context, asked),
    ),
})

const receiptsExport = defineDownload({
  name: 'contribution.receipts-export',
  input: FindReceipts,
  permission: 'contribution.read',
  run: async (db, asked, context) =>
    listWorkbook(
      '自筹款收据',
      context.today,
      [
        { label: '收据号', kind: 'number', value: (line) => line.number },
        { label: '镇街', kind: 'text', value: (line) => line.townName },
        { label: '村居', kind: 'text', value: (line) => line.villageName },
        { label: '序号', kind: 'number', value: (line) => line.sequence },
        { label: '户主', kind: 'text', value: (line) => maskName(line.householder) },
        { label: '金额(元)', kind: 'fen', width: 14, value: (line) => line.amountFen },
        { label: '日期', kind: 'text', value: (line) => line.paidOn },
        { label: '方式', kind: 'text', value: (line) => words[`contribution-way.${line.way}`].zh },
        { label: '状态', kind: 'text', value: (line) => words[`receipt-state.${line.state}`].zh },
        { label: '缴存单号', kind: 'text', width: 20, value: (line) => line.slipNumber ?? '' },
        { label: '经手人', kind: 'text', value: (line) => line.collectedBy ?? '' },
      ],
      await listReceipts(db, context, asked),
    ),
})

export const downloads = [receiptTemplate, villagesExport, homesExport, receiptsExport] as const
