import type { Decision as Decided } from '../../../kernel/pack/decide.ts'
import { useWords } from '../language/use-words.ts'
import { DayText } from '../quantities/day-text.tsx'
import { AnswerMark } from './answer-mark.tsx'
import { MissingFacts } from './missing-facts.tsx'
import { RuleLine } from './rule-line.tsx'
import { type Terms } from './terms.ts'
import { UsedParameters } from './used-parameters.tsx'
import { WouldChange } from './would-change.tsx'

interface Props {
  decision: Decided
  terms: Terms
  /** Nothing is to be decided any more: what is missing and what would change the answer is of no use. */
  over?: boolean
}

/** An answer with everything it stands on: rules and trace, what is missing, what would change it, what is assumed. */
export function Decision({ decision, terms, over = false }: Props) {
  const { t } = useWords()
  const { answer, rules, facts, day } = decision
  const failed = rules.filter((rule) => rule.answer === 'no')
  const open = rules.filter((rule) => rule.answer === 'unknown')
  const met = rules.filter((rule) => rule.answer === 'yes')
  const line = (rule: Decided['rules'][number]) => (
    <li key={rule.rule}>
      <RuleLine rule={rule} facts={facts} terms={terms} />
    </li>
  )
  return (
    <section className="decision">
      <header>
        {/* What is over is told, not marked as if it still held. */}
        {over ? (
          <span className="quiet">{t(`kit.answer.${answer}`)}</span>
        ) : (
          <AnswerMark answer={answer} large />
        )}
        <span className="quiet">
          {t('kit.decision.by')} <DayText day={day} />
        </span>
      </header>
      {!over && <MissingFacts missing={decision.missing} facts={facts} terms={terms} />}
      <ul className="decision-rules">{[...failed, ...open].map(line)}</ul>
      {met.length > 0 && (
        <details className="decision-met">
          <summary>
            <AnswerMark answer="yes" condition /> {t('kit.decision.met', { count: met.length })}
          </summary>
          <ul className="decision-rules">{met.map(line)}</ul>
        </details>
      )}
      {!over && <WouldChange answer={answer} changes={decision.wouldChange} terms={terms} />}
      <UsedParameters parameters={decision.parameters} terms={terms} />
    </section>
  )
}
