import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import type { FailedRule } from '../model.ts'
import './money.css'

/** Why a home is not paid: each condition it does not meet, with its clause. */
export function FailedRules({ rules }: { rules: readonly FailedRule[] }) {
  const { t, pick } = useWords()
  return (
    <ul className="failed-rules">
      {rules.map(({ rule, clauses, label, refusal }) => (
        <li key={rule}>
          <span className="refusal-sign" aria-hidden="true">
            ✕
          </span>
          <span title={pick(refusal)}>{t('money.not-met', { rule: pick(label) })}</span>
          <Clauses ids={clauses} />
        </li>
      ))}
    </ul>
  )
}
