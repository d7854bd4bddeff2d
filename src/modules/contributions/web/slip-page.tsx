import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { PaperLinks } from '../../funds/web/paper-links.tsx'
import { ReceiptTable } from './receipt-table.tsx'
import { StateMark } from './state-mark.tsx'

/** One slip: what the bank has, on which paper, for which receipts, and who has seen it. */
export function SlipPage() {
  const { t } = useWords()
  const { slip: id } = useParams({ strict: false }) as { slip: string }
  return (
    <Answered answer={useAnswer('contribution.slip', { slip: id })}>
      {(slip) => (
        <PageFrame
          title={t('contribution.slip-no', { number: slip.number })}
          lead={slip.townName}
          back={{ to: '/contributions/slips', label: t('contribution.slips.title') }}
        >
          <Panel>
            <Facts
              items={[
                { key: 'amount', label: t('field.amountFen'), value: <Money fen={slip.amountFen} /> },
                { key: 'on', label: t('field.bankedOn'), value: <DayText day={slip.bankedOn} /> },
                {
                  key: 'state',
                  label: t('contribution.state'),
                  value: <StateMark of="slip-state" state={slip.state} />,
                },
                { key: 'by', label: t('contribution.entered-by'), value: slip.enteredBy ?? <Blank /> },
                ...(slip.settledOn
                  ? [
                      {
                        key: 'settled',
                        label: t('contribution.settled-on'),
                        value: <DayText day={slip.settledOn} />,
                      },
                      {
                        key: 'settled-by',
                        label: t('contribution.settled-by'),
                        value: slip.settledBy ?? <Blank />,
                      },
                    ]
                  : []),
                ...(slip.reason
                  ? [{ key: 'reason', label: t('contribution.return-reason'), value: slip.reason }]
                  : []),
                { key: 'papers', label: t('money.papers'), value: <PaperLinks papers={slip.papers} /> },
              ]}
            />
          </Panel>
          {slip.state === 'entered' && (
            <Panel title={t('money.what-now')}>
              <AvailableActs type="contribution-slip" id={id} subjectField="slip" />
            </Panel>
          )}
          <Panel title={t('contribution.receipts-on-slip')}>
            <ReceiptTable slip={id} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}
