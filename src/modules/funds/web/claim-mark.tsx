import { useWords } from '../../../web/kit/language/use-words.ts'
import type { ClaimState } from '../model.ts'

const looks: Record<ClaimState, { tone: string; sign: string }> = {
  submitted: { tone: 'waiting', sign: '○' },
  reviewed: { tone: 'waiting', sign: '◔' },
  approved: { tone: 'building', sign: '◑' },
  paid: { tone: 'good', sign: '✓' },
  returned: { tone: 'ended', sign: '✕' },
}

/** Where a claim stands: colour, sign and word. */
export function ClaimMark({ state }: { state: ClaimState }) {
  const { t } = useWords()
  const { tone, sign } = looks[state]
  return (
    <span className={`stage stage-${tone}`}>
      <span aria-hidden="true">{sign}</span> {t(`claim-state.${state}`)}
    </span>
  )
}
