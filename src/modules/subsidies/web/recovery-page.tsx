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
                    <Money fen={recovery.state === 'lifted' ? 0 : recovery.owedFen - recovery.repaidFen} />
                  ),
                },
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
          {mayRepay && (
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
        </PageFrame>
      )}
    </Answered>
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
      ]}
      empty={<Empty>{t('recovery.nothing-received')}</Empty>}
    />
  )
}
