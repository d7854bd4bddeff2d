import { Button, Modal } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { ExceptionForm } from '../../households/web/exception-form.tsx'

type OfHome = Answer<'pair.get'>['exceptions'][number]

/** §4.4 in principle: of either home, what was asked for, how it stands, and what may be asked for now. */
export function PairExceptions({ exceptions }: { exceptions: readonly OfHome[] }) {
  const { t } = useWords()
  const told = exceptions.filter(({ requests, open }) => requests.length > 0 || open.length > 0)
  if (told.length === 0) return null
  return (
    <section className="pair-exceptions">
      <h3>{t('home.exceptions')}</h3>
      <p className="quiet">{t('home.exception.lead')}</p>
      <ul>
        {told.map((home) => (
          <Exceptions key={home.home} of={home} />
        ))}
      </ul>
    </section>
  )
}

function Exceptions({ of: { home, householder, sequence, requests, open, mayAsk } }: { of: OfHome }) {
  const { t, pick } = useWords()
  const mayGrant = useMay('home.grant-exception')
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const waits = requests.some(({ state }) => state === 'asked')
  return (
    <li>
      <AddressLink to={`/homes/${home}`}>
        {householder} · {t('register.number', { number: sequence })}
      </AddressLink>
      {requests.map((one) => (
        <div key={one.id}>
          {pick(one.label)} · {t(`home.exception.${one.state}`)}{' '}
          <span className="quiet">
            {one.reason} · {one.askedBy} · <DayText day={one.askedOn} />
          </span>
        </div>
      ))}
      {open.length > 0 && (
        <div>
          {open.map(({ label }) => pick(label)).join(t('pairs.and'))} · {t('pair.exception.none')}{' '}
          {mayAsk && (
            <Button size="small" onClick={() => setAsking(true)}>
              {t('act.home.ask-exception')}
            </Button>
          )}
        </div>
      )}
      {waits && mayGrant && <div className="quiet">{t('pair.exception.decide-there')}</div>}
      <Modal open={asking} title={t('act.home.ask-exception')} onCancel={close} footer={null} destroyOnHidden>
        <ExceptionForm id={home} newRequest={newId} onDone={close} onCancel={close} />
      </Modal>
    </li>
  )
}
