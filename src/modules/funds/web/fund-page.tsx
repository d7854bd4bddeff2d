import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { BudgetBar } from './budget-bar.tsx'
import { LeftNote } from './left-note.tsx'
import { BudgetKey } from './budget-key.tsx'

type Entry = RowOf<'fund.entries'>

const entryKinds = ['claim', 'batch', 'failed-payment', 'recovery'] as const

/** Where a movement leads: to the claim, batch or recovery, and from there to its homes. */
const addressOf = ({ kind, reference }: Entry): string =>
  kind === 'claim'
    ? `/claims/${reference}`
    : kind === 'recovery'
      ? `/recoveries/${reference}`
      : `/batches/${reference}`

/** One fund: its budget, what moved it, and what each movement belongs to. */
export function FundPage() {
  const { t } = useWords()
  const { fund: id } = useParams({ strict: false }) as { fund: string }
  const mayChange = useMay('fund.change-budget')
  const answer = useAnswer('fund.page', { fund: id })
  const waiting = (useAnswer('batch.waiting', {}).data ?? []).find((row) => row.fund === id)?.amountFen ?? 0
  return (
    <Answered answer={answer}>
      {(fund) => (
        <PageFrame
          title={fund.name}
          lead={`${t(`fund-source.${fund.source}`)} · ${t(`fund-purpose.${fund.purpose}`)}`}
          back={{ to: '/funds', label: t('funds.title') }}
        >
          <Panel>
            <Facts
              items={[
                { key: 'budget', label: t('field.budgetFen'), value: <Money fen={fund.budgetFen} /> },
                {
                  key: 'paid',
                  label: t('fund.key.paid'),
                  value: <Money fen={fund.spentFen - fund.reservedFen - waiting} />,
                },
                {
                  key: 'reserved',
                  label: t('fund.key.reserved'),
                  value: (
                    <>
                      <Money fen={fund.reservedFen + waiting} />
                      <LeftNote of={fund} to={`/claims?left=yes&fund=${id}`} />
                    </>
                  ),
                },
                { key: 'left', label: t('fund.left'), value: <Money fen={fund.budgetFen - fund.spentFen} /> },
              ]}
            />
            <div className="budget-large">
              <BudgetBar {...fund} reservedFen={fund.reservedFen + waiting} />
              <BudgetKey />
            </div>
          </Panel>
          {mayChange && (
            <Panel title={t('money.what-now')}>
              <AvailableActs type="fund" id={id} />
            </Panel>
          )}
          <Panel title={t('fund.by-kind')}>
            <RowTable
              rows={fund.byKind}
              rowKey={(row) => row.kind}
              columns={[
                { key: 'kind', title: 'fund.entry-kind', render: (row) => t(`fund-entry.${row.kind}`) },
                {
                  key: 'entries',
                  title: 'fund.count',
                  align: 'right',
                  render: (row) => <Count of={row.entries} />,
                },
                {
                  key: 'amountFen',
                  title: 'field.amountFen',
                  align: 'right',
                  render: (row) => <Money fen={row.amountFen} />,
                },
              ]}
              open={(row) => `/funds/${id}?kind=${row.kind}`}
              empty={<Empty>{t('fund.no-entries')}</Empty>}
            />
          </Panel>
          <Panel title={t('fund.entries')}>
            <AnswerTable
              name="fund.entries"
              input={{ fund: id }}
              rowKey={(row) => row.id}
              open={addressOf}
              filters={[
                {
                  key: 'kind',
                  label: 'fund.entry-kind',
                  kind: 'choice',
                  options: entryKinds.map((kind) => ({ value: kind, label: t(`fund-entry.${kind}`) })),
                },
              ]}
              columns={[
                { key: 'kind', title: 'fund.entry-kind', render: (row) => <EntryName entry={row} /> },
                { key: 'bookedOn', title: 'fund.booked-on', render: (row) => <DayText day={row.bookedOn} /> },
                {
                  key: 'amountFen',
                  title: 'field.amountFen',
                  align: 'right',
                  render: ({ amountFen }) => (
                    <span className={amountFen < 0 ? 'amount-in' : undefined}>
                      <Money fen={amountFen} />
                    </span>
                  ),
                },
                { key: 'by', title: 'money.by', render: ({ by }) => by ?? <Blank /> },
              ]}
              empty={<Empty>{t('fund.no-entries')}</Empty>}
            />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function EntryName({ entry: { kind, number, amountFen } }: { entry: Entry }) {
  const { t } = useWords()
  if (kind === 'claim') return t(amountFen < 0 ? 'fund.entry.claim-back' : 'fund.entry.claim', { number })
  if (kind === 'recovery') return t('fund-entry.recovery')
  return t(`fund.entry.${kind}`, { number })
}
