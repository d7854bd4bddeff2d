import { type FormEvent, useId, useState } from 'react'
import { type Session, signIn } from '../../kit/api/session.ts'
import { type Trouble, troubleOf } from '../../kit/api/trouble.ts'
import { useWords } from '../../kit/language/use-words.ts'
import { TroubleNote } from '../../kit/states/trouble-note.tsx'

/** Account and password; needs a signal. */
export function SignInForm({ onDone }: { onDone: (session: Session) => void }) {
  const { t } = useWords()
  const id = useId()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [pending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    setTrouble(undefined)
    try {
      onDone(await signIn(name.trim(), password))
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <form onSubmit={(event) => void enter(event)} noValidate>
      <label htmlFor={`${id}-name`}>{t('out.name')}</label>
      <input
        id={`${id}-name`}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor={`${id}-password`}>{t('out.password')}</label>
      <input
        id={`${id}-password`}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {trouble && <TroubleNote trouble={trouble} />}
      <button type="submit" className="out-button" disabled={pending || !name.trim() || !password}>
        {t(pending ? 'out.entering' : 'out.enter')}
      </button>
    </form>
  )
}
