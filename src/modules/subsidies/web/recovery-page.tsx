import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Blank, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { PaperLinks } from '../../funds/web/paper-links.tsx'
import { MayLink } from './may-link.tsx'
import { RecoveryMark } from './state-mark.tsx'

type Recovery = Answer<'recovery.page'>

/** One recovery: what was found, every fen the home received and from where, and what has come back. */
export function RecoveryPage() {
  const { t } = useWords()
  const { recovery: id } = useParams({ strict: false }) as { recovery: string }
  const answer = useAnswer('recovery.page', { recovery: id })
  const mayRepay = useMay('recovery.repay')
  const mayRelieve = useMay('recovery.relieve')
  return (
    <Answered answer={answer}>
      {(recovery) => (
        <PageFrame
          title={t('recovery.of', { householder: recovery.householder })}
          lead={
            <>
              {recovery.village} <RecoveryMark state={recovery.state} /> <Clauses ids={['§3.3.2b']} />
            </>
          }
          back={{ to: '/recoveries', label: t('recoveries.title') }}
        >
          <Panel>
            <Facts
              items={[
                { key: 'owed', label: t('recovery.owed'), value: <Money fen={recovery.owedFen} /> },
                { key: 'repaid', label: t('recovery.repaid'), value: <Money fen={recovery.repaidFen} /> },
                {
                  key: 'left',
                  label: t('recovery.left'),
                  value: (
                    <Money
                      fen={
                        recovery.state === 'lifted'
                          ? 0
                          : recovery.owedFen - recovery.repaidFen - recovery.waivedFen
                      }
                    />
                  ),
                },
                ...(recovery.waivedFen > 0
                  ? [
                      {
                        key: 'waived',
                        label: t('recovery.waived'),
                        value: <Money fen={recovery.waivedFen} />,
                      },
                    ]
                  : []),
                ...(recovery.overdueFen > 0
                  ? [
                      {
                        key: 'overdue',
                        label: t('recovery.overdue'),
                        value: <Money fen={recovery.overdueFen} />,
                      },
                    ]
                  : []),
                {
                  key: 'found',
                  label: t('field.foundOn'),
                  value: (
                    <>
                      <DayText day={recovery.foundOn} /> {recovery.foundBy}
                    </>
                  ),
                },
                recovery.change
                  ? {
                      key: 'change',
                      label: t('recovery.change'),
                      value: (
                        <AddressLink to={`/changes/${recovery.change}`}>
                          {t('recovery.change.link', {
                            number: recovery.changeNumber,
                            kind: recovery.changeKind,
                          })}
                        </AddressLink>
                      ),
                    }
                  : recovery.failedCheck
                    ? {
                        key: 'check',
                        label: t('recovery.check'),
                        value: t(`recovery.check.${recovery.checkLevel}`),
                      }
                    : { key: 'description', label: t('field.description'), value: recovery.description },
                {
                  key: 'papers',
                  label: t('money.papers'),
                  value: <PaperLinks papers={recovery.papers} />,
                },
                {
                  key: 'home',
                  label: t('recovery.home'),
                  value: <AddressLink to={`/homes/${recovery.home}`}>{recovery.householder}</AddressLink>,
                },
              ]}
            />
          </Panel>
          {(mayRepay || mayRelieve) && (
            <Panel title={t('money.what-now')}>
              <AvailableActs type="recovery" id={id} />
            </Panel>
          )}
          <Panel title={t('recovery.received')}>
            <Items recovery={recovery} />
          </Panel>
          <Panel title={t('recovery.repayments')}>
            <RowTable
              rows={recovery.repayments}
              rowKey={(row) => row.id}
              columns={[
                { key: 'paidOn', render: (row) => <DayText day={row.paidOn} /> },
                {
                  key: 'amountFen',
                  title: 'field.amountFen',
                  align: 'right',
                  render: (row) => <Money fen={row.amountFen} />,
                },
                { key: 'bankReference', title: 'field.bankReference' },
                { key: 'by', title: 'money.by', render: ({ by }) => by ?? <Blank /> },
                {
                  key: 'papers',
                  title: 'money.papers',
                  render: ({ papers }) => <PaperLinks papers={papers} />,
                },
              ]}
              empty={<Empty>{t('recovery.no-repayments')}</Empty>}
            />
          </Panel>
          <Panel title={t('recovery.plan')}>
            <Plan recovery={recovery} />
          </Panel>
          <Panel title={t('recovery.reliefs')}>
            <Reliefs recovery={recovery} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

/** The instalments in force, what has come of each, and the agreement. */
function Plan({
  recovery: { plan, planPapers, state, owedFen, repaidFen, waivedFen },
}: {
  recovery: Recovery
}) {
  const { t } = useWords()
  if (plan.length === 0) return <Empty>{t('recovery.plan.none')}</Empty>
  const open = plan.reduce((sum, { amountFen, settledFen }) => sum + amountFen - settledFen, 0)
  const beside = state === 'open' ? owedFen - repaidFen - waivedFen - open : 0
  return (
    <>
      <RowTable
        rows={plan}
        rowKey={(row) => String(row.number)}
        columns={[
          { key: 'number', title: 'recovery.plan.number', align: 'right' },
          { key: 'dueOn', title: 'recovery.plan.due', render: (row) => <DayText day={row.dueOn} /> },
          {
            key: 'amountFen',
            title: 'field.amountFen',
            align: 'right',
            render: (row) => <Money fen={row.amountFen} />,
          },
          {
            key: 'settledFen',
            title: 'recovery.plan.settled',
            align: 'right',
            render: (row) => (
              <>
                <Money fen={row.settledFen} /> {row.overdue && <b>{t('recovery.overdue')}</b>}
              </>
            ),
          },
        ]}
        empty={null}
      />
      {beside > 0 && <p>{t('recovery.plan.beside', { amount: `¥${yuanText(beside)}` })}</p>}
      <PaperLinks papers={planPapers} />
    </>
  )
}

/** What was asked to be waived or written off, by whom, and who decided what. */
function Reliefs({ recovery }: { recovery: Recovery }) {
  const { t } = useWords()
  return (
    <RowTable
      rows={recovery.reliefs}
      rowKey={(row) => row.id}
      columns={[
        { key: 'kind', title: 'recovery.relief.kind', render: ({ kind }) => t(`choice.relief.${kind}`) },
        {
          key: 'amountFen',
          title: 'field.amountFen',
          align: 'right',
          render: (row) => <Money fen={row.amountFen} />,
        },
        {
          key: 'asked',
          title: 'recovery.relief.asked',
          render: ({ askedBy, askedOn, reason }) => (
            <>
              <DayText day={askedOn} /> {askedBy}
              <div>{reason}</div>
            </>
          ),
        },
        {
          key: 'decided',
          title: 'recovery.relief.decided',
          render: ({ state, decidedBy, decidedOn, answer }) => (
            <>
              <b>{t(`recovery.relief.state.${state}`)}</b>{' '}
              {decidedOn && (
                <>
                  <DayText day={decidedOn} /> {decidedBy}
                </>
              )}
              {answer && <div>{answer}</div>}
            </>
          ),
        },
        { key: 'papers', title: 'money.papers', render: ({ papers }) => <PaperLinks papers={papers} /> },
      ]}
      empty={<Empty>{t('recovery.reliefs.none')}</Empty>}
    />
  )
}

/** Every payment the home received, each opening the claim or batch that made it. */
function Items({ recovery }: { recovery: Recovery }) {
  const { t } = useWords()
  return (
    <RowTable
      rows={recovery.items}
      rowKey={(row) => `${row.kind} ${row.source}`}
      columns={[
        { key: 'kind', title: 'recovery.kind', render: ({ kind }) => t(`recovery-kind.${kind}`) },
        {
          key: 'paidBy',
          title: 'recovery.paid-by',
          render: ({ kind, paidBy, number }) =>
            kind === 'equipment' ? (
              <MayLink permission="claim.read" to={`/claims/${paidBy}`}>
                {t('claim.no', { number })}
              </MayLink>
            ) : (
              <MayLink permission="money.read" to={`/batches/${paidBy}`}>
                {t('batch.no', { number })}
              </MayLink>
            ),
        },
        { key: 'paidOn', title: 'recovery.paid-on', render: ({ paidOn }) => <DayText day={paidOn} /> },
        { key: 'fund', title: 'field.fund' },
        {
          key: 'amountFen',
          title: 'recovery.owed',
          align: 'right',
          render: (row) => <Money fen={row.amountFen} />,
        },
        {
          key: 'repaidFen',
          title: 'recovery.repaid',
          align: 'right',
          render: (row) => <Money fen={row.repaidFen} />,
        },
        ...(recovery.waivedFen > 0
          ? [
              {
                key: 'waivedFen',
                title: 'recovery.waived',
                align: 'right' as const,
                render: (row: Recovery['items'][number]) => <Money fen={row.waivedFen} />,
              },
            ]
          : []),
      ]}
      empty={<Empty>{t('recovery.nothing-received')}</Empty>}
    />
  )
}
