import { useMemo } from 'react'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { sides } from '../rules/safety.ts'
import { useTowns } from './use-towns.ts'
import './sites.css'

type Row = RowOf<'patrol.list'>

/** 安全巡查记录, of one village or of all. */
export function PatrolTable({ village }: { village?: string }) {
  const { t } = useWords()
  const towns = useTowns()
  const columns = useMemo<Column<Row>[]>(
    () => [
      { key: 'day', title: 'patrols.day', render: ({ day }) => <DayText day={day} /> },
      ...(village
        ? []
        : [
            {
              key: 'village',
              title: 'safety.village',
              render: ({ townName, villageName }: Row) => `${townName} ${villageName}`,
            },
          ]),
      { key: 'side', title: 'safety.side', render: ({ side }) => t(`safety.side.${side}`) },
      { key: 'by', title: 'patrols.by' },
      { key: 'route', title: 'patrols.route', wide: true },
      { key: 'homes', title: 'patrols.homes', align: 'right', render: ({ homes }) => <Count of={homes} /> },
      {
        key: 'found',
        title: 'patrols.found',
        align: 'right',
        render: ({ found, open }) => (
          <>
            <Count of={found} />
            {open > 0 && (
              <span className="site-bad">
                {' '}
                ! {t('patrols.open')} {open}
              </span>
            )}
          </>
        ),
      },
    ],
    [t, village],
  )
  return (
    <AnswerTable
      name="patrol.list"
      {...(village && { input: { village } })}
      columns={columns}
      rowKey={({ id }) => id}
      open={({ id }) => `/safety/patrols/${id}`}
      exports="patrol.export"
      filters={[
        ...(village ? [] : [{ key: 'town', label: 'safety.town', kind: 'choice' as const, options: towns }]),
        {
          key: 'side',
          label: 'safety.side',
          kind: 'choice',
          options: sides.map((value) => ({ value, label: t(`safety.side.${value}`) })),
        },
        { key: 'since', label: 'patrols.since', kind: 'day' },
      ]}
      empty={<Empty>{t('patrols.empty')}</Empty>}
    />
  )
}
