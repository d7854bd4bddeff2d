import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { DueDay } from './due-day.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'

const columns: Column<RowOf<'pair.papers'>>[] = [
  { key: 'householder', title: 'field.householder' },
  { key: 'villageName', title: 'field.village' },
  { key: 'reason', title: 'pair-papers.reason', wide: true, render: (row) => <Needed row={row} /> },
  { key: 'otherTown', title: 'pair-papers.other', render: ({ otherTown }) => otherTown ?? <Blank /> },
  { key: 'askedOn', title: 'pair-papers.asked-on', render: ({ askedOn }) => <DayText day={askedOn} /> },
  { key: 'by', title: 'pair-papers.by', render: ({ by, brought }) => brought === 0 && <DueDay day={by} /> },
  {
    key: 'brought',
    title: 'pair-papers.brought',
    render: ({ brought }) => (brought === 0 ? <Blank /> : <Count of={brought} />),
  },
]

/** The papers by name, and what was written beside them. */
function Needed({ row: { papers, reason } }: { row: RowOf<'pair.papers'> }) {
  const { t, pick } = useWords()
  return (
    <>
      {papers.length > 0 && <div>{papers.map(pick).join(t('kit.list-comma'))}</div>}
      {reason}
    </>
  )
}

/** §4.4: what a town is to bring before the county decides a pair it does not see itself. */
export function PairPapersPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('pair-papers.title')} lead={t('pair-papers.lead')}>
      <AnswerTable
        name="pair.papers"
        rowKey={({ home, askedOn, reason }) => `${home} ${askedOn} ${reason}`}
        open={({ home }) => `/homes/${home}`}
        filters={[
          {
            key: 'brought',
            label: 'pair-papers.brought',
            kind: 'choice',
            options: (['no', 'yes'] as const).map((value) => ({
              value,
              label: t(`pair-papers.brought.${value}`),
            })),
          },
        ]}
        columns={columns}
        empty={<Empty>{t('pair-papers.none')}</Empty>}
      />
    </PageFrame>
  )
}
