import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import type { Terms } from '../../../web/kit/decision/terms.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { useTerms } from '../../../web/kit/policy/use-terms.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { ConditionTable } from './condition-table.tsx'
import { PolicyFrame } from './policy-frame.tsx'

type Rule = Answer<'policy.rules'>['groups'][number]['rules'][number]

/** The rules as the program applies them, written out: nothing else decides. */
export function RulesPage() {
  const { t, pick } = useWords()
  const answer = useAnswer('policy.rules', {})
  const terms = useTerms()
  return (
    <PolicyFrame tab="rules">
      <p className="quiet policy-note">{t('policy.rules.lead')}</p>
      <Answered answer={answer}>
        {({ groups }) => (
          <Answered answer={terms}>
            {(words) =>
              groups.map((group) => (
                <Panel
                  key={group.id}
                  title={pick(group.label)}
                  extra={
                    <AddressLink to={`/policy/cases?group=${group.id}`}>
                      {t('policy.group-cases')}
                    </AddressLink>
                  }
                >
                  {group.rules.map((rule, i) => (
                    <RuleText key={rule.id} rule={rule} terms={words} first={i === 0} />
                  ))}
                </Panel>
              ))
            }
          </Answered>
        )}
      </Answered>
    </PolicyFrame>
  )
}

function RuleText({ rule, terms, first }: { rule: Rule; terms: Terms; first: boolean }) {
  const { t, pick } = useWords()
  return (
    <article className="rule">
      <header>
        <h3>{pick(rule.label)}</h3>
        <Clauses ids={rule.clauses} />
        {!rule.inForce && (
          <span className="answer answer-unknown">
            {t('policy.rule.not-in-force')} <DayText day={rule.from} />
            {rule.until && (
              <>
                –<DayText day={rule.until} />
              </>
            )}
          </span>
        )}
        <AddressLink
          to={`/policy/cases?rule=${rule.id}`}
          className={rule.failed > 0 ? 'case-differs' : undefined}
        >
          {rule.failed > 0
            ? t('policy.rule.cases-failed', { count: rule.failed })
            : t('policy.rule.cases', { count: rule.cases })}
        </AddressLink>
      </header>
      <ConditionTable lines={rule.lines} terms={terms} headed={first} />
      <p className="rule-refusal">
        {t('policy.rule.refusal')}
        {pick(rule.refusal)}
      </p>
    </article>
  )
}
