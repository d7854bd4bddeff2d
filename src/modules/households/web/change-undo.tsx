import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { ChangeAskForm } from './change-ask-form.tsx'
import type { Home } from './home.ts'

/** Whether an approval by mistake can still be undone, by whom and till when; whoever may has the button beside. */
export function ChangeUndo({
  change: { undo, enters, ...left },
}: {
  change: Pick<Answer<'change.page'>, 'undo' | 'enters'> & Left
}) {
  const { t } = useWords()
  if (!undo) return null
  const { refusals, mayUndo, back } = undo
  if (refusals.length > 0)
    return (
      <>
        {/* Of an act one may do, the acts themselves say why not now. */}
        {!mayUndo && (
          <p className="quiet">
            {t('change.undo.no-more')}
            {refusals.map(
              ({ code, facts }) => `${t(`refusal.${code}`, facts)} ${t(`remedy.${code}`, facts)}`,
            )}
          </p>
        )}
        {back && <WayBack left={left} back={back} />}
      </>
    )
  return (
    <p className="quiet">
      {t(mayUndo ? 'change.undo.yours' : 'change.undo.who')}{' '}
      {t(enters ? 'change.undo.until-notice' : 'change.undo.any-time')}
    </p>
  )
}

type Left = Pick<Answer<'change.page'>, 'home' | 'householder' | 'sequence' | 'villageName'>
type Back = NonNullable<NonNullable<Answer<'change.page'>['undo']>['back']>

/** The way back where nothing can be undone: the town asks, another person decides. */
function WayBack({ left, back: { refusals, mayAsk } }: { left: Left; back: Back }) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <p>{t('change.back.how')}</p>
      {refusals.length > 0 ? (
        <p className="quiet">
          {t('change.back.not-now')}
          {refusals.map(({ code, facts }) => `${t(`refusal.${code}`, facts)} ${t(`remedy.${code}`, facts)}`)}
        </p>
      ) : (
        mayAsk && (
          <p>
            <Button type="primary" onClick={() => setAsking(true)}>
              {t('change.back.ask')}
            </Button>
          </p>
        )
      )}
      <Modal open={asking} title={t('change.back.title')} onCancel={close} footer={null} destroyOnHidden>
        <p>
          {t('change.back.what', {
            name: left.householder,
            sequence: left.sequence,
            village: left.villageName,
          })}
        </p>
        <p className="quiet">{t('change.back.then')}</p>
        <ChangeAskForm id={left.home} onDone={close} onCancel={close} />
      </Modal>
    </>
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
