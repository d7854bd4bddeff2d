import type { Day } from '../../../../kernel/dates/day.ts'
import type { Said } from '../../../../kernel/words/words.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'

interface Props {
  town: string
  awaited: { by: Day | null; papers: Said[] }
  today: Day
}

/** That the offices wait for papers before they say whether it is another's application too (§4.4), which, and until when. */
export function PapersAwaited({ town, awaited: { by, papers }, today }: Props) {
  const { t, pick } = useWords()
  return (
    <p>
      <b>
        {papers.length > 0
          ? t('own.papers-awaited.named', { town, papers: papers.map(pick).join(t('kit.list-comma')) })
          : t('own.papers-awaited', { town })}
      </b>{' '}
      {by && (
        <>
          {t('own.papers-awaited.by')} <DayText day={by} today={today} />
        </>
      )}
    </p>
  )
}
