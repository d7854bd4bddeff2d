import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { ChangeMark, NoticedMark } from './change-marks.tsx'
import './change.css'

/** What may change of a home now and why not otherwise, and what changed before. */
export function ChangePanel({ home }: { home: string }) {
  const { t, pick } = useWords()
  return (
    <Answered answer={useAnswer('home.changes', { home })}>
      {({ mayAsk, refusals, kinds, room, waiting, changes }) => (
        <>
          {waiting && <p>{t(`change.panel.waits-${waiting.list}`, { place: waiting.place })}</p>}
          {!mayAsk ? null : refusals.length > 0 ? (
            <details className="change-not-now">
              <summary>{t('change.panel.cannot')}</summary>
              <ul className="change-consequences">
                {refusals.map(({ code, facts }) => (
                  <li key={code}>
                    {t(`refusal.${code}`, facts)} {t(`remedy.${code}`, facts)}
                  </li>
                ))}
              </ul>
            </details>
          ) : (
            <p>
              {t('change.panel.can')}
              {kinds.map(({ label }) => pick(label)).join(t('policy.change.and'))}
              {room && kinds.some(({ kind }) => kind === 'add') && ` ${t('change.panel.room', room)}`}
            </p>
          )}
          {changes.length === 0 ? (
            <Empty>{t('change.panel.none')}</Empty>
          ) : (
            <ul className="change-history">
              {changes.map((change) => (
                <li key={change.id}>
                  <AddressLink to={`/changes/${change.id}`}>
                    {t('change.title', { number: change.number })}
                  </AddressLink>{' '}
                  {change.enters === home
                    ? t('change.panel.comes-in', { householder: change.householder, number: change.sequence })
                    : `${t(`change-group.${change.group}`)} · ${t(`change-kind.${change.kind}`)}`}
                  {change.enters !== null &&
                    change.enters !== home &&
                    ` · ${t('change.panel.replaced-by', {
                      householder: change.entersHouseholder ?? '',
                      number: change.entersSequence ?? 0,
                    })}`}{' '}
                  · <ChangeMark state={change.state} /> <NoticedMark change={change} />{' '}
                  <DayText day={change.decidedOn ?? change.askedOn} />
                  {change.enters !== home && <div className="quiet">{change.reason}</div>}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Answered>
  )
}
