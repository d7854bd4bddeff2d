import { Refusals } from '../../../web/kit/acts/refusals.tsx'
import type { ToldRefusal } from '../../../web/kit/api/acts.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

/** What came of signing many homes at once. */
export interface SignOffsTold {
  done: number
  refused: { householder: string; refusals: ToldRefusal[] }[]
}

export function SignOffsAnswer({ told }: { told: SignOffsTold }) {
  const { t } = useWords()
  return (
    <div role="status" className="batch-answer">
      {told.done > 0 && (
        <p className="visit-passes">
          <span aria-hidden="true">✓</span> {t('sign-offs.done', { count: told.done })}
        </p>
      )}
      {told.refused.length > 0 && (
        <>
          <p className="visit-fails">{t('sign-offs.refused', { count: told.refused.length })}</p>
          <ul>
            {told.refused.map(({ householder, refusals }, i) => (
              <li key={`${householder} ${i}`}>
                <b>{householder}</b>
                <Refusals refusals={refusals} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
