import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { OwnExceptions } from './home/own-exceptions.tsx'
import { OwnFamily } from './home/own-family.tsx'
import { PapersAwaited } from './home/papers-awaited.tsx'
import { WaitsEligible } from './home/own-standing.tsx'
import { hasPlaces } from '../rules/own-steps.ts'
import { Question } from './home/question.tsx'
import './told.css'

/** The decision as the family reads it, to be printed and handed over. */
export function ToldPage() {
  const { t } = useWords()
  const { home } = useParams({ strict: false }) as { home: string }
  const answer = useAnswer('home.told', { home })
  const awaited = useAnswer('pair.papers-awaited', { home }).data
  return (
    <Answered answer={answer}>
      {({ home: own, decision, family, exceptions, hotline, today }) => (
        <PageFrame
          title={t('told.title')}
          lead={t('told.lead')}
          back={{ to: `/homes/${home}`, label: own.householder }}
          actions={
            <Button type="primary" onClick={() => print()}>
              {t('told.print')}
            </Button>
          }
        >
          <article className="told-sheet home-card">
            <h1>{t('own.print.title')}</h1>
            <p>{t('own.print.home', own)}</p>
            {own.ending ? (
              <p>{t(`own.ended.${own.ending}`)}</p>
            ) : decision ? (
              <Question question={decision}>
                {awaited && <PapersAwaited town={own.townName} awaited={awaited} today={today} />}
                <p>{t(`own.decision.${decision.answer}`)}</p>
                {own.waiting && <WaitsEligible waiting={own.waiting} />}
                <p className="quiet">{t(`own.line.${own.line}`)}</p>
                <OwnFamily family={family} />
                <OwnExceptions exceptions={exceptions} today={today} />
              </Question>
            ) : (
              <p>{t('own.decision.none')}</p>
            )}
            <footer>
              <p>
                {t(
                  own.ended ? 'own.ask.where' : hasPlaces(decision) ? 'own.wrong.there' : 'own.wrong.where',
                  {
                    town: own.townName,
                    village: own.villageName,
                  },
                )}
              </p>
              {!own.ended && <p>{t('own.wrong.decides', { town: own.townName })}</p>}
              <p>
                {t('own.hotline')} {hotline} · {t('told.printed')} <DayText day={today} />
              </p>
            </footer>
          </article>
        </PageFrame>
      )}
    </Answered>
  )
}
