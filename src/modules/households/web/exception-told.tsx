import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import type { Home } from './home.ts'

type Request = Home['exceptions'][number]

/** One exception in principle (§4.4): what was asked for, by whom and why, with its papers, and what came of it. */
export function ExceptionTold({ of: one }: { of: Request }) {
  const { t, pick } = useWords()
  const files = (of: Request['papers'][number]['of']) =>
    one.papers
      .filter((paper) => paper.of === of)
      .map(({ digest }) => (
        <span key={digest}>
          {' '}
          <a href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
            {t('evidence.document')}
          </a>
        </span>
      ))
  return (
    <>
      <b>{pick(one.label)}</b> · {t(`home.exception.${one.state}`)}
      <div className="quiet">
        {one.reason} · {one.askedBy} · <DayText day={one.askedOn} />
        {files('asked')}
      </div>
      {one.decidedOn && (
        <div className="quiet">
          → {one.answer} · {one.decidedBy} · <DayText day={one.decidedOn} />
          {files('granted')}
        </div>
      )}
      {one.endedOn && (
        <div className="quiet">
          → {one.endReason} · {one.endedBy} · <DayText day={one.endedOn} />
        </div>
      )}
    </>
  )
}
