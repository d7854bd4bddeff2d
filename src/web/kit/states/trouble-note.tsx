import type { Trouble } from '../api/trouble.ts'
import { useWords, type Speech } from '../language/use-words.ts'

/** Why no answer came, in one sentence with the next step; the server's own sentence where it sent one. */
export function troubleText({ t, pick }: Speech, trouble: Trouble): string {
  if (trouble.retryAfterSeconds !== undefined)
    return t('kit.trouble.busy-for', { count: Math.max(1, Math.ceil(trouble.retryAfterSeconds / 60)) })
  return trouble.said ? pick(trouble.said) : t(`kit.trouble.${trouble.kind}`)
}

interface Props {
  trouble: Trouble
  onRetry?: () => void
}

export function TroubleNote({ trouble, onRetry }: Props) {
  const speech = useWords()
  return (
    <div className="note note-trouble" role="alert">
      <span className="note-sign" aria-hidden="true">
        !
      </span>
      <div>
        <p>{troubleText(speech, trouble)}</p>
        {onRetry && (
          <button type="button" className="plain-button" onClick={onRetry}>
            {speech.t('kit.retry')}
          </button>
        )}
      </div>
    </div>
  )
}
