import { useWords } from '../../../../web/kit/language/use-words.ts'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'
import { useAsk } from '../../../../web/home/use-ask.ts'
import { hasPlaces } from '../../rules/own-steps.ts'
import { OwnExceptions } from './own-exceptions.tsx'
import { OwnFamily } from './own-family.tsx'
import { PapersAwaited } from './papers-awaited.tsx'
import { Card, type OwnHome, OwnHomeLoaded } from './own-home.tsx'
import { WaitsEligible } from './own-standing.tsx'
import { Question } from './question.tsx'

/** What was decided about the home and why; what is missing, what would change it, where to go. */
export function DecisionPage() {
  const { t } = useWords()
  return (
    <OwnHomeLoaded>
      {(own) => (
        <>
          <section className="own-print-only">
            <h1>{t('own.print.title')}</h1>
            <p>{t('own.print.home', own.home)}</p>
          </section>
          <Card title={t('own.decision')}>
            {own.home.ending ? (
              <p>{t(`own.ended.${own.home.ending}`)}</p>
            ) : own.decision ? (
              <Question question={own.decision}>
                <OwnPapersAwaited own={own} />
                <p>{t(`own.decision.${own.decision.answer}`)}</p>
                {own.home.waiting && <WaitsEligible waiting={own.home.waiting} />}
                <p className="quiet">{t(`own.line.${own.home.line}`)}</p>
                <OwnFamily family={own.family} />
                <OwnExceptions {...own} />
              </Question>
            ) : (
              <p>{t('own.decision.none')}</p>
            )}
          </Card>
          <WhereToGo own={own} />
        </>
      )}
    </OwnHomeLoaded>
  )
}

function OwnPapersAwaited({ own: { today, home } }: { own: OwnHome }) {
  const { answer } = useAsk('pair.own-papers', {})
  return answer && <PapersAwaited town={home.townName} awaited={answer} today={today} />
}

/** How to ask and to object, until when, and who decides. */
function WhereToGo({ own: { today, home, decision, hotline, notice, openNotices } }: { own: OwnHome }) {
  const { t } = useWords()
  const whereToGo = home.ended ? 'own.ask.where' : hasPlaces(decision) ? 'own.wrong.there' : 'own.wrong.where'
  return (
    <Card title={t(home.ended ? 'own.ask' : 'own.wrong')}>
      <p>{t(whereToGo, { town: home.townName, village: home.villageName })}</p>
      {!home.ended && <p>{t('own.wrong.decides', { town: home.townName })}</p>}
      {notice?.review && (
        <p>
          {t('own.review.lead')} <DayText day={notice.review.until} today={today} />{' '}
          <a href="#/notice">{t('own.review')}</a>
        </p>
      )}
      {openNotices.map(({ id, number, closesOn }) => (
        <p key={id}>
          {t(closesOn ? 'own.wrong.notice' : 'own.wrong.notice.unposted', { number })}{' '}
          {closesOn && <DayText day={closesOn} today={today} />}{' '}
          <a href="#/notice">{t('act.objection.raise-own')}</a>
        </p>
      ))}
      {home.townTelephone && (
        <p>
          {t('own.town-telephone', { town: home.townName })}{' '}
          <a href={`tel:${home.townTelephone}`}>{home.townTelephone}</a>
        </p>
      )}
      <p>
        {t('own.hotline')} <a href={`tel:${hotline}`}>{hotline}</a>
      </p>
      <button type="button" className="home-button" onClick={() => print()}>
        {t('own.print')}
      </button>
    </Card>
  )
}
