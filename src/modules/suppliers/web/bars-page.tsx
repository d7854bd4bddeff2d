import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { BarState } from './bar-state.tsx'

/** 负面清单: who is on it, since when and for which class of reason. */
export function BarsPage() {
  const { t, pick } = useWords()
  return (
    <PageFrame title={t('bars.title')} lead={t('bars.lead')}>
      <AnswerTable
        name="bar.list"
        columns={[
          { key: 'number', align: 'right' },
          { key: 'name', title: 'bars.who' },
          { key: 'reason', title: 'bars.reason', render: ({ reason }) => pick(reason) },
          { key: 'from', title: 'bars.from', render: ({ from }) => <DayText day={from} /> },
          {
            key: 'to',
            title: 'bars.to',
            render: ({ to }) => (to ? <DayText day={to} /> : t('bars.for-good')),
          },
          { key: 'state', title: 'bars.state', render: (bar) => <BarState bar={bar} /> },
        ]}
        rowKey={({ id }) => id}
        open={({ firm, model, opens }) =>
          opens ? (model ? `/models/${model}` : `/suppliers/${firm ?? ''}`) : undefined
        }
        filters={[
          { key: 'search', kind: 'search', hint: 'bars.search' },
          { key: 'over', kind: 'flag' },
        ]}
        empty={<Empty>{t('bars.empty')}</Empty>}
      />
    </PageFrame>
  )
}
