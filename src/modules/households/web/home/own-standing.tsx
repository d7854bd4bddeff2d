import { useWords } from '../../../../web/kit/language/use-words.ts'
import { useAsk } from '../../../../web/home/use-ask.ts'
import type { OwnQuestion } from '../../rules/own-question.ts'
import type { OwnHome } from './own-home.tsx'

/** How the home stands, why in a sentence, and the one thing to do now. */
export function OwnStanding({ own }: { own: OwnHome }) {
  const { t, pick } = useWords()
  const { stage, standing, ending, answer, waiting, toNotice } = own.home
  if (ending) return <p className="own-next">{t(`own.ended.${ending}`)}</p>
  if (standing !== 'in')
    return (
      <div className="own-next">
        <p>{t(standsAs(own))}</p>
        {standing === 'noticed' && own.notice?.isLookedInto && <p>{t('own.notice.looked-into')}</p>}
        {waiting && <p>{t(`own.standing.place.${waiting.list}`, { place: waiting.place })}</p>}
        {own.notice?.outcome === 'returned' && standing !== 'noticed' && (
          <p>
            {t('own.standing.taken-off', { number: own.notice.number })}{' '}
            <a href="#/notice">{t('own.standing.taken-off.see')}</a>
          </p>
        )}
        {(standing === 'refused' || standing === 'open') && (
          <>
            <Why decision={own.decision} />
            <a className="home-button own-link" href="#/decision">
              {t(`own.standing.${standing}.do`)}
            </a>
          </>
        )}
      </div>
    )
  const leaving = own.changes.find(({ leaves, state }) => leaves && state === 'asked')
  return (
    <div className="own-next">
      {leaving?.label ? (
        <p>{t('own.standing.leaving', { change: pick(leaving.label) })}</p>
      ) : toNotice ? (
        <p>{t(`own.standing.again.${answer}`)}</p>
      ) : own.papers.some(({ id, signed }) => id === 'commitment' && signed) ? (
        <Next stage={stage} />
      ) : (
        <p>
          {t('own.next.sign')}{' '}
          <a className="home-button own-link" href="#/papers">
            {t('own.next.sign.do')}
          </a>
        </p>
      )}
      {answer !== 'yes' && (
        <p>
          {t(`own.standing.in.${answer}`)} <a href="#/decision">{t('own.standing.see')}</a>
        </p>
      )}
    </div>
  )
}

/** Beside a decision that says no more than that the home qualifies: it waits all the same, and where it stands. */
export function WaitsEligible({ waiting }: { waiting: NonNullable<OwnHome['home']['waiting']> }) {
  const { t } = useWords()
  return (
    <p>
      <b>{t('own.standing.waiting')}</b> {t(`own.standing.place.${waiting.list}`, { place: waiting.place })}
    </p>
  )
}

/** What comes next; machines that were accepted already and are checked again are told of as such (§3.3.3). */
function Next({ stage }: { stage: OwnHome['home']['stage'] }) {
  const { t } = useWords()
  const recheck = useAsk('home.own-recheck', {}).answer?.recheck
  if (!recheck) return <p>{t(`own.next.${stage}`)}</p>
  return (
    <>
      <p>
        {t(recheck.moved ? 'own.recheck.moved' : 'own.recheck.doubt', { day: recheck.since })} §3.3.3 §3.3.4
      </p>
      <p>{t(`own.recheck.next.${stage}`)}</p>
      <p>{t('own.recheck.money')}</p>
    </>
  )
}

/** On a notice: whether its board hangs yet, and whether its days are over. */
function standsAs({ home: { standing }, notice, today }: OwnHome): string {
  if (standing !== 'noticed' || !notice) return `own.standing.${standing}`
  if (notice.closesOn === null) return 'own.standing.notice-unposted'
  return notice.closesOn < today ? 'own.standing.notice-over' : 'own.standing.noticed'
}

/** What refuses the home, or what is not verified yet, in one sentence. */
export function Why({ decision }: { decision: OwnQuestion | null }) {
  const { t, pick } = useWords()
  if (!decision) return null
  const reasons =
    decision.answer === 'no'
      ? decision.failed.flatMap(({ label, facts }) =>
          facts.length > 0 ? facts.map(({ now, label: fact }) => now ?? fact) : [label],
        )
      : decision.missing.map(({ says }) => says)
  if (reasons.length === 0) return null
  return (
    <p>
      {t(decision.answer === 'no' ? 'own.standing.why' : 'own.standing.missing', {
        reasons: reasons.map(pick).join(t('own.standing.and')),
      })}
    </p>
  )
}
