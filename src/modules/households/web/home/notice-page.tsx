import { type FormEvent, useId, useState } from 'react'
import { newId } from '../../../../kernel/identity/id.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'
import { isLongEnough, saidLength } from '../../rules/said-length.ts'
import { useAct } from '../../../../web/home/use-act.ts'
import { ActTold } from './act-told.tsx'
import { Card, OwnHomeLoaded, type OwnHome } from './own-home.tsx'

/** The notices of the village, what this household objected to and what it was answered. */
export function NoticePage({ home }: { home: string }) {
  const { t } = useWords()
  return (
    <OwnHomeLoaded>
      {(own, again) => (
        <>
          <Card title={t('own.notice')}>
            <OwnLine own={own} />
            {own.openNotices.length === 0 && <p className="quiet">{t('own.notice.none-open')}</p>}
            {own.openNotices.map((notice) => (
              <p key={notice.id}>
                <a href={notice.webPath}>{t('own.notice.read', { number: notice.number })}</a>{' '}
                <span className="quiet">
                  {t('own.notice.until')} <DayText day={notice.closesOn} today={own.today} />
                </span>
              </p>
            ))}
          </Card>
          {own.openNotices.length > 0 && (
            <Card title={t('act.objection.raise-own')}>
              <ObjectForm home={home} notices={own.openNotices} onDone={again} />
            </Card>
          )}
          {own.objections.length > 0 && (
            <Card title={t('own.objections')}>
              <ul className="own-objections">
                {own.objections.map(({ id, said, raisedOn, state, answer, answeredOn, ...then }) => (
                  <li key={id}>
                    <p className="quiet">
                      <DayText day={raisedOn} /> · {t(`objection-state.${state}`)}
                    </p>
                    <p>{said}</p>
                    {state === 'open' && (
                      <p className="quiet">{t('own.objection.answered-by', { town: own.home.townName })}</p>
                    )}
                    {answer && (
                      <p className="own-answer">
                        <DayText day={answeredOn} /> {answer}
                      </p>
                    )}
                    {then.followUp && (
                      <p className="own-answer">
                        {t('objection-told.follow-up', { day: then.followUpBy })} {then.followUp}
                      </p>
                    )}
                    {then.followed && (
                      <p className="own-answer">
                        {t('objection-told.followed', { day: then.followedOn })} {then.followed}
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </>
      )}
    </OwnHomeLoaded>
  )
}

function OwnLine({ own: { notice, home } }: { own: OwnHome }) {
  const { t } = useWords()
  const { standing } = home
  if (!notice)
    return <p>{t(standing === 'refused' || standing === 'left' ? 'own.notice.not' : 'own.notice.never')}</p>
  const values = {
    number: notice.number,
    position: notice.position,
    from: notice.opensOn,
    to: notice.closesOn,
  }
  return (
    <>
      <p>{t('own.notice.line', values)}</p>
      {notice.outcome && (
        <p>
          {t(`notice-outcome.${notice.outcome}`)}
          {notice.reason && ` · ${t(`notice-reason.${notice.reason}`)}`}
        </p>
      )}
    </>
  )
}

interface FormProps {
  home: string
  notices: OwnHome['openNotices']
  onDone: () => void
}

function ObjectForm({ home, notices, onDone }: FormProps) {
  const { t } = useWords()
  const id = useId()
  const [objection, setObjection] = useState(newId)
  const [notice, setNotice] = useState(notices[0]?.id ?? '')
  const [position, setPosition] = useState('')
  const [said, setSaid] = useState('')
  const [incomplete, setIncomplete] = useState(false)
  const act = useAct('objection.raise-own')
  const number = Number(position.normalize('NFKC').trim())

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const isWhole = position.trim() === '' || (Number.isInteger(number) && number > 0)
    const isComplete = isLongEnough(said) && isWhole
    setIncomplete(!isComplete)
    if (!isComplete) return
    const about = position.trim() === '' ? {} : { position: number }
    const outcome = await act.perform({ id: objection, home, notice, said: said.trim(), ...about })
    if (outcome?.status !== 'done') return
    setObjection(newId())
    setSaid('')
    setPosition('')
    onDone()
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {notices.length > 1 && (
        <>
          <label htmlFor={`${id}-notice`}>{t('own.notice')}</label>
          <select id={`${id}-notice`} value={notice} onChange={(event) => setNotice(event.target.value)}>
            {notices.map((each) => (
              <option key={each.id} value={each.id}>
                {t('board.number', { number: each.number })}
              </option>
            ))}
          </select>
        </>
      )}
      <label htmlFor={`${id}-position`}>{t('page.position')}</label>
      <input
        id={`${id}-position`}
        inputMode="numeric"
        maxLength={5}
        value={position}
        onChange={(event) => setPosition(event.target.value)}
      />
      <label htmlFor={`${id}-said`}>{t('page.said')}</label>
      <textarea
        id={`${id}-said`}
        rows={5}
        maxLength={saidLength.most}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
        aria-describedby={`${id}-help`}
      />
      <p id={`${id}-help`} className="quiet home-help">
        {t('own.object.help')}
      </p>
      {incomplete && <p role="alert">{t('page.too-short', saidLength)}</p>}
      <ActTold act={act} done={t('act.objection.raise-own.done')} />
      <button type="submit" className="home-button" disabled={act.pending}>
        {t('page.send')}
      </button>
    </form>
  )
}
