import { defineDownload } from '../../kernel/act/define.ts'
import { listWorkbook } from '../../kernel/sheets/list-workbook.ts'
import { ExportPremises } from './model.ts'
import { foundPremises } from './queries/find.ts'
import { words } from './words.ts'

const mostRows = 100_000

/** The list as it is filtered, whole. */
export const premisesExport = defineDownload({
  name: 'premises.export',
  input: ExportPremises,
  permission: 'premises.read',
  run: async (db, filter, context) =>
    listWorkbook(
      '公共场所',
      context.today,
      [
        { label: '镇街', kind: 'text', value: (row) => row.townName },
        { label: '村居', kind: 'text', value: (row) => row.villageName },
        { label: '名称', kind: 'text', width: 28, value: (row) => row.name },
        { label: '类别', kind: 'text', value: (row) => words[`choice.premisesKind.${row.kind}`].zh },
        { label: '地址', kind: 'text', width: 28, value: (row) => row.address },
        { label: '取暖面积（m²）', kind: 'number', value: (row) => row.areaM2 },
        { label: '进度', kind: 'text', value: (row) => words[`premises.stage.${row.stage}`].zh },
        { label: '标段', kind: 'text', width: 24, value: (row) => row.lotName },
        { label: '施工单位', kind: 'text', width: 24, value: (row) => row.contractorName },
        { label: '监理单位', kind: 'text', width: 24, value: (row) => row.supervisorName },
        { label: '列入日期', kind: 'day', value: (row) => row.listedOn },
        { label: '验收日期', kind: 'day', value: (row) => row.acceptedOn },
      ],
      await foundPremises(db, context, filter, mostRows, 0),
    ),
})
