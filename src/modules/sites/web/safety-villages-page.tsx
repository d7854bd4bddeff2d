import { useMemo } from 'react'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { sides } from '../rules/safety.ts'
import { Officer, PatrolStanding } from './patrol-standing.tsx'
import { useTowns } from './use-towns.ts'

/** 双安全员与巡查 by village (§5.3). */
export function SafetyVillagesPage() {
  const { t } = useWords()
  const towns = useTowns()
  const columns = useMemo<Column<RowOf<'safety.villages'>>[]>(
    () => [
      { key: 'village', title: 'safety.village', render: ({ townName, name }) => `${townName} ${name}` },
      {
        key: 'firmName',
        title: 'safety.officer.firm',
        render: ({ firmName, firmTelephone }) => <Officer name={firmName} telephone={firmTelephone} />,
      },
      {
        key: 'villageOfficerName',
        title: 'safety.officer.village',
        render: ({ villageOfficerName, villageTelephone }) => (
          <Officer name={villageOfficerName} telephone={villageTelephone} />
        ),
      },
      {
        key: 'firmLast',
        title: 'safety.last.firm',
        render: ({ firmLast, firmDue, firmBehind }) => (
          <PatrolStanding last={firmLast} due={firmDue} behind={firmBehind} />
        ),
      },
      {
        key: 'villageLast',
        title: 'safety.last.village',
        render: ({ villageLast, villageDue, villageBehind }) => (
          <PatrolStanding last={villageLast} due={villageDue} behind={villageBehind} />
        ),
      },
      {
        key: 'hazards',
        title: 'safety.hazards',
        align: 'right',
        render: ({ hazards }) => <Count of={hazards} />,
      },
      { key: 'contractorName', title: 'schedule.contractor' },
    ],
    [],
  )
  return (
    <PageFrame
      title={t('safety.villages')}
      lead={t('safety.villages.lead')}
      back={{ to: '/safety', label: t('safety.title') }}
    >
      <AnswerTable
        name="safety.villages"
        columns={columns}
        rowKey={({ id }) => id}
        open={({ id }) => `/safety/villages/${id}`}
        exports="safety.export"
        filters={[
          { key: 'search', kind: 'search', hint: 'safety.search' },
          { key: 'town', label: 'safety.town', kind: 'choice', options: towns },
          {
            key: 'missing',
            label: 'safety.missing',
            kind: 'choice',
            options: sides.map((value) => ({ value, label: t(`safety.officer.${value}`) })),
          },
          {
            key: 'behind',
            label: 'safety.behind',
            kind: 'choice',
            options: sides.map((value) => ({ value, label: t(`safety.side.${value}`) })),
          },
        ]}
        empty={<Empty>{t('safety.empty')}</Empty>}
      />
    </PageFrame>
  )
}
