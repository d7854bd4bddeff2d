import { useState } from 'react'
import { type Session, signIn, type Start } from '../kit/api/session.ts'
import { type Trouble, troubleOf } from '../kit/api/trouble.ts'
import { useWords } from '../kit/language/use-words.ts'
import { TroubleNote } from '../kit/states/trouble-note.tsx'
import { Doorway } from './doorway.tsx'
import { SignInForm } from './sign-in-form.tsx'

interface Props {
  start: Start
  onDone: (session: Session) => void
}

export function SignInPage({ start, onDone }: Props) {
  const { t } = useWords()
  return (
    <Doorway
      title={start.county ? t('office.sign-in.county', { county: start.county.name }) : t('office.sign-in')}
      aside={start.demo && <DemoAccounts accounts={start.demoAccounts} onDone={onDone} />}
    >
      <SignInForm onDone={onDone} />
      <p className="doorway-other">
        <a href="/home/">{t('office.sign-in.household')}</a>
      </p>
    </Doorway>
  )
}

/** The demo county's accounts: one press enters as that person. */
function DemoAccounts({
  accounts,
  onDone,
}: {
  accounts: Start['demoAccounts']
  onDone: (session: Session) => void
}) {
  const { t, pick } = useWords()
  const [entering, setEntering] = useState<string>()
  const [trouble, setTrouble] = useState<Trouble>()
  const enter = async (name: string, password: string) => {
    setEntering(name)
    setTrouble(undefined)
    try {
      onDone(await signIn(name, password))
    } catch (error) {
      setTrouble(troubleOf(error))
      setEntering(undefined)
    }
  }
  return (
    <aside className="demo-accounts">
      <h2>{t('office.demo')}</h2>
      <p className="quiet">{t('office.demo.lead')}</p>
      {trouble && <TroubleNote trouble={trouble} />}
      <ul>
        {accounts.map((account) => (
          <li key={account.signIn}>
            <button
              type="button"
              disabled={entering !== undefined}
              aria-busy={entering === account.signIn}
              onClick={() => void enter(account.signIn, account.password)}
            >
              <b>{pick(account.who)}</b>
              <span className="quiet">
                {account.signIn} · {account.password}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}
