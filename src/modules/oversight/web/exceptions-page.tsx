import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'

/** Exceptions asked for; each is decided on its home's page, where its facts and papers are. */
export function ExceptionsPage() {
  const { t, pick } = useWords()
  const { today } = useSession()
  return (
    <PageFrame title={t('exceptions.title')} lead={t('exceptions.lead')}>
      <AnswerTable
        name="work.exceptions"
        rowKey={({ id }) => id}
        open={({ home }) => `/homes/${home}`}
        empty={<Empty>{t('exceptions.none')}</Empty>}
        columns={[
          { key: 'householder', title: 'exceptions.home' },
          {
            key: 'villageName',
            title: 'exceptions.village',
            render: (row) => `${row.townName} ${row.villageName}`,
          },
          { key: 'fact', title: 'exceptions.fact', wide: true, render: ({ label }) => pick(label) },
          { key: 'reason', title: 'exceptions.reason', wide: true },
          {
            key: 'askedOn',
            title: 'exceptions.asked-on',
            render: ({ askedOn }) => <DayText day={askedOn} today={today} />,
          },
          { key: 'askedBy', title: 'exceptions.asked-by' },
        ]}
      />
    </PageFrame>
  )
}
