import type { ReactNode } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { AnswerMark } from '../../../web/kit/decision/answer-mark.tsx'
import { MissingFacts } from '../../../web/kit/decision/missing-facts.tsx'
import { RuleLine } from '../../../web/kit/decision/rule-line.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'

type Outlook = NonNullable<Answer<'objection.outlook'>>

/** What screening says of a home now and would say then, with the rules that make the difference. */
export function AnswerOutlook({
  outlook: { now, decision, terms },
  children,
}: {
  outlook: Pick<Outlook, 'now' | 'decision' | 'terms'>
  /** What follows from the two answers. */
  children?: ReactNode
}) {
  const { t } = useWords()
  return (
    <>
      <p className="objection-outlook-answers">
        {now && (
          <>
            {t('objection.outlook.now')} <AnswerMark answer={now} /> <span aria-hidden="true">→</span>{' '}
          </>
        )}
        {t('objection.outlook.then')} <AnswerMark answer={decision.answer} />
      </p>
      {children}
      <MissingFacts missing={decision.missing} facts={decision.facts} terms={terms} />
      <ul className="decision-rules">
        {decision.rules
          .filter((rule) => rule.answer !== 'yes')
          .map((rule) => (
            <li key={rule.rule}>
              <RuleLine rule={rule} facts={decision.facts} terms={terms} />
            </li>
          ))}
      </ul>
      <p className="quiet">{t('objection.outlook.dry')}</p>
    </>
  )
}
