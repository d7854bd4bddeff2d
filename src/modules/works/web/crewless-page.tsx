import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'

const columns: Column<RowOf<'work.crewless'>>[] = [
  { key: 'householder', title: 'works.householder' },
  {
    key: 'villageName',
    title: 'works.village',
    render: ({ townName, villageName }) => `${townName} ${villageName}`,
  },
  { key: 'address', title: 'works.address' },
  { key: 'installedOn', render: ({ installedOn }) => <DayText day={installedOn} /> },
]

/** Homes whose installation names nobody; each opens to where that is done (§3.2.3). */
export function CrewlessPage() {
  const { t } = useWords()
  return (
    <PageFrame
      title={t('works.crewless.title')}
      lead={t('works.crewless.lead')}
      back={{ to: '/installations', label: t('works.title') }}
    >
      <AnswerTable
        name="work.crewless"
        columns={columns}
        rowKey={({ home }) => home}
        open={({ home }) => `/homes/${home}`}
        empty={<Empty>{t('works.crewless.empty')}</Empty>}
      />
    </PageFrame>
  )
}
