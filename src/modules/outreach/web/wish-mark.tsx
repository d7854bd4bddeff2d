import { useWords } from '../../../web/kit/language/use-words.ts'
import type { WishAnswer } from '../model.ts'

const signs = { wants: '✓', 'does-not-want': '✕', undecided: '?', 'not-asked': '·' } as const

/** A wish by sign and word, never by colour alone. */
export function WishMark({ wish }: { wish: WishAnswer | null }) {
  const { t } = useWords()
  const shown = wish ?? 'not-asked'
  return (
    <span className={wish === null ? 'quiet' : undefined}>
      <span aria-hidden="true">{signs[shown]}</span> {t(`choice.wish.${shown}`)}
    </span>
  )
}
