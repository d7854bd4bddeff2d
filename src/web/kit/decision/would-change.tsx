import type { Change } from '../../../kernel/pack/would-change.ts'
import { useWords } from '../language/use-words.ts'
import { AnswerMark } from './answer-mark.tsx'
import { factLabel, type Terms, valueText } from './terms.ts'

/** The smallest changes after which the answer would be another one. */
export function WouldChange({ changes, terms }: { changes: readonly Change[]; terms: Terms }) {
  const speech = useWords()
  if (changes.length === 0) return null
  return (
    <details className="decision-change">
      <summary>{speech.t('kit.decision.would-change')}</summary>
      <ul>
        {changes.map((change) => (
          <li key={change.changes.map(({ fact }) => fact).join()}>
            {change.changes.map(({ fact, from, to }) => (
              <span key={fact}>
                <b>{factLabel(speech, terms, fact)}</b> {valueText(speech, terms, fact, from)} →{' '}
                {valueText(speech, terms, fact, to)}
                {speech.t('kit.list-semicolon')}
              </span>
            ))}
            <AnswerMark answer={change.answer} />
          </li>
        ))}
      </ul>
    </details>
  )
}
