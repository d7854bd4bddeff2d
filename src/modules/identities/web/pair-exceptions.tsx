import { Button, Modal, Space } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DecideExceptionForm } from '../../households/web/decide-exception.tsx'
import { ExceptionForm } from '../../households/web/exception-form.tsx'
import { ExceptionTold } from '../../households/web/exception-told.tsx'

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

type Request = OfHome['requests'][number]
type Asking = { kind: 'ask' } | { kind: 'home.grant-exception' | 'home.decline-exception'; request: string }

function Exceptions({ of: { home, householder, sequence, requests, open, mayAsk } }: { of: OfHome }) {
  const { t, pick } = useWords()
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  return (
    <li>
      <AddressLink to={`/homes/${home}`}>
        {householder} · {t('register.number', { number: sequence })}
      </AddressLink>
      {requests.map((one) => (
        <OneRequest key={one.id} of={one} decide={(kind) => setAsking({ kind, request: one.id })} />
      ))}
      {open.length > 0 && (
        <div>
          {open.map(({ label }) => pick(label)).join(t('pairs.and'))} · {t('pair.exception.none')}{' '}
          {mayAsk && (
            <Button size="small" onClick={() => setAsking({ kind: 'ask' })}>
              {t('act.home.ask-exception')}
            </Button>
          )}
        </div>
      )}
      <Modal
        open={asking !== undefined}
        title={asking && t(asking.kind === 'ask' ? 'act.home.ask-exception' : `act.${asking.kind}`)}
        onCancel={close}
        footer={null}
        destroyOnHidden
      >
        {asking?.kind === 'ask' && (
          <ExceptionForm id={home} newRequest={newId} onDone={close} onCancel={close} />
        )}
        {asking && asking.kind !== 'ask' && (
          <DecideExceptionForm {...asking} id={home} onDone={close} onCancel={close} />
        )}
      </Modal>
    </li>
  )
}

/** One request with the two answers there are, for whoever may give them. */
function OneRequest({
  of,
  decide,
}: {
  of: Request
  decide: (kind: 'home.grant-exception' | 'home.decline-exception') => void
}) {
  const { t } = useWords()
  return (
    <div className="pair-exception">
      <ExceptionTold of={of} />
      {of.mayDecide && (
        <Space wrap className="pair-exception-answers">
          <Button size="small" type="primary" onClick={() => decide('home.grant-exception')}>
            {t('act.home.grant-exception')}
          </Button>
          <Button size="small" onClick={() => decide('home.decline-exception')}>
            {t('act.home.decline-exception')}
          </Button>
        </Space>
      )}
    </div>
  )
}
