import type { Facts } from '../../../kernel/pack/condition.ts'
import type { RuleAnswer } from '../../../kernel/pack/decide.ts'
import { useWords } from '../language/use-words.ts'
import { Clauses } from '../policy/clauses.tsx'
import { AnswerMark } from './answer-mark.tsx'
import { type Terms } from './terms.ts'
import { TraceTree } from './trace-tree.tsx'

/** One rule of a decision, opening to its trace; a failed one stands open, with its sentence. */
export function RuleLine({ rule, facts, terms }: { rule: RuleAnswer; facts: Facts; terms: Terms }) {
  const { pick } = useWords()
  const words = terms.rules.find(({ id }) => id === rule.rule)
  return (
    <details open={rule.answer === 'no'}>
      <summary>
        <AnswerMark answer={rule.answer} condition />
        <span className="decision-rule">{words ? pick(words.label) : rule.rule}</span>
        <Clauses ids={rule.clauses} />
      </summary>
      {rule.answer === 'no' && words && <p className="decision-refusal">{pick(words.refusal)}</p>}
      <TraceTree trace={rule.trace} facts={facts} terms={terms} whole />
    </details>
  )
}
