import { useQueryClient } from '@tanstack/react-query'
import { Spin } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { findSession, readStart, type Session, type Start } from '../kit/api/session.ts'
import { type Trouble, troubleOf } from '../kit/api/trouble.ts'
import { useWords } from '../kit/language/use-words.ts'
import { SessionContext } from '../kit/session/session-context.tsx'
import { TroubleNote } from '../kit/states/trouble-note.tsx'
import { Doorway } from './doorway.tsx'
import { NewPasswordForm } from './new-password-form.tsx'
import { SetUpPage } from './set-up-page.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { SignedIn } from './signed-in.tsx'

/** Decides what is shown: first set-up, sign-in, or the office; the address stays, so that a link opens after sign-in. */
export function Gate() {
  const { t } = useWords()
  const client = useQueryClient()
  const [start, setStart] = useState<Start>()
  const [session, setSession] = useState<Session>()
  const [trouble, setTrouble] = useState<Trouble>()

  const look = useCallback(async () => {
    setTrouble(undefined)
    try {
      const [started, found] = await Promise.all([readStart(), findSession()])
      // A household's session belongs to the household's own pages.
      setSession(found?.account.home ? undefined : found)
      setStart(started)
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }, [])
  useEffect(() => void look(), [look])

  const enter = (next: Session | undefined) => {
    client.clear()
    setSession(next)
    if (!next) void look()
  }

  if (trouble)
    return (
      <Doorway>
        <TroubleNote trouble={trouble} onRetry={() => void look()} />
      </Doorway>
    )
  if (!start) return <Spin className="office-opening" description={t('kit.loading')} />
  if (start.needsSetUp && !session) return <SetUpPage onDone={enter} />
  if (!session) return <SignInPage start={start} onDone={enter} />
  return (
    <SessionContext value={session}>
      <SignInAgain />
      {session.mustChangePassword ? (
        <Doorway title={t('office.password.must-change')} lead={t('office.password.must-change.why')}>
          <NewPasswordForm onDone={() => setSession({ ...session, mustChangePassword: false })} />
        </Doorway>
      ) : (
        <SignedIn onSignedOut={() => enter(undefined)} />
      )}
    </SessionContext>
  )
}
