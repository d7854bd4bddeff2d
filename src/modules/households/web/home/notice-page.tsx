import { type FormEvent, useId, useState } from 'react'
import { newId } from '../../../../kernel/identity/id.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'
import { mostHomes, readPositions } from '../../rules/named-positions.ts'
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
                {notice.webPath ? (
                  <a href={notice.webPath}>{t('own.notice.read', { number: notice.number })}</a>
                ) : (
                  t('board.number', { number: notice.number })
                )}{' '}
                <span className="quiet">
                  {notice.closesOn ? (
                    <>
                      {t('own.notice.until')} <DayText day={notice.closesOn} today={own.today} />
                    </>
                  ) : (
                    t(notice.webPath ? 'own.notice.unposted' : 'own.notice.unposted.down')
                  )}
                </span>
              </p>
            ))}
          </Card>
          {own.notice?.review && (
            <Card title={t('own.review')}>
              <ReviewForm home={home} review={own.notice.review} today={own.today} onDone={again} />
            </Card>
          )}
          {own.openNotices.length > 0 && (
            <Card title={t('act.objection.raise-own')}>
              <ObjectForm
                home={home}
                notices={own.openNotices}
                onBoard={own.notice?.outcome === null ? own.notice : null}
                onDone={again}
              />
            </Card>
          )}
          {own.objections.length > 0 && (
            <Card title={t('own.objections')}>
              <ul className="own-objections">
                {own.objections.map(({ id, said, raisedOn, isReview, answers }) => (
                  <li key={id}>
                    <p className="quiet">
                      <DayText day={raisedOn} /> {isReview && t('own.review.asked')}
                    </p>
                    <p>{said}</p>
                    {answers.map((answer) => (
                      <OwnAnswer key={answer.id} answer={answer} town={own.home.townName} />
                    ))}
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

/** What became of one home the household named, or of the list as a whole. */
function OwnAnswer({
  answer: { position, aboutOwn, state, answer, answeredOn, ...then },
  town,
}: {
  answer: OwnHome['objections'][number]['answers'][number]
  town: string
}) {
  const { t } = useWords()
  const about = aboutOwn
    ? t('own.object.own')
    : position === null
      ? t('objection-told.whole')
      : t('objection-told.home', { position, householder: '' }).trim()
  return (
    <div className="own-answered">
      <p className="quiet">
        {about} · {t(`objection-state.${state}`)}
      </p>
      {state === 'open' && <p className="quiet">{t('own.objection.answered-by', { town })}</p>}
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
    </div>
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
      <p>{t(notice.closesOn ? 'own.notice.line' : 'own.notice.line.unposted', values)}</p>
      {notice.outcome && (
        <p>
          {t(`notice-outcome.${notice.outcome}`)}
          {notice.reason && ` · ${t(`notice-reason.${notice.reason}`)}`}
        </p>
      )}
      {notice.isLookedInto && <p>{t('own.notice.looked-into')}</p>}
      {notice.upheld
        .filter(({ isOwn }) => !isOwn)
        .map(({ answer, on, heard, heardOn, paper }) => (
          <div key={`${on} ${answer}`}>
            <p>
              {t('own.notice.upheld')} <DayText day={on} /> {answer}
            </p>
            {paper && <p className="quiet">{t('own.notice.rests-on', { paper })}</p>}
            {heard && (
              <p className="quiet">
                {t('own.notice.heard')} <DayText day={heardOn} /> {heard}
              </p>
            )}
          </div>
        ))}
      {home.toNotice && <p>{t(`own.standing.again.${home.answer}`)}</p>}
      {home.ending && <p>{t(`own.ended.${home.ending}`)}</p>}
    </>
  )
}

/** The family's word against what was upheld about its own home: somebody else looks at it again. */
function ReviewForm({
  home,
  review: { notice, until },
  today,
  onDone,
}: {
  home: string
  review: NonNullable<NonNullable<OwnHome['notice']>['review']>
  today: string
  onDone: () => void
}) {
  const { t } = useWords()
  const [objection] = useState(newId)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const act = useAct('objection.raise-own')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const lacks = isLongEnough(said) ? undefined : t('page.too-short', saidLength)
    setProblem(lacks)
    if (lacks) return
    const outcome = await act.perform({
      ...{ id: objection, home, notice, said: said.trim() },
      own: true,
    })
    if (outcome?.status === 'done') onDone()
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <p>
        {t('own.review.lead')} <DayText day={until} today={today} />
      </p>
      <SaidAndSent said={said} onSaid={setSaid} help="own.review.help" problem={problem} act={act} />
    </form>
  )
}

/** What is said, and the button that sends it; what is missing now is not told beside what came of the one before. */
function SaidAndSent({
  said,
  onSaid,
  help,
  problem,
  act,
}: {
  said: string
  onSaid: (said: string) => void
  help: string
  problem: string | undefined
  act: ReturnType<typeof useAct<'objection.raise-own'>>
}) {
  const { t } = useWords()
  const id = useId()
  return (
    <>
      <label htmlFor={`${id}-said`}>{t('page.said')}</label>
      <textarea
        id={`${id}-said`}
        rows={5}
        maxLength={saidLength.most}
        value={said}
        onChange={(event) => onSaid(event.target.value)}
        aria-describedby={`${id}-help`}
      />
      <p id={`${id}-help`} className="quiet home-help">
        {t(help)}
      </p>
      {problem ? (
        <p role="alert">{problem}</p>
      ) : (
        <ActTold act={act} done={t('act.objection.raise-own.done')} />
      )}
      <button type="submit" className="home-button" disabled={act.pending}>
        {t('page.send')}
      </button>
    </>
  )
}

interface FormProps {
  home: string
  notices: OwnHome['openNotices']
  /** The line of the board the own home stands on; null where it stands on none. */
  onBoard: { number: number; position: number } | null
  onDone: () => void
}

/** What a household objects to: its own home, or others on the list. */
const abouts = ['own', 'others'] as const

function ObjectForm({ home, notices, onBoard, onDone }: FormProps) {
  const { t } = useWords()
  const id = useId()
  const [objection, setObjection] = useState(newId)
  const [notice, setNotice] = useState(notices[0]?.id ?? '')
  const [about, setAbout] = useState<(typeof abouts)[number]>()
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const act = useAct('objection.raise-own')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const positions = about === 'others' ? readPositions(typed) : []
    const lacks = !about
      ? t('own.object.choose')
      : !positions
        ? t('page.positions-unread')
        : isLongEnough(said)
          ? undefined
          : t('page.too-short', saidLength)
    setProblem(lacks)
    if (!positions || lacks) return
    const named = about === 'own' ? { own: true as const } : positions.length > 0 ? { positions } : {}
    const outcome = await act.perform({ id: objection, home, notice, said: said.trim(), ...named })
    if (outcome?.status !== 'done') return
    setObjection(newId())
    setSaid('')
    setTyped('')
    setAbout(undefined)
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
      <fieldset className="own-choice">
        <legend>{t('own.object.about')}</legend>
        {abouts.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`${id}-about`}
              checked={about === each}
              onChange={() => setAbout(each)}
            />{' '}
            {each === 'own' && onBoard ? t('own.object.own.line', onBoard) : t(`own.object.${each}`)}
          </label>
        ))}
      </fieldset>
      {about === 'others' && (
        <>
          <label htmlFor={`${id}-positions`}>{t('page.position')}</label>
          <input
            id={`${id}-positions`}
            maxLength={200}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            aria-describedby={`${id}-positions-help`}
          />
          <p id={`${id}-positions-help`} className="quiet home-help">
            {t('page.positions-help', { most: mostHomes })}
          </p>
        </>
      )}
      <SaidAndSent said={said} onSaid={setSaid} help="own.object.help" problem={problem} act={act} />
    </form>
  )
}
