import { useAsk } from '../../../../web/home/use-ask.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { Money } from '../../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'

/** What the family pays itself: due, paid against which receipts, and what came back (§A.2). */
export function OwnContribution() {
  const { t } = useWords()
  const { answer } = useAsk('contribution.own', {})
  if (!answer?.standing || (answer.standing.standing === 'none' && answer.receipts.length === 0)) return null
  const { standing, receipts, refunds } = answer
  const isIn = standing.dueFen > 0
  return (
    <section className="home-card">
      <h2>{t('own.contribution')}</h2>
      {isIn && (
        <p>
          {t('own.contribution.due')} <Money fen={standing.dueFen} />
        </p>
      )}
      <p>
        {t('own.contribution.paid')} <Money fen={standing.receivedFen} />
      </p>
      {isIn && (
        <p className="own-standing">
          {standing.openFen > 0 ? (
            <>
              {t('own.contribution.open')} <Money fen={standing.openFen} />
            </>
          ) : (
            t('own.contribution.complete')
          )}
        </p>
      )}
      {standing.standing === 'to-refund' && <p className="own-standing">{t('own.contribution.to-refund')}</p>}
      <ul>
        {receipts.map((receipt) => (
          <li key={receipt.id}>
            {t('own.contribution.receipt', { number: receipt.number })} <Money fen={receipt.amountFen} />{' '}
            <DayText day={receipt.paidOn} /> {t(`contribution-way.${receipt.way}`)}
            {receipt.state === 'void' && ` · ${t('own.contribution.void')}`}
          </li>
        ))}
        {refunds.map((refund) => (
          <li key={refund.id}>
            {t('own.contribution.refund')} <Money fen={refund.amountFen} />{' '}
            <DayText day={refund.refundedOn} />
          </li>
        ))}
      </ul>
      {isIn && standing.openFen > 0 && <p className="quiet">{t('own.contribution.keep')}</p>}
    </section>
  )
}
