import type { Change } from '../../../kernel/pack/would-change.ts'
import type { Answer } from '../../../kernel/pack/kleene.ts'
import { useWords } from '../language/use-words.ts'
import { AnswerMark } from './answer-mark.tsx'
import { factLabel, type Terms, valueText } from './terms.ts'

interface Props {
  answer: Answer
  changes: readonly Change[]
  terms: Terms
}

/**
 * What would bring a yes, each way tried on the rules; of a yes, what would lose it, folded away. What a family cannot
 * lawfully change is marked.
 */
export function WouldChange({ answer, changes, terms }: Props) {
  const speech = useWords()
  const { t } = speech
  if (changes.length === 0) return null
  const list = (
    <ul>
      {changes.map((change) => (
        <li key={change.changes.map(({ fact }) => fact).join()}>
          {change.changes.map(({ fact, from, to }) => (
            <span key={fact}>
              <b>{factLabel(speech, terms, fact)}</b>{' '}
              {from === null ? t('kit.fact.unrecorded') : valueText(speech, terms, fact, from)} →{' '}
              {valueText(speech, terms, fact, to)}
              {terms.facts[fact]?.changeable === false && (
                <span className="quiet"> {t('kit.decision.not-theirs')}</span>
              )}
              {t('kit.list-semicolon')}
            </span>
          ))}
          <AnswerMark answer={change.answer} />
        </li>
      ))}
    </ul>
  )
  return answer === 'yes' ? (
    <details className="decision-change">
      <summary>{t('kit.decision.would-lose')}</summary>
      {list}
    </details>
  ) : (
    <div className="decision-change">
      <h4>{t('kit.decision.would-change')}</h4>
      {list}
    </div>
  )
}
