import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import './change.css'

const columns: Column<RowOf<'change.waiting'>>[] = [
  { key: 'householder', title: 'waiting.householder' },
  { key: 'place', title: 'waiting.place', align: 'right' },
  { key: 'village', title: 'change.village', render: (row) => `${row.townName} ${row.villageName}` },
  { key: 'appliedOn', title: 'waiting.applied-on', render: (row) => <DayText day={row.appliedOn} /> },
  { key: 'sequence', title: 'change.sequence', align: 'right' },
  { key: 'line', title: 'waiting.line', wide: true, render: (row) => <LineOf line={row.line} /> },
  {
    key: 'areaKind',
    title: 'waiting.kind',
    render: (row) => <KindOf areaKind={row.areaKind} />,
  },
  { key: 'asked', title: 'waiting.asked', render: (row) => <Asked row={row} /> },
]

function LineOf({ line }: { line: string }) {
  const { t } = useWords()
  return t(`choice.line.${line}`)
}

function KindOf({ areaKind }: { areaKind: string }) {
  const { t } = useWords()
  return t(`choice.areaKind.${areaKind}`)
}

function Asked({ row }: { row: RowOf<'change.waiting'> }) {
  const { t } = useWords()
  if (row.asked) return t('waiting.asked.yes', { number: row.asked.number })
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
      <Panel title={t('waiting.lists')}>
        <Lists />
      </Panel>
      <Panel title={t('waiting.order')}>
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

/** Whose lists the policy makes them, and where places are free. */
function Lists() {
  const { t } = useWords()
  const [texts] = useSearchTexts()
  const town = /^\d{12}$/.test(texts.town ?? '') ? texts.town : undefined
  const answer = useAnswer('change.places', town ? { town } : {})
  return (
    <Answered answer={answer}>
      {({ list, rows }) => (
        <>
          <p className="waiting-list">{t(`waiting.list.${list}`)}</p>
          {rows.length === 0 ? (
            <Empty>{t('waiting.lists.none')}</Empty>
          ) : (
            <RowTable
              rows={rows}
              rowKey={({ area, line, areaKind }) => `${area} ${line} ${areaKind}`}
              columns={[
                { key: 'areaName', title: `waiting.list-of.${list}` },
                { key: 'line', title: 'waiting.line', render: (row) => t(`choice.line.${row.line}`) },
                {
                  key: 'areaKind',
                  title: 'waiting.kind',
                  render: (row) => t(`choice.areaKind.${row.areaKind}`),
                },
                {
                  key: 'waiting',
                  title: 'waiting.homes',
                  align: 'right',
                  render: (row) => <Count of={row.waiting} />,
                },
                {
                  key: 'places',
                  title: 'waiting.places',
                  align: 'right',
                  render: (row) => <Count of={row.places} />,
                },
              ]}
            />
          )}
        </>
      )}
    </Answered>
  )
}
