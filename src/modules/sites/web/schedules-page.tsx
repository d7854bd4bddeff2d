import { useMemo } from 'react'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { LotStanding } from './lot-standing.tsx'

/** 倒排工期 by lot: what is left, and whether the deadline holds (§3.2.1). */
export function SchedulesPage() {
  const { t } = useWords()
  const deadline = useAnswer('schedule.lots', {}).data?.deadline
  const columns = useMemo<Column<RowOf<'schedule.lots'>>[]>(
    () => [
      { key: 'lot', title: 'schedule.lot', render: ({ code, name }) => `${code} ${name}` },
      { key: 'contractorName', title: 'schedule.contractor' },
      { key: 'homes', title: 'schedule.homes', align: 'right', render: ({ homes }) => <Count of={homes} /> },
      {
        key: 'fitted',
        title: 'schedule.fitted',
        align: 'right',
        render: ({ fitted }) => <Count of={fitted} />,
      },
      {
        key: 'remaining',
        title: 'schedule.remaining',
        align: 'right',
        render: ({ remaining }) => <Count of={remaining} />,
      },
      {
        key: 'crews',
        title: 'schedule.crews',
        render: ({ crews, homesPerDay }) =>
          crews ? t('schedule.crews.said', { crews, homes: homesPerDay }) : t('schedule.crews.none'),
      },
      {
        key: 'finish',
        title: 'schedule.finish',
        render: ({ finish, remaining }) =>
          remaining === 0 ? '' : finish ? <DayText day={finish} /> : t('schedule.finish.none'),
      },
      { key: 'behind', title: 'schedule.standing', render: (row) => <LotStanding {...row} /> },
    ],
    [t],
  )
  return (
    <PageFrame title={t('schedule.title')} lead={deadline && t('schedule.lead', { deadline })}>
      <AnswerTable
        name="schedule.lots"
        columns={columns}
        rowKey={({ id }) => id}
        open={({ id }) => `/schedule/${id}`}
        exports="schedule.export"
        filters={[{ key: 'behind', kind: 'flag' }]}
        empty={<Empty>{t('schedule.empty')}</Empty>}
      />
    </PageFrame>
  )
}
