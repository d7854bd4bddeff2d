import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable } from '../../../web/kit/table/answer-table.tsx'
import { slipStates } from '../model.ts'
import { StateMark } from './state-mark.tsx'

/** The bank's slips, each with the receipts it holds. */
export function SlipsPage() {
  const { t } = useWords()
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  return (
    <PageFrame
      title={t('contribution.slips.title')}
      lead={t('contributions.lead')}
      back={{ to: '/contributions', label: t('contributions.title') }}
    >
      <Panel>
        <AnswerTable
          name="contribution.slips"
          columns={[
            {
              key: 'number',
              title: 'contribution.slip-number',
              render: ({ number }) => <span className="figure">{number}</span>,
            },
            { key: 'townName', title: 'field.town' },
            { key: 'bankedOn', render: ({ bankedOn }) => <DayText day={bankedOn} /> },
            {
              key: 'receipts',
              title: 'contribution.to-receipts',
              align: 'right',
              render: ({ receipts }) => <Count of={receipts} />,
            },
            {
              key: 'amountFen',
              title: 'field.amountFen',
              align: 'right',
              render: ({ amountFen }) => <Money fen={amountFen} />,
            },
            {
              key: 'state',
              title: 'contribution.state',
              render: ({ state }) => <StateMark of="slip-state" state={state} />,
            },
            {
              key: 'enteredBy',
              title: 'contribution.entered-by',
              render: ({ enteredBy }) => enteredBy ?? <Blank />,
            },
          ]}
          rowKey={({ id }) => id}
          open={({ id }) => `/contributions/slips/${id}`}
          filters={[
            {
              key: 'town',
              label: 'field.town',
              kind: 'choice',
              options: towns.map(({ code, name }) => ({ value: code, label: name })),
            },
            {
              key: 'state',
              label: 'contribution.state',
              kind: 'choice',
              options: slipStates.map((value) => ({ value, label: t(`slip-state.${value}`) })),
            },
            { key: 'mine', label: 'contribution.slips.mine', kind: 'flag' },
          ]}
          empty={<Empty>{t('contribution.slips.none')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}
