import { defineDownload } from '../../../kernel/act/define.ts'
import { type TableColumn, writeTable } from '../../../kernel/sheets/write-table.ts'
import { ListPairs } from '../model.ts'
import { sameKeys } from '../rules/pair.ts'
import { type ListedPair, listedPairs, pairsWhere } from '../queries/pair-list.ts'
import { words } from '../words.ts'

const atOnce = 2_000
const mostRows = 200_000

/** The pairs as they are filtered on the screen, whole; no number that names a person. */
export const pairExport = defineDownload({
  name: 'pair.export',
  input: ListPairs,
  permission: 'selection.read',
  run: async (db, input, context) => {
    const where = pairsWhere(input, context)
    async function* rows() {
      for (let from = 0; from < mostRows; from += atOnce) {
        const some = await listedPairs(db, context, where, atOnce, from)
        yield* some
        if (some.length < atOnce) return
      }
    }
    const pieces: Buffer[] = []
    for await (const piece of writeTable({ name: '疑似重复', columns, rows: rows() }))
      pieces.push(piece as Buffer)
    return {
      fileName: `疑似重复_${context.today}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: Buffer.concat(pieces),
    }
  },
})

const said: Record<string, { zh: string } | undefined> = words
const word = (key: string): string => said[key]?.zh ?? key

const columns: TableColumn<ListedPair>[] = [
  { label: '疑似情形', kind: 'text', width: 14, value: (pair) => word(`choice.pair-case.${pair.case}`) },
  { label: '镇街', kind: 'text', width: 14, value: (pair) => pair.firstSide.townName },
  { label: '村居', kind: 'text', width: 16, value: (pair) => pair.firstSide.villageName },
  { label: '户主', kind: 'text', width: 12, value: (pair) => pair.firstSide.householder },
  { label: '另一方镇街', kind: 'text', width: 14, value: (pair) => pair.secondSide.townName },
  {
    label: '另一方村居',
    kind: 'text',
    width: 16,
    value: (pair) => pair.secondSide.villageName,
  },
  { label: '另一方户主', kind: 'text', width: 12, value: (pair) => pair.secondSide.householder },
  {
    label: '往年名册',
    kind: 'text',
    width: 14,
    value: ({ secondSide: { list } }) => (list ? String(list.year ?? list.asOf) : null),
  },
  { label: '同一人可能性', kind: 'text', width: 14, value: (pair) => percent(pair.person) },
  { label: '同一处住房可能性', kind: 'text', width: 18, value: (pair) => percent(pair.dwelling) },
  {
    label: '相同之处',
    kind: 'text',
    width: 24,
    value: (pair) =>
      sameKeys(pair)
        .map((key) => word(`pairs.exact.${key}`))
        .join('、'),
  },
  { label: '状态', kind: 'text', width: 10, value: (pair) => word(`choice.pair-state.${pair.state}`) },
  {
    label: '认定',
    kind: 'text',
    width: 30,
    value: (pair) => (pair.answer ? word(`choice.answer.${pair.answer}`) : null),
  },
  { label: '发现日期', kind: 'day', width: 12, value: (pair) => pair.foundOn },
  { label: '材料最晚', kind: 'day', width: 12, value: (pair) => pair.papersBy },
]

const percent = (probability: number): string => `${(probability * 100).toFixed(1)}%`
