import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { actTitle } from '../../../web/kit/acts/act-words.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { heldStates } from '../model.ts'
import { HeldMark } from './held-mark.tsx'

const columns: Column<RowOf<'held.list'>>[] = [
  { key: 'what', title: 'held.what', render: (row) => <What kind={row.kind} /> },
  { key: 'subject', title: 'held.subject', render: (row) => row.subjectName },
  {
    key: 'place',
    title: 'held.place',
    render: ({ townName, areaName }) => `${townName ?? ''} ${areaName ?? ''}`,
  },
  {
    key: 'maker',
    title: 'held.maker',
    render: ({ makerName, organisationName }) => (
      <>
        {makerName} <span className="quiet">{organisationName}</span>
      </>
    ),
  },
  { key: 'happened', title: 'held.happened', render: (row) => <InstantText at={row.happenedAt} /> },
  { key: 'arrived', title: 'held.arrived', render: (row) => <InstantText at={row.arrivedAt} /> },
  { key: 'photos', title: 'held.photos', align: 'right', render: (row) => row.photos },
  { key: 'state', title: 'held.state', render: (row) => <HeldMark state={row.state} /> },
]

function What({ kind }: { kind: string }) {
  return <>{actTitle(useWords(), kind)}</>
}

/** What came without a signal and could not be applied as it came. */
export function HeldListPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('held.title')} lead={t('held.lead')}>
      <AnswerTable
        name="held.list"
        columns={columns}
        rowKey={({ id }) => id}
        open={({ id }) => `/held/${id}`}
        filters={[
          {
            key: 'state',
            kind: 'choice',
            label: 'held.state',
            options: heldStates.map((value) => ({ value, label: t(`held.state.${value}`) })),
          },
        ]}
        empty={<Empty>{t('held.none')}</Empty>}
      />
    </PageFrame>
  )
}
