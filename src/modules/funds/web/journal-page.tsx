import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { PaperLinks } from './paper-links.tsx'

type Journal = Answer<'ledger.journal'>

/** Where a journal leads: to the claim, batch or recovery, and from there to its homes. */
function addressOf({ kind, reference, fund }: Journal): string {
  if (kind.startsWith('claim-')) return `/claims/${reference}`
  if (kind.startsWith('batch-') || kind.startsWith('payment-')) return `/batches/${reference}`
  if (kind === 'contribution-banked') return `/contributions/slips/${reference}`
  if (kind === 'contribution-received' || kind === 'contribution-voided')
    return `/contributions/receipts/${reference}`
  if (kind.startsWith('recovery-')) return `/recoveries/${reference}`
  return `/funds/${fund}`
}

/** One journal: which accounts it moved, what it belongs to, who did it, on which papers. */
export function JournalPage() {
  const { t } = useWords()
  const { journal: id } = useParams({ strict: false }) as { journal: string }
  const mayRead = useMay('log.read')
  const mayReceive = useMay('fund.receive')
  const answer = useAnswer('ledger.journal', { journal: id })
  return (
    <Answered answer={answer}>
      {(journal) => (
        <PageFrame
          title={t(`journal.${journal.kind}`)}
          lead={journal.fundName}
          back={{ to: `/funds/${journal.fund}`, label: journal.fundName }}
        >
          <Panel>
            <Facts
              items={[
                { key: 'amount', label: t('field.amountFen'), value: <Money fen={journal.amountFen} /> },
                { key: 'on', label: t('fund.booked-on'), value: <DayText day={journal.bookedOn} /> },
                {
                  key: 'of',
                  label: t('journal.belongs-to'),
                  value: (
                    <AddressLink to={addressOf(journal)}>
                      {journal.number === null
                        ? t('journal.open')
                        : t('journal.number', { number: journal.number })}
                    </AddressLink>
                  ),
                },
                ...(journal.party ? [{ key: 'party', label: t('journal.party'), value: journal.party }] : []),
                ...(journal.bankReference && journal.creditedOn
                  ? [
                      {
                        key: 'received',
                        label: t('field.creditedOn'),
                        value: <DayText day={journal.creditedOn} />,
                      },
                      {
                        key: 'reference',
                        label: t('field.bankReference'),
                        value: <span className="figure">{journal.bankReference}</span>,
                      },
                    ]
                  : []),
                { key: 'by', label: t('money.by'), value: journal.by ?? <Blank /> },
                { key: 'papers', label: t('money.papers'), value: <PaperLinks papers={journal.papers} /> },
                ...(journal.reversedBy
                  ? [
                      {
                        key: 'reversed',
                        label: t('journal.reversed-by'),
                        value: (
                          <AddressLink to={`/ledger/${journal.reversedBy}`}>{t('journal.open')}</AddressLink>
                        ),
                      },
                    ]
                  : []),
                ...(journal.reverses
                  ? [
                      {
                        key: 'reverses',
                        label: t('journal.reverses'),
                        value: (
                          <AddressLink to={`/ledger/${journal.reverses}`}>{t('journal.open')}</AddressLink>
                        ),
                      },
                    ]
                  : []),
                ...(mayRead
                  ? [
                      {
                        key: 'act',
                        label: t('journal.act'),
                        value: <AddressLink to={`/log/acts/${journal.act}`}>{t('journal.open')}</AddressLink>,
                      },
                    ]
                  : []),
              ]}
            />
          </Panel>
          <Panel title={t('journal.transfers')}>
            <RowTable
              rows={journal.transfers}
              rowKey={({ position }) => `${position}`}
              columns={[
                { key: 'debit', title: 'journal.debit', render: ({ debit }) => t(`account.${debit}`) },
                { key: 'credit', title: 'journal.credit', render: ({ credit }) => t(`account.${credit}`) },
                {
                  key: 'amountFen',
                  title: 'field.amountFen',
                  align: 'right',
                  render: ({ amountFen }) => <Money fen={amountFen} />,
                },
              ]}
            />
          </Panel>
          {mayReceive && journal.kind === 'money-received' && journal.reversedBy === null && (
            <Panel title={t('money.what-now')}>
              <AvailableActs type="fund-receipt" id={journal.reference} />
            </Panel>
          )}
        </PageFrame>
      )}
    </Answered>
  )
}
