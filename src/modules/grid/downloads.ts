import { z } from 'zod'
import { defineDownload } from '../../kernel/act/define.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { type TableColumn, writeTable } from '../../kernel/sheets/write-table.ts'
import { writeTemplate } from '../../kernel/sheets/write-template.ts'
import { maskName } from '../../kernel/standards/mask.ts'
import type { Words } from '../../kernel/words/words.ts'
import { AnalysedHomes, FindVisits, ReadingHomes } from './model.ts'
import { findAnalysedHomes } from './queries/analysis.ts'
import { findVisits } from './queries/visits.ts'
import { sayReason } from './say-reason.ts'
import { visitWords } from './words/visits.ts'
import { findReadingHomes } from './queries/readings.ts'
import { readingsForm } from './readings-sheet.ts'
import { temperatureForm } from './temperature-sheet.ts'
import { analysisWords } from './words/analysis.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const readingsTemplate = defineDownload({
  name: 'readings.template',
  input: z.object({}),
  permission: 'readings.import',
  run: async () => ({
    fileName: '电表示数-模板.xlsx',
    mediaType: workbook,
    body: await writeTemplate(readingsForm, { title: '电表示数' }),
  }),
})

const temperatureTemplate = defineDownload({
  name: 'temperature.template',
  input: z.object({}),
  permission: 'temperature.import',
  run: async () => ({
    fileName: '日平均气温-模板.xlsx',
    mediaType: workbook,
    body: await writeTemplate(temperatureForm, { title: '日平均气温' }),
  }),
})

type Row = Awaited<ReturnType<typeof findReadingHomes>>['rows'][number]

const mostHomes = 1_000_000
const howRead = ['未抄', '估抄', '已抄'] as const

/**
 * Whose readings are still to be sent, for whoever sends them: accounts in full, since the grid company finds a meter by
 * nothing else, and no householder's name, since it does not need one.
 */
const readingsMissing = defineDownload({
  name: 'readings.missing',
  input: ReadingHomes,
  permission: 'readings.import',
  run: async (db, input, context) => {
    const { rows } = await findReadingHomes(db, context, input, { limit: mostHomes, offset: 0 })
    return {
      fileName: '待补示数户号.xlsx',
      mediaType: workbook,
      body: await bytesOf(
        writeTable({
          name: '待补示数',
          columns: [
            { label: '户号', kind: 'text', width: 18, value: (row: Row) => row.accountNumber },
            { label: '镇街', kind: 'text', width: 14, value: (row) => row.town },
            { label: '村居', kind: 'text', width: 16, value: (row) => row.village },
            { label: '已有示数', kind: 'number', width: 10, value: (row) => row.readings },
            { label: '首日', kind: 'text', width: 8, value: (row) => howRead[row.firstDay] },
            { label: '末日', kind: 'text', width: 8, value: (row) => howRead[row.lastDay] },
          ],
          rows,
        }),
      ),
    }
  },
})

type Analysed = Awaited<ReturnType<typeof findAnalysedHomes>>['rows'][number]

/** What an analysis says of homes, as the list shows it. */
const analysedExport = defineDownload({
  name: 'season.homes-export',
  input: AnalysedHomes,
  permission: 'statement.read',
  run: async (db, input, context) => {
    const { rows } = await findAnalysedHomes(db, context, input, { limit: mostHomes, offset: 0 })
    const said = (keys: readonly string[]) => keys.map((key) => allWords[key]?.zh ?? key).join('；')
    return {
      fileName: '取暖季用电分析.xlsx',
      mediaType: workbook,
      body: await bytesOf(
        writeTable({
          name: '用电分析',
          columns: [
            { label: '镇街', kind: 'text', width: 14, value: (row: Analysed) => row.town },
            { label: '村居', kind: 'text', width: 16, value: (row) => row.village },
            { label: '序号', kind: 'number', width: 8, value: (row) => row.sequence },
            { label: '户主', kind: 'text', value: (row) => maskName(row.householder) },
            { label: '电量(千瓦时)', kind: 'number', value: (row) => row.centiKwh / 100 },
            { label: '至少', kind: 'number', value: (row) => row.lowerCentiKwh / 100 },
            { label: '至多', kind: 'number', value: (row) => row.upperCentiKwh / 100 },
            { label: '推算占比(%)', kind: 'number', value: (row) => Math.round(row.allocated * 1000) / 10 },
            {
              label: '标记',
              kind: 'text',
              width: 30,
              value: (row) => said(row.flags.map((flag) => `season.flag.${flag}`)),
            },
            {
              label: '未采用原因',
              kind: 'text',
              width: 30,
              value: (row) => said(row.leftOut.map((reason) => `season.left-out.${reason}`)),
            },
            { label: '已计入', kind: 'text', width: 8, value: (row) => (row.taken ? '是' : '') },
          ],
          rows,
        }),
      ),
    }
  },
})

type Visit = Awaited<ReturnType<typeof findVisits>>['rows'][number]

/** The list as whoever asks for it may see it: scores only for those who plan visits. */
const visitsExport = defineDownload({
  name: 'visits.export',
  input: FindVisits,
  permission: 'visits.read',
  run: async (db, input, context) => {
    const { rows } = await findVisits(db, context, input, { limit: mostHomes, offset: 0 })
    const scored: TableColumn<Visit>[] = [
      {
        label: '入选方式',
        kind: 'text',
        value: ({ suspicion }) => suspicion && visitWords[`visits.way.${suspicion.way}`].zh,
      },
      {
        label: '烧煤可能性(%)',
        kind: 'number',
        value: ({ suspicion }) => suspicion && Math.round(suspicion.probability * 100),
      },
      {
        label: '多半在(%)',
        kind: 'text',
        value: ({ suspicion }) =>
          suspicion && `${Math.round(suspicion.low * 100)}–${Math.round(suspicion.high * 100)}`,
      },
      {
        label: '依据',
        kind: 'text',
        width: 60,
        value: ({ suspicion }) => suspicion?.reasons.map((reason) => sayReason(reason).zh).join('；'),
      },
    ]
    return {
      fileName: '入户查看名单.xlsx',
      mediaType: workbook,
      body: await bytesOf(
        writeTable({
          name: '入户查看',
          columns: [
            { label: '镇街', kind: 'text', width: 14, value: (row: Visit) => row.townName },
            { label: '村居', kind: 'text', width: 16, value: (row) => row.villageName },
            { label: '序号', kind: 'number', width: 8, value: (row) => row.sequence },
            { label: '户主', kind: 'text', value: (row) => row.householder },
            { label: '抽取日期', kind: 'day', width: 12, value: (row) => row.drawnOn },
            ...(rows.some(({ suspicion }) => suspicion) ? scored : []),
            {
              label: '看到的情况',
              kind: 'text',
              width: 20,
              value: (row) => row.found && visitWords[`choice.found.${row.found}`].zh,
            },
            { label: '入户日期', kind: 'day', width: 12, value: (row) => row.visitedOn },
            { label: '备注', kind: 'text', width: 40, value: (row) => row.note },
          ],
          rows,
        }),
      ),
    }
  },
})

const allWords: Words = analysisWords

export const downloads = [
  readingsTemplate,
  temperatureTemplate,
  readingsMissing,
  analysedExport,
  visitsExport,
] as const
