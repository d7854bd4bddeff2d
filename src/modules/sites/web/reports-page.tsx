import { useMemo } from 'react'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'

/** 施工日报: the firm's words beside what is counted (§3.2.1). */
export function ReportsPage() {
  const { t } = useWords()
  const columns = useMemo<Column<RowOf<'report.list'>>[]>(
    () => [
      { key: 'day', title: 'reports.day', render: ({ day }) => <DayText day={day} /> },
      {
        key: 'village',
        title: 'schedule.village',
        render: ({ townName, villageName }) => `${townName} ${villageName}`,
      },
      { key: 'weather', render: ({ weather }) => t(`choice.weather.${weather}`) },
      {
        key: 'fitted',
        title: 'reports.fitted',
        align: 'right',
        render: ({ fitted }) => <Count of={fitted} />,
      },
      {
        key: 'checked',
        title: 'reports.checked',
        align: 'right',
        render: ({ checked }) => <Count of={checked} />,
      },
      {
        key: 'people',
        title: 'reports.people',
        align: 'right',
        render: ({ people }) => <Count of={people} />,
      },
      { key: 'done', title: 'reports.done', wide: true },
      {
        key: 'problems',
        title: 'reports.problems',
        wide: true,
        render: ({ problems }) => problems ?? <Blank />,
      },
      { key: 'contractorName', title: 'schedule.contractor' },
    ],
    [t],
  )
  return (
    <PageFrame title={t('reports.title')} lead={t('reports.lead')}>
      <AnswerTable
        name="report.list"
        columns={columns}
        rowKey={({ id }) => id}
        open={({ village }) => `/plans/${village}`}
        exports="report.export"
        filters={[{ key: 'day', label: 'reports.day', kind: 'day' }]}
        empty={<Empty>{t('reports.empty')}</Empty>}
      />
    </PageFrame>
  )
}
