import type { Facts } from '../../../kernel/pack/condition.ts'
import type { MissingFact } from '../../../kernel/pack/decide.ts'
import { useWords } from '../language/use-words.ts'
import { FactSources } from './fact-sources.tsx'
import { factLabel, type Terms } from './terms.ts'

/** The shortest list of facts that could settle an open answer, each with its next step and best evidence. */
export function MissingFacts({
  missing,
  facts,
  terms,
}: {
  missing: readonly MissingFact[]
  facts: Facts
  terms: Terms
}) {
  const speech = useWords()
  const { t, pick } = speech
  if (missing.length === 0) return null
  return (
    <div className="decision-missing">
      <h4>{t('kit.decision.missing')}</h4>
      <ul>
        {missing.map(({ fact, why, evidence, remedy }) => {
          const best = evidence.map((id) => terms.evidence[id]).filter((said) => said !== undefined)
          return (
            <li key={fact}>
              <b>{factLabel(speech, terms, fact)}</b> <span className="quiet">{t(`kit.fact.${why}`)}</span>
              <FactSources fact={facts[fact]} name={fact} terms={terms} />
              <p>{pick(remedy)}</p>
              {best.length > 0 && (
                <p className="quiet">
                  {t('kit.decision.evidence')}
                  {best.map(pick).join(t('kit.list-comma'))}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
