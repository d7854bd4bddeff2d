import { useMemo } from 'react'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'

type Row = RowOf<'supervision.logs'>

const counted = ['fitted', 'visits', 'failed', 'found', 'closed'] as const

/** 监理日志: the supervisor's words beside what is counted; of one village or of all. */
export function LogTable({ village }: { village?: string }) {
  const { t } = useWords()
  const columns = useMemo<Column<Row>[]>(
    () => [
      { key: 'day', title: 'supervision.logs.day', render: ({ day }) => <DayText day={day} /> },
      ...(village
        ? []
        : [
            {
              key: 'village',
              title: 'supervision.village',
              render: ({ townName, villageName }: Row) => `${townName} ${villageName}`,
            },
          ]),
      { key: 'weather', render: ({ weather }) => t(`choice.weather.${weather}`) },
      ...counted.map((key) => ({
        key,
        title: `supervision.logs.${key}`,
        align: 'right' as const,
        render: (row: Row) => <Count of={row[key]} />,
      })),
      { key: 'seen', title: 'supervision.logs.seen', wide: true },
      {
        key: 'problems',
        title: 'supervision.logs.problems',
        wide: true,
        render: ({ problems }) => problems ?? <Blank />,
      },
      { key: 'author', title: 'supervision.logs.author' },
    ],
    [t, village],
  )
  return (
    <AnswerTable
      name="supervision.logs"
      {...(village && { input: { village } })}
      columns={columns}
      rowKey={({ id }) => id}
      {...(!village && { open: ({ place }: Row) => `/supervision/${place}` })}
      exports="supervision.log-export"
      filters={[
        { key: 'search', kind: 'search', hint: 'supervision.logs.search' },
        { key: 'day', label: 'supervision.logs.day', kind: 'day' },
      ]}
      empty={<Empty>{t('supervision.logs.empty')}</Empty>}
    />
  )
}
