import { z } from 'zod'
import { defineDownload } from '../../kernel/act/define.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { writeTable } from '../../kernel/sheets/write-table.ts'
import { writeTemplate } from '../../kernel/sheets/write-template.ts'
import { maskName } from '../../kernel/standards/mask.ts'
import type { Words } from '../../kernel/words/words.ts'
import { AnalysedHomes, ReadingHomes } from './model.ts'
import { findAnalysedHomes } from './queries/analysis.ts'
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

const allWords: Words = analysisWords

export const downloads = [readingsTemplate, temperatureTemplate, readingsMissing, analysedExport] as const
