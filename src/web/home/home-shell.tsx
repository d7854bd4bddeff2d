import { useCallback, useEffect, useState } from 'react'
import { findSession, type Session, signOut } from '../kit/api/session.ts'
import { whenSignedOut } from '../kit/api/transport.ts'
import { type Trouble, troubleOf } from '../kit/api/trouble.ts'
import { LanguageSwitch } from '../kit/language/language-switch.tsx'
import { useWords } from '../kit/language/use-words.ts'
import { SessionContext } from '../kit/session/session-context.tsx'
import { ErrorBoundary } from '../kit/states/error-boundary.tsx'
import { TroubleNote } from '../kit/states/trouble-note.tsx'
import mark from '../kit/theme/mark.svg'
import { LetterForm } from './letter-form.tsx'
import { Pages } from './pages-frame.tsx'

/** The household's telephone: in by the letter, then its own pages. */
export function HomeShell() {
  const { t } = useWords()
  const [session, setSession] = useState<Session | null>()
  const [again, setAgain] = useState<() => void>()
  const [trouble, setTrouble] = useState<Trouble>()

  const look = useCallback(async () => {
    setTrouble(undefined)
    try {
      const found = await findSession()
      // An office session in the same browser is not a household's.
      setSession(found?.account.home ? found : null)
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }, [])
  useEffect(() => void look(), [look])
  useEffect(() => {
    whenSignedOut(() => new Promise((resolve) => setAgain(() => resolve)))
    return () => whenSignedOut(undefined)
  }, [])

  const enter = (next: Session) => {
    if (again && session && next.account.id !== session.account.id) return location.reload()
    again?.()
    setAgain(undefined)
    setSession(next)
  }
  const leave = async () => {
    try {
      await signOut()
      setSession(null)
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }

  return (
    <div className="home">
      <header className="home-head">
        <span className="home-brand">
          <img src={mark} width="28" height="28" alt="" />
          {t('kit.product')}
        </span>
        <span>
          <LanguageSwitch />
          {session && (
            <button type="button" className="plain-button" onClick={() => void leave()}>
              {t('home.leave')}
            </button>
          )}
        </span>
      </header>
      <ErrorBoundary>
        {trouble && <TroubleNote trouble={trouble} onRetry={() => void look()} />}
        {session === undefined && !trouble && <p className="home-wait">{t('kit.loading')}</p>}
        {(session === null || again) && <LetterForm again={again !== undefined} onDone={enter} />}
        {session && (
          // The page stays as it is under the sign-in, with all that was filled in.
          <div className="home-body" hidden={again !== undefined}>
            <SessionContext value={session}>
              <Pages session={session} />
            </SessionContext>
          </div>
        )}
      </ErrorBoundary>
    </div>
  )
}
