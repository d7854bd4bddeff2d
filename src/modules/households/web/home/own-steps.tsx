import { useWords } from '../../../../web/kit/language/use-words.ts'
import type { OwnQuestion, PlaceToGo } from '../../rules/own-question.ts'
import { type OwnStep, splitWays, stepsByPlace } from '../../rules/own-steps.ts'
import { OwnFacts } from './own-facts.tsx'

interface StepsProps {
  steps: readonly OwnStep[]
  withPapers?: boolean
  /** Facts that stand above as they are recorded. */
  told?: readonly string[]
}

/** What to do, by where to go: each place, each thing to do and each condition once. */
export function Steps({ steps, withPapers = false, told = [] }: StepsProps) {
  const { t, pick } = useWords()
  return (
    <ul className="own-steps">
      {stepsByPlace(steps).map(({ place, toDo }) => (
        <li key={place?.id ?? ''}>
          {place && (
            <p className="own-place">
              {t('own.where')}
              <Place place={place} />
            </p>
          )}
          {toDo.map(({ does, papers, steps: together }) => (
            <div key={together[0]?.fact} className="own-to-do">
              {together.map((step) => (
                <div key={step.fact}>
                  <b>{pick(step.says)}</b>
                  {!told.includes(step.fact) && <OwnFacts facts={[recorded(step)]} wanted={step.says} />}
                  {step.changeable === false && <p className="quiet">{t('own.ways.not-yours')}</p>}
                </div>
              ))}
              {does.zh && <p>{pick(does)}</p>}
              {withPapers && papers.length > 0 && (
                <p className="quiet">
                  {t('own.papers')}
                  {papers.map(pick).join(t('own.or'))}
                </p>
              )}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** What nobody recorded and the rules presume tells a family nothing. */
const recorded = (step: OwnStep): OwnStep => ({
  ...step,
  said: step.said.filter(({ origin }) => origin.from !== 'nobody'),
})

interface WaysProps {
  answer: OwnQuestion['answer']
  ways: OwnQuestion['ways']
  /** Facts that are asked for above. */
  asked: readonly string[]
  /** Facts that stand above as the reason. */
  failing: readonly string[]
}

/** What else would bring a yes, or what would lose it. */
export function Ways({ answer, ways, asked, failing }: WaysProps) {
  const { t, pick } = useWords()
  if (answer === 'yes') {
    if (ways.length === 0) return null
    return (
      <details>
        <summary>{t('own.ways.lose')}</summary>
        <ul className="own-ways">
          {ways.map((way) => (
            <li key={way.map(({ fact }) => fact).join()}>
              {way.map(({ says }) => pick(says)).join(t('own.ways.and'))}
            </li>
          ))}
        </ul>
      </details>
    )
  }
  // What is asked for above is no other way.
  const others = ways
    .filter((way) => !way.every(({ fact }) => asked.includes(fact)))
    .map((way) => way.filter(({ fact }) => !asked.includes(fact)))
  const { always, either } = splitWays(others)
  return (
    <>
      {always.length > 0 && (
        <>
          <h3>{t(titleOfAlways(always.length, either.length > 0, asked.length > 0))}</h3>
          <Steps steps={always} told={failing} />
        </>
      )}
      {either.length > 0 && (
        <>
          <h3>
            {t(always.length > 0 ? 'own.ways.either' : asked.length > 0 ? 'own.ways.else' : 'own.ways')}
          </h3>
          <ul className="own-ways">
            {either.map((way) => (
              <li key={way.map(({ fact }) => fact).join()}>
                <Steps steps={way} told={failing} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function titleOfAlways(count: number, hasChoice: boolean, besides: boolean): string {
  if (hasChoice) return 'own.ways.always'
  if (besides) return 'own.ways.else'
  return count > 1 ? 'own.ways.all' : 'own.ways.one'
}

function Place({ place: { label, name, telephone } }: { place: PlaceToGo }) {
  const { t, pick } = useWords()
  return (
    <>
      {pick(label)}
      {name && t('own.place.name', { name })}
      {telephone && (
        <>
          {' '}
          <a href={`tel:${telephone}`}>{telephone}</a>
        </>
      )}
    </>
  )
}
