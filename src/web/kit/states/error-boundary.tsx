import { Component, type ReactNode } from 'react'
import { Trouble } from '../api/trouble.ts'
import { useWords } from '../language/use-words.ts'
import { TroubleNote } from './trouble-note.tsx'

interface Props {
  children: ReactNode
}

/** Keeps a defect to the page or the part it is in: the rest of the screen goes on working. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state = { error: undefined as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return <Broken error={this.state.error} onRetry={() => this.setState({ error: undefined })} />
  }
}

/** What is shown in place of a page that failed. */
export function Broken({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords()
  if (error instanceof Trouble) return <TroubleNote trouble={error} onRetry={onRetry} />
  return (
    <div className="note note-trouble" role="alert">
      <span className="note-sign" aria-hidden="true">
        !
      </span>
      <div>
        <p>{t('kit.broken')}</p>
        <p className="quiet">{error instanceof Error ? error.message : String(error)}</p>
        <button type="button" className="plain-button" onClick={onRetry}>
          {t('kit.retry')}
        </button>
      </div>
    </div>
  )
}
