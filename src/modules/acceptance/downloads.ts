import { defineDownload } from '../../kernel/act/define.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { writeTable } from '../../kernel/sheets/write-table.ts'
import { FindFindings, type FindingSource } from './model.ts'
import { findingsThat, listFindings } from './queries/findings.ts'
import { findingWords } from './words/findings.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const mostRows = 100_000

const sourceZh = (source: FindingSource): string => findingWords[`findings.source.${source}`].zh

/** 整改台账 as a workbook, of what the page shows. */
const findingExport = defineDownload({
  name: 'finding.export',
  input: FindFindings.omit({ page: true }),
  permission: 'register.read',
  run: async (db, wanted, context) => ({
    fileName: `整改台账_${context.today}.xlsx`,
    mediaType: spreadsheet,
    body: await bytesOf(
      writeTable({
        name: '整改台账',
        columns: [
          { label: '镇街', kind: 'text', value: (row) => row.townName },
          { label: '村居', kind: 'text', value: (row) => row.villageName },
          { label: '序号', kind: 'number', value: (row) => row.sequence },
          { label: '户主', kind: 'text', value: (row) => row.householder },
          { label: '地址', kind: 'text', width: 24, value: (row) => row.address },
          { label: '发现方', kind: 'text', value: (row) => sourceZh(row.source) },
          {
            label: '问题',
            kind: 'text',
            width: 36,
            value: ({ kind, about, item }) =>
              kind === 'item'
                ? `“${item?.zh ?? about}”不合格`
                : findingWords[`finding.${kind}`].zh.replace('{{of}}', about),
          },
          { label: '发现日期', kind: 'day', value: (row) => row.foundOn },
          { label: '发现次数', kind: 'number', value: (row) => row.times },
          { label: '整改期限', kind: 'day', value: (row) => row.dueOn },
          {
            label: '状态',
            kind: 'text',
            value: (row) => findingWords[`findings.state.${row.state}`].zh,
          },
          { label: '整改日期', kind: 'day', value: (row) => row.fixedOn },
          { label: '整改情况', kind: 'text', width: 36, value: (row) => row.fixedNote },
          { label: '复查销号日期', kind: 'day', width: 14, value: (row) => row.closedOn },
          { label: '中标单位', kind: 'text', width: 24, value: (row) => row.contractorName },
          { label: '监理单位', kind: 'text', width: 24, value: (row) => row.supervisorName },
        ],
        rows: await listFindings(db, context, findingsThat(wanted), mostRows, 0),
      }),
    ),
  }),
})

export const downloads = [findingExport] as const
