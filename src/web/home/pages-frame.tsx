import { useSyncExternalStore } from 'react'
import type { Session } from '../kit/api/session.ts'
import { useWords } from '../kit/language/use-words.ts'
import { Empty } from '../kit/states/empty.tsx'
import { ErrorBoundary } from '../kit/states/error-boundary.tsx'
import { homePages } from './pages.ts'

function listen(onChange: () => void): () => void {
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}

const pathInAddress = (): string => location.hash.replace(/^#\/?/, '')

/** The page the address names, and a row at the foot to the others. */
export function Pages({ session }: { session: Session }) {
  const { t } = useWords()
  const path = useSyncExternalStore(listen, pathInAddress)
  const { home } = session.account
  const page = homePages.find((each) => each.path === path) ?? homePages[0]
  if (!page || !home) return <Empty>{t('home.no-page')}</Empty>
  const Page = page.component
  return (
    <>
      <title>{`${t(page.titleKey)} · ${t('kit.product')}`}</title>
      <main className="home-main">
        <ErrorBoundary key={page.path}>
          <Page home={home} session={session} />
        </ErrorBoundary>
      </main>
      {homePages.length > 1 && (
        <nav className="home-foot" aria-label={t('home.pages')}>
          {homePages.map((each) => (
            <a key={each.path} href={`#/${each.path}`} aria-current={each === page ? 'page' : undefined}>
              {t(each.titleKey)}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}
