import { type FormEvent, useState } from 'react'
import { newId } from '../../../../kernel/identity/id.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { TroubleNote } from '../../../../web/kit/states/trouble-note.tsx'
import { useAct } from '../../../../web/home/use-act.ts'
import { useAsk } from '../../../../web/home/use-ask.ts'
import { ActTold } from '../../../households/web/home/act-told.tsx'
import { type Half, halves } from '../../rules/days.ts'
import { Appointments } from '../appointments.tsx'

/** When the crew comes, and moving it where that day does not suit (§3.2.2). */
export function VisitPage({ home }: { home: string }) {
  const { t } = useWords()
  const { answer, trouble, again } = useAsk('appointment.own', {})
  return (
    <section className="home-card">
      <h2>{t('appointments.title')}</h2>
      {trouble && <TroubleNote trouble={trouble} onRetry={again} />}
      {!answer && !trouble && <p className="home-wait">{t('kit.loading')}</p>}
      {answer && answer.standing !== 'in' && (
        <p>
          {answer.takesBack !== null
            ? t('own.appointment.takes-back', { firm: answer.takesBack })
            : t(answer.standing === 'left' ? 'own.appointment.left' : 'own.appointment.not-in')}
        </p>
      )}
      {answer?.standing === 'in' && (
        <>
          <p>{t('own.appointment.lead')}</p>
          <Appointments {...answer} />
          {answer.appointments.some(({ movedOn }) => movedOn === null) && <Move home={home} onDone={again} />}
        </>
      )}
      <AfterSales />
    </section>
  )
}

/** Whom to call when a machine fails (§3.3.3). */
function AfterSales() {
  const { t } = useWords()
  const point = useAsk('after-sales.own', {}).answer?.point
  if (!point) return null
  return (
    <>
      <h3>{t('own.after-sales')}</h3>
      <p>{t('own.after-sales.of', { contractor: point.contractorName, name: point.name })}</p>
      <p>{point.address}</p>
      <p>
        {t('own.after-sales.call', { person: point.person })}{' '}
        <a href={`tel:${point.telephone}`}>{point.telephone}</a>
      </p>
    </>
  )
}

function Move({ home, onDone }: { home: string; onDone: () => void }) {
  const { t } = useWords()
  const act = useAct('appointment.move-own')
  const [id, setId] = useState(newId)
  const [day, setDay] = useState('')
  const [half, setHalf] = useState<Half>('morning')
  const [reason, setReason] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await act.perform({ home, id, day, half, reason })
    if (outcome?.status !== 'done') return
    setId(newId())
    setReason('')
    onDone()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <label>
        {t('own.appointment.day')}
        <input type="date" required value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      <label>
        {t('own.appointment.half')}
        <select value={half} onChange={(event) => setHalf(event.target.value as Half)}>
          {halves.map((each) => (
            <option key={each} value={each}>
              {t(`choice.half.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('own.appointment.reason')}
        <input
          required
          minLength={2}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <ActTold act={act} done={t('own.appointment.moved')} />
      <button type="submit" className="home-button" disabled={act.pending}>
        {t('own.appointment.move')}
      </button>
    </form>
  )
}
