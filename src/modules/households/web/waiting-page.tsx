import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'

const columns: Column<RowOf<'change.waiting'>>[] = [
  { key: 'householder', title: 'waiting.householder' },
  { key: 'place', title: 'waiting.place', align: 'right' },
  { key: 'village', title: 'change.village', render: (row) => `${row.townName} ${row.villageName}` },
  { key: 'appliedOn', title: 'waiting.applied-on', render: (row) => <DayText day={row.appliedOn} /> },
  { key: 'sequence', title: 'change.sequence', align: 'right' },
  { key: 'line', title: 'waiting.line', wide: true, render: (row) => <LineOf line={row.line} /> },
  { key: 'asked', title: 'waiting.asked', render: (row) => <Asked row={row} /> },
]

function LineOf({ line }: { line: string }) {
  const { t } = useWords()
  return t(`choice.line.${line}`)
}

function Asked({ row }: { row: RowOf<'change.waiting'> }) {
  const { t } = useWords()
  if (row.asked) return t('waiting.asked.yes')
  return row.turn && t('waiting.turn')
}

/** Who would come in next, and why in this order (§A.2). */
export function WaitingPage() {
  const { t } = useWords()
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  return (
    <PageFrame
      title={t('waiting.title')}
      lead={t('waiting.lead')}
      back={{ to: '/changes', label: t('changes.title') }}
    >
      <Panel>
        <AnswerTable
          name="change.waiting"
          columns={columns}
          rowKey={({ id }) => id}
          open={({ id }) => `/homes/${id}`}
          filters={[
            {
              key: 'town',
              kind: 'choice',
              label: 'change.town',
              options: towns.map(({ code, name }) => ({ value: code, label: name })),
            },
            {
              key: 'turn',
              kind: 'choice',
              label: 'waiting.asked',
              options: [{ value: 'yes', label: t('waiting.turn') }],
            },
          ]}
          empty={<Empty>{t('waiting.none')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}
