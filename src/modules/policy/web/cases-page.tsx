import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { AnswerMark } from '../../../web/kit/decision/answer-mark.tsx'
import { factLabel, type Terms, valueText } from '../../../web/kit/decision/terms.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { type Speech, useWords } from '../../../web/kit/language/use-words.ts'
import { useTerms } from '../../../web/kit/policy/use-terms.ts'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { FilterBar } from '../../../web/kit/table/filter-bar.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { PolicyFrame } from './policy-frame.tsx'

type Case = Answer<'policy.cases'>['rows'][number]

/** The examples every rule is held to, answered by the rules as they stand. */
export function CasesPage() {
  const { t, pick } = useWords()
  const [{ rule, group }, change] = useSearchTexts()
  const cases = useAnswer('policy.cases', { rule, group })
  const rules = useAnswer('policy.rules', {})
  const terms = useTerms()
  const groups = rules.data?.groups ?? []
  const ruleOptions = new Map(groups.flatMap((each) => each.rules.map(({ id, label }) => [id, pick(label)])))
  return (
    <PolicyFrame tab="cases">
      <p className="quiet policy-note">{t('policy.cases.lead')}</p>
      <Panel>
        <FilterBar
          filters={[
            {
              key: 'rule',
              label: 'policy.rule',
              kind: 'choice',
              options: [...ruleOptions].map(([value, label]) => ({ value, label })),
            },
            {
              key: 'group',
              label: 'policy.group',
              kind: 'choice',
              options: groups.map(({ id, label }) => ({ value: id, label: pick(label) })),
            },
          ]}
          texts={{ ...(rule && { rule }), ...(group && { group }) }}
          onChange={change}
        />
        <Answered answer={cases}>
          {({ rows, failed }) => (
            <Answered answer={terms}>
              {(words) => (
                <>
                  <p className={failed > 0 ? 'case-differs' : 'quiet'} role="status">
                    {failed > 0
                      ? t('policy.cases.failed', { count: failed, of: rows.length })
                      : t('policy.cases.all-right', { count: rows.length })}
                  </p>
                  <CaseTable rows={rows} terms={words} groups={groups} />
                </>
              )}
            </Answered>
          )}
        </Answered>
      </Panel>
    </PolicyFrame>
  )
}

function CaseTable(props: { rows: Case[]; terms: Terms; groups: Answer<'policy.rules'>['groups'] }) {
  const speech = useWords()
  const { t, pick } = speech
  const { rows, terms, groups } = props
  const asked = (tried: Case) => {
    const found = tried.rule
      ? terms.rules.find(({ id }) => id === tried.rule)
      : groups.find(({ id }) => id === tried.group)
    return found ? pick(found.label) : (tried.rule ?? tried.group)
  }
  return (
    <RowTable
      rows={rows}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          key: 'title',
          title: 'policy.case',
          render: ({ title }) => <span className="clause-line">{pick(title)}</span>,
        },
        { key: 'rule', title: 'policy.case.asks', wide: true, render: (tried) => asked(tried) },
        {
          key: 'facts',
          title: 'policy.case.facts',
          wide: true,
          render: (tried) => <CaseFacts tried={tried} terms={terms} />,
        },
        {
          key: 'expect',
          title: 'policy.case.expected',
          wide: true,
          render: ({ expect }) => <AnswerMark answer={expect} />,
        },
        {
          key: 'answer',
          title: 'policy.case.answer',
          wide: true,
          render: ({ answer, asExpected }) => (
            <>
              {answer ? <AnswerMark answer={answer} /> : <Blank />}{' '}
              {!asExpected && <span className="case-differs">{t('policy.case.differs')}</span>}
            </>
          ),
        },
      ]}
    />
  )
}

function CaseFacts({ tried, terms }: { tried: Case; terms: Terms }) {
  const speech = useWords()
  if (tried.facts.length === 0) return <span className="quiet">{speech.t('policy.case.no-facts')}</span>
  return (
    <ul className={tried.facts.length > 6 ? 'case-facts case-facts-many' : 'case-facts'}>
      {tried.facts.map(({ fact, value }) => (
        <li key={fact}>
          {factLabel(speech, terms, fact)}
          {speech.t('kit.colon')}
          <b>{saidValue(speech, terms, fact, value)}</b>
        </li>
      ))}
    </ul>
  )
}

/** Cases say `unknown` and `conflicting` in place of a value. */
function saidValue(
  speech: Speech,
  terms: Terms,
  fact: string,
  value: Case['facts'][number]['value'],
): string {
  if (value === 'unknown') return speech.t('kit.fact.unrecorded')
  if (value === 'conflicting') return speech.t('kit.fact.conflicting')
  return valueText(speech, terms, fact, value)
}
