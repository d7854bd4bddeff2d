import { useMemo } from 'react'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import './acceptance.css'

/** 监理派驻与覆盖: by village and by person (§3.3.4). */
export function SupervisionPage() {
  const { t } = useWords()
  const villages = useMemo<Column<RowOf<'supervision.villages'>>[]>(
    () => [
      {
        key: 'village',
        title: 'supervision.village',
        render: ({ townName, villageName }) => `${townName} ${villageName}`,
      },
      {
        key: 'person',
        title: 'supervision.person',
        render: ({ personName }) =>
          personName ?? <span className="visit-fails">! {t('supervision.nobody')}</span>,
      },
      { key: 'since', title: 'supervision.since', render: ({ since }) => <DayText day={since} /> },
      {
        key: 'homes',
        title: 'supervision.homes',
        align: 'right',
        render: ({ homes }) => <Count of={homes} />,
      },
      {
        key: 'installed',
        title: 'supervision.installed',
        align: 'right',
        render: ({ installed }) => <Count of={installed} />,
      },
      {
        key: 'toVisit',
        title: 'supervision.to-visit',
        align: 'right',
        render: ({ toVisit }) => <Count of={toVisit} />,
      },
      {
        key: 'visited',
        title: 'supervision.visited',
        align: 'right',
        render: ({ visited }) => <Count of={visited} />,
      },
      {
        key: 'passed',
        title: 'supervision.passed',
        align: 'right',
        render: ({ passed }) => <Count of={passed} />,
      },
      { key: 'firmName', title: 'supervision.firm' },
    ],
    [t],
  )
  return (
    <PageFrame title={t('supervision.title')} lead={t('supervision.lead')}>
      <Panel title={t('supervision.by-village')}>
        <AnswerTable
          name="supervision.villages"
          columns={villages}
          rowKey={({ id }) => id}
          open={({ id }) => `/supervision/${id}`}
          exports="supervision.export"
          filters={[
            { key: 'search', kind: 'search', hint: 'supervision.search' },
            {
              key: 'named',
              label: 'supervision.named',
              kind: 'choice',
              options: ['yes', 'no'].map((value) => ({ value, label: t(`supervision.named.${value}`) })),
            },
          ]}
          empty={<Empty>{t('supervision.empty')}</Empty>}
        />
      </Panel>
      <Panel title={t('supervision.by-person')}>
        <AnswerTable
          name="supervision.people"
          prefix="people-"
          columns={people}
          rowKey={({ person }) => person}
          empty={<Empty>{t('supervision.people.empty')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}

const people: Column<RowOf<'supervision.people'>>[] = [
  { key: 'name', title: 'supervision.name' },
  { key: 'firmName', title: 'supervision.firm' },
  {
    key: 'villages',
    title: 'supervision.villages',
    align: 'right',
    render: ({ villages }) => <Count of={villages} />,
  },
  {
    key: 'homes',
    title: 'supervision.homes-entered',
    align: 'right',
    render: ({ homes }) => <Count of={homes} />,
  },
  {
    key: 'visits',
    title: 'supervision.visits',
    align: 'right',
    render: ({ visits }) => <Count of={visits} />,
  },
  {
    key: 'failed',
    title: 'supervision.failed',
    align: 'right',
    render: ({ failed }) => <Count of={failed} />,
  },
  {
    key: 'lastVisitedOn',
    title: 'supervision.last',
    render: ({ lastVisitedOn }) => <DayText day={lastVisitedOn} />,
  },
]
