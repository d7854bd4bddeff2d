import type { Day } from '../../../../kernel/dates/day.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'

/** That the offices wait for papers before they say whether it is another's application too (§4.4), and until when. */
export function PapersAwaited({ town, by, today }: { town: string; by: Day | null; today: Day }) {
  const { t } = useWords()
  return (
    <p>
      <b>{t('own.papers-awaited', { town })}</b>{' '}
      {by && (
        <>
          {t('own.papers-awaited.by')} <DayText day={by} today={today} />
        </>
      )}
    </p>
  )
}
