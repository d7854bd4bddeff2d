import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { firmKinds } from '../rules/firms.ts'
import { FirmStanding } from './firm-standing.tsx'

/** Who may build, watch and deliver (§3.1.2): firms with their admission and the mark of the negative list. */
export function FirmsPage() {
  const { t } = useWords()
  return (
    <PageFrame title={t('firms.title')} lead={t('firms.lead')}>
      <AnswerTable
        name="firm.list"
        columns={[
          { key: 'name', title: 'organisations.name' },
          { key: 'kind', title: 'firms.kind', render: ({ kind }) => t(`organisation-kind.${kind}`) },
          { key: 'standing', render: (row) => <FirmStanding {...row} /> },
          { key: 'admittedTo', render: ({ admittedTo }) => <DayText day={admittedTo} /> },
          { key: 'paperRunsOut', render: ({ paperRunsOut }) => <DayText day={paperRunsOut} /> },
          { key: 'telephone', optional: true, render: ({ telephone }) => telephone ?? <Blank /> },
        ]}
        rowKey={({ id }) => id}
        open={({ id }) => `/suppliers/${id}`}
        filters={[
          { key: 'search', kind: 'search', hint: 'firms.search' },
          {
            key: 'kind',
            label: 'firms.kind',
            kind: 'choice',
            options: firmKinds.map((value) => ({ value, label: t(`organisation-kind.${value}`) })),
          },
          {
            key: 'standing',
            kind: 'choice',
            options: ['admitted', 'not-admitted', 'barred'].map((value) => ({
              value,
              label: t(`choice.standing.${value}`),
            })),
          },
        ]}
        empty={<Empty>{t('firms.empty')}</Empty>}
      />
    </PageFrame>
  )
}
