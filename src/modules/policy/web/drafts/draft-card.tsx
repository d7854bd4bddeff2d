import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSearchTexts } from '../../../../web/kit/address/use-search-texts.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'

interface Props {
  /** What `?open=` names it by. */
  id: string
  title: ReactNode
  /** In the line of the title: a value, a state. */
  beside?: ReactNode
  differs: boolean
  unsaved: boolean
  problems: number
  children: ReactNode
}

/** One parameter, rule or case: a line that opens to what can be changed. */
export function DraftCard({ id, title, beside, differs, unsaved, problems, children }: Props) {
  const { t } = useWords()
  const [{ open: asked }] = useSearchTexts()
  const [open, setOpen] = useState(false)
  const card = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (asked !== id) return
    setOpen(true)
    card.current?.scrollIntoView({ block: 'center' })
    card.current?.querySelector('summary')?.focus({ preventScroll: true })
  }, [asked, id])
  return (
    <details
      ref={card}
      className="draft-card"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className="draft-card-title">{title}</span>
        {beside}
        {unsaved ? (
          <span className="draft-mark draft-mark-unsaved">{t('draft.unsaved-mark')}</span>
        ) : (
          differs && <span className="draft-mark">{t('draft.changed')}</span>
        )}
        {problems > 0 && (
          <span className="draft-mark draft-mark-wrong">{t('draft.problems', { count: problems })}</span>
        )}
      </summary>
      {open && <div className="draft-card-body">{children}</div>}
    </details>
  )
}
