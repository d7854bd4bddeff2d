import { useMemo } from 'react'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { matterKinds, matterStates } from '../rules/matters.ts'
import { useTowns } from './use-towns.ts'
import { MatterStanding } from './matter-state.tsx'

/** 现场事项: what is open in the villages, the most pressing first. */
export function MattersPage() {
  const { t } = useWords()
  const towns = useTowns()
  const columns = useMemo<Column<RowOf<'matter.list'>>[]>(
    () => [
      { key: 'kind', title: 'matters.kind', render: ({ kind }) => t(`matters.kind.${kind}`) },
      { key: 'villageName', title: 'schedule.village' },
      { key: 'what', title: 'matters.what', wide: true },
      { key: 'openedOn', title: 'matters.opened-on', render: ({ openedOn }) => <DayText day={openedOn} /> },
      { key: 'dueOn', title: 'matters.due-on', render: ({ dueOn }) => <DayText day={dueOn} /> },
      { key: 'state', title: 'matters.state', render: ({ state }) => <MatterStanding state={state} /> },
      { key: 'contractorName', title: 'schedule.contractor' },
    ],
    [t],
  )
  return (
    <PageFrame title={t('matters.title')} lead={t('matters.lead')}>
      <AnswerTable
        name="matter.list"
        columns={columns}
        rowKey={({ id }) => id}
        open={({ kind, id }) => `/matters/${kind}/${id}`}
        exports="matter.export"
        filters={[
          { key: 'search', kind: 'search', hint: 'matters.search' },
          { key: 'town', kind: 'choice', label: 'safety.town', options: towns },
          {
            key: 'kind',
            label: 'matters.kind',
            kind: 'choice',
            options: matterKinds.map((value) => ({ value, label: t(`matters.kind.${value}`) })),
          },
          {
            key: 'state',
            label: 'matters.state',
            kind: 'choice',
            options: matterStates.map((value) => ({ value, label: t(`matters.state.${value}`) })),
          },
        ]}
        empty={<Empty>{t('matters.empty')}</Empty>}
      />
    </PageFrame>
  )
}
