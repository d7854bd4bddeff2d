import { Button } from 'antd'
import { useSearchTexts } from '../../../../web/kit/address/use-search-texts.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import type { Editing, Problem } from './use-draft.ts'

/** The problems of one place and of what lies in it. */
export const problemsAt = (
  problems: readonly Problem[],
  file: string,
  at: readonly (string | number)[],
): Problem[] =>
  problems.filter((problem) => problem.file === file && at.every((step, i) => problem.at[i] === step))

/** Said at the place itself. */
export function ProblemNotes({ problems }: { problems: readonly Problem[] }) {
  const { pick } = useWords()
  if (problems.length === 0) return null
  return (
    <ul className="draft-problems" role="alert">
      {[...new Set(problems.map(pick))].map((said) => (
        <li key={said}>{said}</li>
      ))}
    </ul>
  )
}

/** Where a problem is mended: the part of the page and the card in it. */
function placeOf({ page, rules, cases }: Editing, { file, at }: Problem) {
  const [first, second] = at
  if (file === 'parameters.yaml') return { part: 'parameters', card: String(first) }
  if (file === 'rules.yaml' && first === 'rules' && typeof second === 'number')
    return { part: 'rules', card: rules[second]?.id ?? page.rules[second]?.id ?? '' }
  if (file === 'cases.yaml' && typeof first === 'number' && cases[first])
    return { part: 'cases', card: String(first) }
  return undefined
}

/** Everything that is wrong, each with the way to it. */
export function ProblemList({ editing }: { editing: Editing }) {
  const { t, pick } = useWords()
  const [, change] = useSearchTexts()
  const { problems, stage } = editing.check
  if (problems.length === 0) return null
  return (
    <section className="draft-problem-list" aria-label={t('draft.problems.title')}>
      <h2>{t('draft.problems.title')}</h2>
      <ol>
        {problems.map((problem) => {
          const place = placeOf(editing, problem)
          return (
            <li key={`${problem.file} ${problem.path} ${problem.en}`}>
              <b>{nameOf(problem)}</b> {pick(problem)}{' '}
              {place ? (
                <Button
                  type="link"
                  size="small"
                  onClick={() =>
                    change({ part: place.part, open: place.card, find: undefined, only: undefined })
                  }
                >
                  {t('draft.go')}
                </Button>
              ) : (
                <span className="quiet">{t('draft.problems.elsewhere')}</span>
              )}
            </li>
          )
        })}
      </ol>
      {stage !== 'cases' && <p className="quiet">{t('draft.problems.more')}</p>}
    </section>
  )

  function nameOf(problem: Problem): string {
    const place = placeOf(editing, problem)
    if (place?.part === 'parameters') {
      const found = editing.parameters[place.card]
      return found ? pick(found.label) : place.card
    }
    if (place?.part === 'rules') {
      const found = editing.rules.find(({ id }) => id === place.card)
      return found ? pick(found.label) : place.card
    }
    const tried = place ? editing.cases[Number(place.card)] : undefined
    return tried ? pick(tried.title) : `${problem.file} ${problem.path}`
  }
}
