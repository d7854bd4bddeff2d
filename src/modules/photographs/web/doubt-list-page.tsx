import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { actTitle } from '../../../web/kit/acts/act-words.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { doubtKinds, doubtStates } from '../model.ts'
import { DoubtMark } from './doubt-mark.tsx'

type Row = RowOf<'doubt.list'>

const columns: Column<Row>[] = [
  { key: 'kind', title: 'doubt.kind', render: (row) => <Kind kind={row.kind} /> },
  { key: 'doubts', title: 'doubt.count', align: 'right', render: (row) => row.doubts },
  { key: 'home', title: 'doubt.home', render: (row) => `${row.sequence} ${row.householder}` },
  { key: 'place', title: 'doubt.place', render: (row) => `${row.townName} ${row.villageName}` },
  { key: 'about', title: 'doubt.about', render: (row) => <About kinds={row.aboutKinds} /> },
  {
    key: 'maker',
    title: 'doubt.maker',
    render: ({ makers, organisations }) => (
      <>
        {makers.join('、')} <span className="quiet">{organisations.join('、')}</span>
      </>
    ),
  },
  { key: 'weight', title: 'doubt.weight', render: (row) => <Weight weight={row.weight} /> },
  { key: 'raised', title: 'doubt.raised', render: (row) => <InstantText at={row.raisedAt} /> },
  { key: 'state', title: 'doubt.state', render: (row) => <DoubtMark state={row.state} /> },
]

function Kind({ kind }: { kind: string }) {
  return <>{useWords().t(`doubt.kind.${kind}`)}</>
}

function Weight({ weight }: { weight: Row['weight'] }) {
  return <>{useWords().t(`doubt.weight.${weight}`)}</>
}

function About({ kinds }: { kinds: readonly string[] }) {
  const speech = useWords()
  return <>{kinds.map((kind) => actTitle(speech, kind)).join(' · ')}</>
}

/** What did not fit about photographs and visits; what stops a payment first. */
export function DoubtListPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('doubt.title')} lead={t('doubt.lead')}>
      <AnswerTable
        name="doubt.list"
        columns={columns}
        rowKey={({ id }) => id}
        open={({ id }) => `/doubts/${id}`}
        filters={[
          {
            key: 'state',
            kind: 'choice',
            label: 'doubt.state',
            options: doubtStates.map((value) => ({ value, label: t(`doubt.state.${value}`) })),
          },
          {
            key: 'kind',
            kind: 'choice',
            label: 'doubt.kind',
            options: doubtKinds.map((value) => ({ value, label: t(`doubt.kind.${value}`) })),
          },
        ]}
        empty={<Empty>{t('doubt.none')}</Empty>}
      />
    </PageFrame>
  )
}
