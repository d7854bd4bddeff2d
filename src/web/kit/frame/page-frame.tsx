import { type ReactNode, useEffect, useRef } from 'react'
import { AddressLink } from '../address/address-link.tsx'
import { useWords } from '../language/use-words.ts'
import { useWalk } from '../table/use-walk.ts'
import { listAddress, readWalk } from '../table/walk.ts'
import { WalkOn } from '../table/walk-on.tsx'

interface Props {
  title: ReactNode
  /** The window's title, where `title` is more than text. */
  windowTitle?: string
  /** One line under the title: what this is, how many, as of when. */
  lead?: ReactNode
  /** The page this one is opened from. */
  back?: { to: string; label: string }
  actions?: ReactNode
  children: ReactNode
}

/** The frame of every page: where one is, what one can do here, and the page itself. */
export function PageFrame({ title, windowTitle, lead, back, actions, children }: Props) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  // A screen reader begins at the new page's heading, not somewhere in the old page.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const list = back && listAddress(back.to, readWalk())
  const walkedFrom = useWalk()?.list === list
  const named = windowTitle ?? (typeof title === 'string' ? title : undefined)
  return (
    <div className="page">
      <title>{named ? `${named} · ${t('kit.product')}` : t('kit.product')}</title>
      <header className="page-head">
        <div className="page-title">
          {back && !walkedFrom && (
            <AddressLink to={list ?? back.to} className="page-back">
              ‹ {back.label}
            </AddressLink>
          )}
          <WalkOn />
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
