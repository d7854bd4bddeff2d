import { useMemo } from 'react'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { planStandings } from '../rules/plans.ts'
import { PlanStanding } from './plan-state.tsx'

/** 村施工方案: how each village's plan stands between contractor and town (§3.2.2). */
export function PlansPage() {
  const { t } = useWords()
  const columns = useMemo<Column<RowOf<'plan.list'>>[]>(
    () => [
      { key: 'village', title: 'schedule.village', render: ({ townName, name }) => `${townName} ${name}` },
      { key: 'state', title: 'plans.state', render: ({ state }) => <PlanStanding state={state} /> },
      { key: 'startsOn', title: 'plans.starts-on', render: ({ startsOn }) => <DayText day={startsOn} /> },
      {
        key: 'crews',
        title: 'schedule.crews',
        render: ({ crews, homesPerDay }) =>
          crews ? t('schedule.crews.said', { crews, homes: homesPerDay }) : <Blank />,
      },
      { key: 'homes', title: 'schedule.homes', align: 'right', render: ({ homes }) => <Count of={homes} /> },
      {
        key: 'remaining',
        title: 'schedule.remaining',
        align: 'right',
        render: ({ remaining }) => <Count of={remaining} />,
      },
      { key: 'lotCode', title: 'schedule.lot' },
      { key: 'contractorName', title: 'schedule.contractor' },
    ],
    [t],
  )
  return (
    <PageFrame title={t('plans.title')} lead={t('plans.lead')}>
      <AnswerTable
        name="plan.list"
        columns={columns}
        rowKey={({ id }) => id}
        open={({ code }) => `/plans/${code}`}
        exports="plan.export"
        filters={[
          { key: 'search', kind: 'search', hint: 'plans.search' },
          {
            key: 'state',
            label: 'plans.state',
            kind: 'choice',
            options: planStandings.map((value) => ({ value, label: t(`plans.state.${value}`) })),
          },
        ]}
        empty={<Empty>{t('plans.empty')}</Empty>}
      />
    </PageFrame>
  )
}
