import { defineDownload } from '../../../kernel/act/define.ts'
import { isEmpty } from '../../../kernel/identity/authority.ts'
import { type TableColumn, writeTable } from '../../../kernel/sheets/write-table.ts'
import { ListHomes } from '../model/register.ts'
import { homesOrder, homesWhere } from '../queries/home-filter.ts'
import { type ListedHome, listedHomes } from '../queries/home-list.ts'
import { fieldWords } from '../words/fields.ts'
import { registerWords } from '../words/register.ts'

const mostRows = 600_000
const atOnce = 5_000

/** The register as it is filtered and sorted on the screen, whole, numbers that name a person masked. */
export const homeExport = defineDownload({
  name: 'home.export',
  input: ListHomes,
  permission: 'register.read',
  run: async (db, input, context) => {
    const where = await homesWhere(db, input, context)
    const order = homesOrder(input)
    const rules = Object.fromEntries(context.pack.rules.map(({ id, label }) => [id, label.zh]))
    async function* rows() {
      for (let from = 0; from < mostRows; from += atOnce) {
        const some = await listedHomes(db, context, where, order, atOnce, from)
        yield* some
        if (some.length < atOnce) return
      }
    }
    const pieces: Buffer[] = []
    const list = { name: '确户台账', columns: columns(rules, !isEmpty(context.scopeFor('selection.read'))) }
    for await (const piece of writeTable({ ...list, rows: rows() })) pieces.push(piece as Buffer)
    return {
      fileName: `确户台账_${context.today}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: Buffer.concat(pieces),
    }
  },
})

const words: Record<string, { zh: string } | undefined> = { ...fieldWords, ...registerWords }
const word = (key: string): string => words[key]?.zh ?? key
const answers = { yes: '符合', no: '不符合', unknown: '待核' } as const

/** `byChoice`: with what a home was chosen by (§3.1.3d), for those who may read it. */
const columns = (rules: Record<string, string>, byChoice: boolean): TableColumn<ListedHome>[] => [
  { label: '镇街', kind: 'text', width: 14, value: (home) => home.townName },
  { label: '村居', kind: 'text', width: 16, value: (home) => home.villageName },
  { label: '序号', kind: 'number', width: 8, value: (home) => home.sequence },
  { label: '组', kind: 'text', width: 8, value: (home) => home.villageGroup },
  { label: '户主', kind: 'text', width: 12, value: (home) => home.householder },
  { label: '身份证号', kind: 'text', width: 22, value: (home) => home.idNumber },
  { label: '电话', kind: 'text', width: 15, value: (home) => home.telephone },
  { label: '房屋地址', kind: 'text', width: 28, value: (home) => home.address },
  { label: '用电户号', kind: 'text', width: 18, value: (home) => home.accountNumber },
  { label: '改造类别', kind: 'text', width: 14, value: (home) => word(`choice.line.${home.line}`) },
  { label: '计入任务', kind: 'text', width: 18, value: (home) => home.quantity?.label.zh },
  { label: '工程量', kind: 'number', width: 10, value: (home) => home.quantity?.amount },
  { label: '计量单位', kind: 'text', width: 10, value: (home) => home.quantity?.unitLabel.zh },
  { label: '设备规格', kind: 'text', width: 12, value: (home) => home.wantedEquipment },
  { label: '台数', kind: 'number', width: 8, value: (home) => home.wantedUnits },
  { label: '进度', kind: 'text', width: 12, value: (home) => word(`stage.${home.ended ?? home.stage}`) },
  ...(byChoice ? choiceColumns(rules) : []),
  { label: '中标单位', kind: 'text', width: 24, value: (home) => home.contractorName },
  { label: '申请日期', kind: 'day', width: 12, value: (home) => home.appliedOn },
  { label: '确户日期', kind: 'day', width: 12, value: (home) => home.confirmedOn },
]

const choiceColumns = (rules: Record<string, string>): TableColumn<ListedHome>[] => [
  { label: '甄别', kind: 'text', width: 10, value: (home) => answers[home.answer] },
  {
    label: '不符合的条件',
    kind: 'text',
    width: 40,
    value: (home) => home.failedRules.map((id) => rules[id] ?? id).join('、'),
  },
  {
    label: '待核的条件',
    kind: 'text',
    width: 40,
    value: (home) => home.unknownRules.map((id) => rules[id] ?? id).join('、'),
  },
  {
    label: '重复',
    kind: 'text',
    width: 18,
    value: (home) => home.duplicates.map((key) => word(`choice.duplicates.${key}`)).join('、'),
  },
]
