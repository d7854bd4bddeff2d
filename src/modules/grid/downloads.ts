import { z } from 'zod'
import { defineDownload } from '../../kernel/act/define.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { writeTable } from '../../kernel/sheets/write-table.ts'
import { writeTemplate } from '../../kernel/sheets/write-template.ts'
import { ReadingHomes } from './model.ts'
import { findReadingHomes } from './queries/readings.ts'
import { readingsForm } from './readings-sheet.ts'
import { temperatureForm } from './temperature-sheet.ts'

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

export const downloads = [readingsTemplate, temperatureTemplate, readingsMissing] as const
