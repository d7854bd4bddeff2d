import { useWords } from '../../../web/kit/language/use-words.ts'
import type { ChangeState } from '../model/change.ts'

const signs: Record<ChangeState, string> = {
  asked: '○',
  approved: '✓',
  declined: '✗',
  recalled: '–',
  undone: '↺',
}

/** The state of a request, by sign and word. */
export function ChangeMark({ state }: { state: ChangeState }) {
  const { t } = useWords()
  return (
    <span className={`change-mark change-mark-${state}`}>
      <span aria-hidden>{signs[state]}</span> {t(`change-state.${state}`)}
    </span>
  )
}

/** Where the notice after a change stands; nothing where none is asked for. */
export function NoticedMark({
  change,
}: {
  change: { noticed: 'running' | 'confirmed' | 'returned' | 'ended' | null; toNotice: boolean }
}) {
  const { t } = useWords()
  const noticed = change.noticed ?? (change.toNotice ? 'to-notice' : null)
  return noticed && <span>{t(`change-noticed.${noticed}`)}</span>
}
