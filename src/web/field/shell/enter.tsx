import { type FormEvent, useEffect, useId, useState } from 'react'
import { type Session } from '../../kit/api/session.ts'
import { useWords } from '../../kit/language/use-words.ts'
import type { FieldDatabase } from '../store/database.ts'
import { isFull } from '../store/outbox.ts'
import { findOwn, ifRoom, makeOwn, openOwn, type OwnStore } from './own-store.ts'
import { knownPeople, type Person, rememberPerson } from './people.ts'
import { SignInForm } from './sign-in-form.tsx'

interface Props {
  onOpen: (store: OwnStore) => void
}

type Step =
  | { at: 'sign-in'; people: readonly Person[] }
  | { at: 'pin'; person: Person; db: FieldDatabase }
  | { at: 'new-pin'; session: Session; db: FieldDatabase }

/** In by the PIN of whoever worked here last; the first time by signing in and choosing one. */
export function Enter({ onOpen }: Props) {
  const { t } = useWords()
  const [step, setStep] = useState<Step>()
  const [unfit, setUnfit] = useState(false)
  useEffect(() => void firstStep().then(setStep), [])
  if (!step) return <p className="out-wait">{t('kit.loading')}</p>

  const signedIn = async (session: Session) => {
    setUnfit(false)
    if (!session.permissions.includes('handset.enrol')) return setUnfit(true)
    const { db, own } = await findOwn(session.account.id)
    const person = { account: session.account.id, name: session.account.name }
    setStep(own ? { at: 'pin', person, db } : { at: 'new-pin', session, db })
  }
  const opened = (store: OwnStore) =>
    void ifRoom(() => rememberPerson({ account: store.account, name: store.person.name })).then(() =>
      onOpen(store),
    )
  if (step.at === 'new-pin') return <NewPin {...step} onOpen={opened} />
  if (step.at === 'pin')
    return (
      <PinForm
        {...step}
        onOpen={opened}
        onOther={() => void knownPeople().then((people) => setStep({ at: 'sign-in', people }))}
      />
    )
  return (
    <section className="out-card">
      <h1>{t('out.enter')}</h1>
      <p className="quiet">{t('out.enter.lead')}</p>
      {unfit && <p role="alert">{t('out.not-for-you')}</p>}
      {step.people.length > 0 && (
        <div className="out-people" role="group" aria-label={t('out.pin')}>
          {step.people.map((person) => (
            <button
              key={person.account}
              type="button"
              className="out-second"
              onClick={() => void pinOf(person).then((next) => next && setStep(next))}
            >
              {t('out.pin.as', { name: person.name })}
            </button>
          ))}
        </div>
      )}
      <SignInForm onDone={(session) => void signedIn(session)} />
    </section>
  )
}

async function firstStep(): Promise<Step> {
  const people = await knownPeople()
  const [person] = people
  return (person && (await pinOf(person))) ?? { at: 'sign-in', people: [] }
}

/** A person who has set up a PIN here gets in without a signal, whoever worked with the telephone last. */
async function pinOf(person: Person): Promise<Step | undefined> {
  const { db, own } = await findOwn(person.account)
  return own && { at: 'pin', person, db }
}

function PinForm({
  person,
  db,
  onOpen,
  onOther,
}: Extract<Step, { at: 'pin' }> & Props & { onOther: () => void }) {
  const { t } = useWords()
  const id = useId()
  const [pin, setPin] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [pending, setPending] = useState(false)
  const open = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    setWrong(undefined)
    const opened = await openOwn(db, pin, Date.now())
    setPending(false)
    setPin('')
    if (opened.status === 'ok') return onOpen(opened.store)
    setWrong(
      opened.status === 'wait'
        ? t('out.pin.wait', { seconds: opened.seconds })
        : t(`out.pin.${opened.status}`),
    )
  }
  return (
    <form className="out-card" onSubmit={(event) => void open(event)} noValidate>
      <h1>{t('out.pin.of', { name: person.name })}</h1>
      <label htmlFor={id}>{t('out.pin')}</label>
      <PinInput id={id} value={pin} onChange={setPin} autoFocus />
      {wrong && <p role="alert">{wrong}</p>}
      <button type="submit" className="out-button" disabled={pending || pin.length === 0}>
        {t(pending ? 'out.pin.opening' : 'out.pin.open')}
      </button>
      <button type="button" className="out-second" onClick={onOther}>
        {t('out.other-person')}
      </button>
    </form>
  )
}

function NewPin({ session, db, onOpen }: Extract<Step, { at: 'new-pin' }> & Props) {
  const { t } = useWords()
  const id = useId()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [pending, setPending] = useState(false)
  const choose = async (event: FormEvent) => {
    event.preventDefault()
    if (!/^\d{6,12}$/.test(pin)) return setWrong(t('out.pin.short'))
    if (pin !== again) return setWrong(t('out.pin.differs'))
    setWrong(undefined)
    setPending(true)
    try {
      onOpen(await makeOwn(db, session, pin))
    } catch (error) {
      if (!isFull(error)) throw error
      setWrong(t('out.pin.full'))
      setPending(false)
    }
  }
  return (
    <form className="out-card" onSubmit={(event) => void choose(event)} noValidate>
      <h1>{t('out.pin.new')}</h1>
      <p className="quiet">{t('out.pin.new.why')}</p>
      <label htmlFor={`${id}-pin`}>{t('out.pin')}</label>
      <PinInput id={`${id}-pin`} value={pin} onChange={setPin} autoFocus />
      <label htmlFor={`${id}-again`}>{t('out.pin.repeat')}</label>
      <PinInput id={`${id}-again`} value={again} onChange={setAgain} />
      {wrong && <p role="alert">{wrong}</p>}
      <button type="submit" className="out-button" disabled={pending}>
        {t(pending ? 'out.pin.opening' : 'out.pin.open')}
      </button>
    </form>
  )
}

interface PinProps {
  id: string
  value: string
  onChange: (pin: string) => void
  autoFocus?: boolean
}

function PinInput({ id, value, onChange, autoFocus }: PinProps) {
  return (
    <input
      id={id}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      className="figure out-pin"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      // The one field of the page: the keyboard comes up by itself.
      ref={autoFocus ? (input) => input?.focus() : undefined}
    />
  )
}
