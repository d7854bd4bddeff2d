import { Decision } from '../../../../web/kit/decision/decision.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { Card, OwnHomeLoaded } from './own-home.tsx'

/** What was decided about the home and why; what is missing and what would change it. */
export function DecisionPage() {
  const { t } = useWords()
  return (
    <OwnHomeLoaded>
      {({ decision, hotline, home }) => (
        <>
          <Card title={t('own.decision')}>
            {decision ? (
              <>
                <p>{t(`own.decision.${decision.decision.answer}`)}</p>
                <Decision decision={decision.decision} terms={decision.terms} />
              </>
            ) : (
              <p>{t('own.decision.none')}</p>
            )}
          </Card>
          <Card title={t('own.wrong')}>
            <p>{t('own.wrong.where', { town: home.townName, village: home.villageName })}</p>
            <p>
              {t('own.hotline')} <a href={`tel:${hotline}`}>{hotline}</a>
            </p>
          </Card>
        </>
      )}
    </OwnHomeLoaded>
  )
}
