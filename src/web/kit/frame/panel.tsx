import type { ReactNode } from 'react'
import { ErrorBoundary } from '../states/error-boundary.tsx'

interface Props {
  title?: ReactNode
  /** Beside the title: a link, a button, a count. */
  extra?: ReactNode
  children: ReactNode
}

/** A sheet of paper on the page; what fails in it stays in it. */
export function Panel({ title, extra, children }: Props) {
  return (
    <section className="panel">
      {(title || extra) && (
        <header className="panel-head">
          <h2>{title}</h2>
          {extra && <div className="panel-extra">{extra}</div>}
        </header>
      )}
      <ErrorBoundary>{children}</ErrorBoundary>
    </section>
  )
}
