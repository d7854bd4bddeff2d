import { useState, useSyncExternalStore } from 'react'
import type { Session } from '../../kit/api/session.ts'
import { useWords } from '../../kit/language/use-words.ts'
import { ErrorBoundary } from '../../kit/states/error-boundary.tsx'
import { TroubleNote } from '../../kit/states/trouble-note.tsx'
import { HomePage } from '../pages/home-page.tsx'
import { PatrolPage } from '../patrols/patrol-page.tsx'
import { PatrolsPage } from '../patrols/patrols-page.tsx'
import { OutboxPage } from '../pages/outbox-page.tsx'
import { VillagesPage } from '../pages/villages-page.tsx'
import { VisitsPage } from '../pages/visits-page.tsx'
import { GivenUp } from './given-up.tsx'
import type { OwnStore } from './own-store.ts'
import { SignInForm } from './sign-in-form.tsx'
import { type Sync, useSync } from './use-sync.ts'

function listen(onChange: () => void): () => void {
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}
const pathInAddress = (): string => location.hash.replace(/^#\/?/, '')

function listenToSignal(onChange: () => void): () => void {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}

export interface PageProps {
  store: OwnStore
  sync: Sync
}

/** The page the address names, what the outbox does, and a row at the foot to the other pages. */
export function Pages({ store }: { store: OwnStore }) {
  const { t } = useWords()
  const path = useSyncExternalStore(listen, pathInAddress)
  const sync = useSync(store)
  const [page = '', id = ''] = path.split('/')
  const waiting = sync.acts?.filter(({ state }) => state === 'waiting').length ?? 0
  const foot = [
    { path: '', at: ['', 'homes'], label: t('out.visits') },
    { path: 'villages', at: ['villages'], label: t('out.villages') },
    ...(store.person.permissions.includes('patrol.record')
      ? [{ path: 'patrols', at: ['patrols'], label: t('out.patrols') }]
      : []),
    {
      path: 'outbox',
      at: ['outbox'],
      label: waiting > 0 ? `${t('out.outbox')} ${waiting}` : t('out.outbox'),
    },
  ]
  return (
    <>
      <Signal store={store} sync={sync} waiting={waiting} />
      <main className="out-main">
        <ErrorBoundary key={path}>
          {page === 'homes' ? (
            <HomePage store={store} sync={sync} home={id} />
          ) : page === 'villages' ? (
            <VillagesPage store={store} sync={sync} />
          ) : page === 'patrols' && id ? (
            <PatrolPage store={store} sync={sync} village={id} />
          ) : page === 'patrols' ? (
            <PatrolsPage store={store} sync={sync} />
          ) : page === 'outbox' ? (
            <OutboxPage store={store} sync={sync} />
          ) : (
            <VisitsPage store={store} sync={sync} />
          )}
        </ErrorBoundary>
      </main>
      <nav className="out-foot" aria-label={t('out.pages')}>
        {foot.map(({ path: to, at, label }) => (
          <a key={to} href={`#/${to}`} aria-current={at.includes(page) ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
    </>
  )
}

/** Whether there is a signal and what stops the outbox; a sign-in where one is wanted. */
function Signal({ store, sync, waiting }: PageProps & { waiting: number }) {
  const { t } = useWords()
  const isOnline = useSyncExternalStore(listenToSignal, () => navigator.onLine)
  const [other, setOther] = useState(false)
  const signedIn = (session: Session) => {
    setOther(session.account.id !== store.account)
    if (session.account.id === store.account) void sync.send()
  }
  return (
    <div className="out-signal" role="status">
      {!isOnline && <p>◌ {t('out.offline')}</p>}
      {sync.sending && waiting > 0 && <p>↑ {t('out.sending')}</p>}
      {isOnline && sync.trouble?.code === 'error.handset-revoked' ? (
        <GivenUp store={store} waiting={waiting} />
      ) : (
        isOnline &&
        sync.trouble &&
        waiting > 0 &&
        !sync.trouble.isNetwork && <TroubleNote trouble={sync.trouble} onRetry={() => void sync.send()} />
      )}
      {isOnline && sync.signInWanted && (
        <section className="out-card">
          <p>{t('out.enter.again')}</p>
          {other && <p role="alert">{t('out.wrong-person', { name: store.person.name })}</p>}
          <SignInForm onDone={signedIn} />
        </section>
      )}
    </div>
  )
}
