import { useWords } from '../../../web/kit/language/use-words.ts'

/** How many families were told, of how many, as far as that has been said. */
export function Coverage({ covered, families }: { covered: number; families: number | null }) {
  const { t } = useWords()
  return (
    <span className="figure">
      {families
        ? t('outreach.coverage.of', {
            covered,
            families,
            percent: Math.min(100, Math.floor((covered * 100) / families)),
          })
        : t('outreach.coverage.unknown', { covered })}
    </span>
  )
}

/** Whether that is enough, by sign and word. */
export function CoverageState({ state }: { state: 'short' | 'covered' }) {
  const { t } = useWords()
  return (
    <span>
      <span aria-hidden="true">{state === 'covered' ? '✓' : '!'}</span> {t(`outreach.state.${state}`)}
    </span>
  )
}
