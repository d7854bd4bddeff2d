import { useWords } from '../../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../../web/kit/policy/clauses.tsx'
import { Money } from '../../../../web/kit/quantities/amounts.tsx'
import { useAsk } from '../../../../web/home/use-ask.ts'
import { Card, type OwnHome } from './own-home.tsx'

/** Subsidy the family owes back, said where it arrives; what a firm owes for its machines is no debt of theirs (§4.2). */
export function Owed({ own: { home } }: { own: OwnHome }) {
  const { t } = useWords()
  const { answer } = useAsk('home.money', {})
  const owed = (answer?.recoveries ?? []).filter(({ state, failedCheck }) => state === 'open' && !failedCheck)
  return owed.map(({ id, owedFen, repaidFen, waivedFen, plan, foundOn, change, clauses }) => {
    const next = plan.find(({ amountFen, settledFen }) => settledFen < amountFen)
    return (
      <Card key={id} title={t('own.owed')}>
        <p>
          {t('own.owed.left')} <Money fen={owedFen - repaidFen - waivedFen} />
        </p>
        <p>
          {t(change ? 'own.owed.after-leaving' : 'own.owed.coal', { day: foundOn })} <Clauses ids={clauses} />
        </p>
        {next && (
          <p>
            {t('own.owed.next', { day: next.dueOn })} <Money fen={next.amountFen - next.settledFen} />
          </p>
        )}
        <p>{t('own.owed.where', { town: home.townName })}</p>
        <a className="home-button own-link" href="#/money">
          {t('own.owed.see')}
        </a>
      </Card>
    )
  })
}
