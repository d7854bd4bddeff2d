import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { StateMark } from './state-mark.tsx'

/** One receipt: whose, how much, in whose hands, and on which slip. */
export function ReceiptPage() {
  const { t } = useWords()
  const { receipt: id } = useParams({ strict: false }) as { receipt: string }
  return (
    <Answered answer={useAnswer('contribution.receipt', { receipt: id })}>
      {(receipt) => (
        <PageFrame
          title={t('contribution.no', { number: receipt.number })}
          lead={`${receipt.townName} ${receipt.villageName} ${receipt.sequence}`}
          back={{ to: '/contributions/receipts', label: t('contribution.receipts.title') }}
        >
          <Panel>
            <Facts
              items={[
                {
                  key: 'home',
                  label: t('field.householder'),
                  value: <AddressLink to={`/homes/${receipt.home}`}>{receipt.householder}</AddressLink>,
                },
                { key: 'amount', label: t('field.amountFen'), value: <Money fen={receipt.amountFen} /> },
                { key: 'on', label: t('contribution.paid-on'), value: <DayText day={receipt.paidOn} /> },
                { key: 'way', label: t('contribution.way'), value: t(`contribution-way.${receipt.way}`) },
                {
                  key: 'by',
                  label: t('contribution.collected-by'),
                  value: receipt.collectedBy ?? <Blank />,
                },
                {
                  key: 'state',
                  label: t('contribution.state'),
                  value: <StateMark of="receipt-state" state={receipt.state} />,
                },
                ...(receipt.slip
                  ? [
                      {
                        key: 'slip',
                        label: t('contribution.slip-number'),
                        value: (
                          <AddressLink to={`/contributions/slips/${receipt.slip}`}>
                            {receipt.slipNumber}
                          </AddressLink>
                        ),
                      },
                    ]
                  : []),
                ...(receipt.voidReason
                  ? [{ key: 'void', label: t('contribution.void-reason'), value: receipt.voidReason }]
                  : []),
              ]}
            />
          </Panel>
          <Panel title={t('money.what-now')}>
            <AvailableActs type="contribution-receipt" id={id} subjectField="receipt" />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}
