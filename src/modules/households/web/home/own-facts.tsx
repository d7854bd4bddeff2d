import type { Said } from '../../../../kernel/words/words.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import type { OwnFact } from '../../rules/own-question.ts'
import { OriginText } from './origin-text.tsx'

/** What an answer rests on: what is recorded, by whom, of which day; of what is open, why. */
export function OwnFacts({
  facts,
  named = false,
  wanted,
}: {
  facts: readonly OwnFact[]
  named?: boolean
  /** What stands above as the condition: who says just that need not say it again. */
  wanted?: Said
}) {
  const { t, pick } = useWords()
  return facts.map((each) => {
    const why = whyOf(each)
    return (
      <div key={each.fact} className="own-fact">
        {why && (
          <p className="quiet">
            {named && each.said.length === 0 && `${pick(each.label)}${t('kit.colon')}`}
            {t(why)}
          </p>
        )}
        {each.said.map(({ says, origin }, at) =>
          disagrees(each) ? (
            <p key={at}>
              <b>
                <OriginText origin={origin} as="source" />
              </b>
              {t('kit.colon')}
              {pick(says)}
            </p>
          ) : (
            <p key={at}>
              {says.zh === wanted?.zh ? t('own.fact.is-so') : pick(says)}{' '}
              <span className="quiet">
                <OriginText origin={origin} />
              </span>
            </p>
          ),
        )}
      </div>
    )
  })
}

/** Who says what has to be read whole: what stands above is what one of them says and another does not. */
const disagrees = ({ why, said }: Pick<OwnFact, 'why' | 'said'>): boolean =>
  why === 'conflicting' && said.length > 1

function whyOf({ fact, why, said }: OwnFact): string | null {
  if (why === null) return null
  if (disagrees({ why, said })) return 'own.fact.disagree'
  if (why === 'unrecorded' && fact.startsWith('duplicate.')) return 'own.fact.not-compared'
  return `own.fact.${why}`
}
