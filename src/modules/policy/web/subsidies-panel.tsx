import type { Answer } from '../../../web/kit/api/names.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { ParameterValue } from './parameter-value.tsx'

type Subsidies = Answer<'policy.parameters'>['subsidies']

/** How the pack reckons its subsidies, term by term, with today's figures. */
export function SubsidiesPanel({ subsidies }: { subsidies: Subsidies }) {
  const { t, pick } = useWords()
  return (
    <Panel title={t('policy.subsidies')}>
      {subsidies.map(({ id, label, clauses, from, until, terms }) => (
        <section key={id} className="subsidy">
          <h3>
            {pick(label)} <Clauses ids={clauses} />
          </h3>
          {(from || until) && (
            <p className="quiet">
              {from && (
                <>
                  {t('policy.subsidy.from')} <DayText day={from} />
                </>
              )}{' '}
              {until && (
                <>
                  {t('policy.subsidy.until')} <DayText day={until} />
                </>
              )}
            </p>
          )}
          <ul className="subsidy-terms">
            {terms.map(({ said, figure }) => (
              <li key={`${said.en} ${figure?.name ?? ''}`}>
                {pick(said)}
                {figure && (
                  <span title={pick(figure.label)}>
                    {' '}
                    <ParameterValue value={figure.value} unit={figure.unit} />{' '}
                    {figure.isAssumed && <Assumed />}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  )
}
