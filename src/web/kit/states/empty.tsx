import type { ReactNode } from 'react'
import { useWords } from '../language/use-words.ts'

interface Props {
  /** What is not there, or why; without it, a general sentence. */
  children?: ReactNode
  /** The next step: a button or a link. */
  action?: ReactNode
}

/** Nothing here, said in a sentence, with what to do next. */
export function Empty({ children, action }: Props) {
  const { t } = useWords()
  return (
    <div className="empty">
      <svg viewBox="0 0 64 40" width="32" height="20" aria-hidden="true">
        <path
          d="M6 34h52M14 34V20l18-12 18 12v14M28 34v-9h8v9"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
        />
      </svg>
      <p>{children ?? t('kit.empty')}</p>
      {action}
    </div>
  )
}
