import { defineDownload } from '../../kernel/act/define.ts'
import { type TableColumn, writeTable } from '../../kernel/sheets/write-table.ts'
import { registerWords } from '../households/words/register.ts'
import { TriedHomes } from './model.ts'
import { triedHomes } from './queries/homes.ts'
import { differencesOn, type RuleDifference } from './rules/differences.ts'
import { sayDifference } from './words/say-difference.ts'
import { tryDraft } from './trial.ts'

const atOnce = 5_000

type Row = Awaited<ReturnType<typeof triedHomes>>['rows'][number]

/** The homes of a figure, all of them, each with what turned its answer. */
export const trialExport = defineDownload({
  name: 'trial.export',
  input: TriedHomes,
  permission: 'policy.draft',
  run: async (db, input, context) => {
    const trial = await tryDraft(db, context, input)
    const { before, after, day } = trial
    const differences = trial.lines.flatMap(({ group }) => differencesOn(before, after, group, day))
    async function* rows() {
      for (let page = 0; ; page++) {
        const some = await triedHomes(db, context, { ...input, page, pageSize: atOnce }, trial)
        yield* some.rows
        if (some.rows.length < atOnce) return
      }
    }
    const pieces: Buffer[] = []
    for await (const piece of writeTable({ name: '试行结果', columns: columns(differences), rows: rows() }))
      pieces.push(piece as Buffer)
    return {
      fileName: `政策试行_${day}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: Buffer.concat(pieces),
    }
  },
})

const answers = { yes: '符合', no: '不符合', unknown: '待核' } as const
const words: Record<string, { zh: string } | undefined> = registerWords

const columns = (differences: readonly RuleDifference[]): TableColumn<Row>[] => [
  { label: '镇街', kind: 'text', width: 14, value: (home) => home.townName },
  { label: '村居', kind: 'text', width: 16, value: (home) => home.villageName },
  { label: '序号', kind: 'number', width: 8, value: (home) => home.sequence },
  { label: '户主', kind: 'text', width: 12, value: (home) => home.householder },
  { label: '进度', kind: 'text', width: 12, value: (home) => words[`stage.${home.stage}`]?.zh ?? home.stage },
  { label: '确户日期', kind: 'day', width: 12, value: (home) => home.confirmedOn },
  { label: '现行结果', kind: 'text', width: 10, value: (home) => answers[home.before] },
  { label: '试行结果', kind: 'text', width: 10, value: (home) => answers[home.after] },
  {
    label: '变化的规则及原因',
    kind: 'text',
    width: 60,
    value: (home) =>
      home.rules
        .map(({ rule, label, before, after }) => {
          const found = differences.find((one) => one.rule === rule)
          const why = found ? `（${sayDifference(found, 'zh')}）` : ''
          return `${label.zh}：${answers[before]}${before === after ? '' : `→${answers[after]}`}${why}`
        })
        .join('；'),
  },
]
