import type { Answer } from '../../../web/kit/api/names.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import type { Home } from './home.ts'

/** Whether an approval by mistake can still be undone, by whom and till when; whoever may has the button beside. */
export function ChangeUndo({
  change: { undo, enters },
}: {
  change: Pick<Answer<'change.page'>, 'undo' | 'enters'>
}) {
  const { t } = useWords()
  if (!undo) return null
  const { refusals, mayUndo } = undo
  // Of an act one may do, the acts themselves say why not now.
  if (refusals.length > 0)
    return mayUndo ? null : (
      <p className="quiet">
        {t('change.undo.no-more')}
        {refusals.map(({ code, facts }) => `${t(`refusal.${code}`, facts)} ${t(`remedy.${code}`, facts)}`)}
      </p>
    )
  return (
    <p className="quiet">
      {t(mayUndo ? 'change.undo.yours' : 'change.undo.who')}{' '}
      {t(enters ? 'change.undo.until-notice' : 'change.undo.any-time')}
    </p>
  )
}

/** By which change a home left, and the way back where there is one. */
export function Departed({
  departure: { change: id, number, kind, on },
}: {
  departure: NonNullable<Home['departure']>
}) {
  const { t } = useWords()
  return (
    <Answered answer={useAnswer('change.page', { change: id })}>
      {(change) => (
        <div className="change-departed">
          <p>
            {t('change.left', { kind: t(`change-kind.${kind}`) })} <DayText day={on} />{' '}
            <AddressLink to={`/changes/${id}`}>{t('change.title', { number })}</AddressLink>
          </p>
          <ChangeUndo change={change} />
          {change.undo?.mayUndo && <AvailableActs type="change" id={id} only={['change.undo']} />}
        </div>
      )}
    </Answered>
  )
}
