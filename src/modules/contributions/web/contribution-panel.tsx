import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { StateMark } from './state-mark.tsx'
import './contributions.css'

/** Part of a home's page: what it contributes, its receipts, and where the money went. */
export function ContributionPanel({ home }: { home: string }) {
  const { t } = useWords()
  return (
    <Answered answer={useAnswer('contribution.of-home', { home })}>
      {({ standing, receipts, refunds, passedOn }) =>
        !standing ? (
          <p className="quiet">{t('contribution.panel.none')}</p>
        ) : (
          <>
            <Facts
              items={[
                {
                  key: 'standing',
                  label: t('contribution.standing'),
                  value: <StateMark of="contribution-standing" state={standing.standing} />,
                },
                { key: 'due', label: t('contribution.due'), value: <Money fen={standing.dueFen} /> },
                {
                  key: 'received',
                  label: t('contribution.received'),
                  value: <Money fen={standing.receivedFen} />,
                },
                { key: 'open', label: t('contribution.open'), value: <Money fen={standing.openFen} /> },
                ...(passedOn
                  ? [
                      {
                        key: 'passed-on',
                        label: t('contribution.panel.passed-on'),
                        value: (
                          <>
                            <Money fen={passedOn.amountFen} /> <DayText day={passedOn.on} />{' '}
                            <span className="figure quiet">{passedOn.bankReference}</span>
                          </>
                        ),
                      },
                    ]
                  : []),
                ...refunds.map((refund) => ({
                  key: refund.id,
                  label: t('contribution.refunded'),
                  value: (
                    <>
                      <Money fen={refund.amountFen} /> <DayText day={refund.refundedOn} />{' '}
                      <span className="figure quiet">{refund.bankReference}</span>
                    </>
                  ),
                })),
              ]}
            />
            <ul className="contribution-lines">
              {receipts.map((receipt) => (
                <li key={receipt.id}>
                  <AddressLink to={`/contributions/receipts/${receipt.id}`}>
                    {t('contribution.no', { number: receipt.number })}
                  </AddressLink>
                  <Money fen={receipt.amountFen} />
                  <DayText day={receipt.paidOn} />
                  <StateMark of="receipt-state" state={receipt.state} />
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Answered>
  )
}
