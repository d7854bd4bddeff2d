import type { Decision as Decided, RuleAnswer } from '../../../kernel/pack/decide.ts'
import { useWords } from '../language/use-words.ts'
import { Clauses } from '../policy/clauses.tsx'
import { DayText } from '../quantities/day-text.tsx'
import { AnswerMark } from './answer-mark.tsx'
import { UsedParameters } from './used-parameters.tsx'
import { MissingFacts } from './missing-facts.tsx'
import { type Terms } from './terms.ts'
import { TraceTree } from './trace-tree.tsx'
import { WouldChange } from './would-change.tsx'

interface Props {
  decision: Decided
  terms: Terms
}

/** An answer with everything it stands on: rules and trace, what is missing, what would change it, what is assumed. */
export function Decision({ decision, terms }: Props) {
  const { t } = useWords()
  const { answer, rules, facts, day } = decision
  const order = { no: 0, unknown: 1, yes: 2 }
  const sorted = [...rules].sort((a, b) => order[a.answer] - order[b.answer])
  return (
    <section className="decision">
      <header>
        <AnswerMark answer={answer} large />
        <span className="quiet">
          {t('kit.decision.by')} <DayText day={day} />
        </span>
      </header>
      <MissingFacts missing={decision.missing} terms={terms} />
      <ul className="decision-rules">
        {sorted.map((rule) => (
          <li key={rule.rule}>
            <RuleLine rule={rule} facts={facts} terms={terms} />
          </li>
        ))}
      </ul>
      <WouldChange changes={decision.wouldChange} terms={terms} />
      <UsedParameters parameters={decision.parameters} terms={terms} />
    </section>
  )
}

function RuleLine({ rule, facts, terms }: { rule: RuleAnswer; facts: Decided['facts']; terms: Terms }) {
  const { pick } = useWords()
  const words = terms.rules.find(({ id }) => id === rule.rule)
  return (
    <details open={rule.answer === 'no'}>
      <summary>
        <AnswerMark answer={rule.answer} />
        <span className="decision-rule">{words ? pick(words.label) : rule.rule}</span>
        <Clauses ids={rule.clauses} />
      </summary>
      {rule.answer === 'no' && words && <p className="decision-refusal">{pick(words.refusal)}</p>}
      <TraceTree trace={rule.trace} facts={facts} terms={terms} />
    </details>
  )
}
