import { useState } from 'react'
import { LanguageSwitch } from '../../kit/language/language-switch.tsx'
import { useWords } from '../../kit/language/use-words.ts'
import { ErrorBoundary } from '../../kit/states/error-boundary.tsx'
import mark from '../../kit/theme/mark.svg'
import { Enter } from './enter.tsx'
import type { OwnStore } from './own-store.ts'
import { Pages } from './pages-frame.tsx'

/** The telephone in the field: opened by a PIN, with or without a signal. */
export function FieldShell() {
  const { t } = useWords()
  const [store, setStore] = useState<OwnStore>()
  return (
    <div className="out">
      <header className="out-head">
        <span className="out-brand">
          <img src={mark} width="26" height="26" alt="" />
          {t('out.title')}
        </span>
        <span>
          <LanguageSwitch />
          {store && (
            <button type="button" className="plain-button" onClick={() => setStore(undefined)}>
              {t('out.lock')}
            </button>
          )}
        </span>
      </header>
      <ErrorBoundary>
        {!isSecureContext ? (
          <p className="out-card">{t('out.insecure')}</p>
        ) : store ? (
          <Pages store={store} />
        ) : (
          <Enter onOpen={setStore} />
        )}
      </ErrorBoundary>
    </div>
  )
}
