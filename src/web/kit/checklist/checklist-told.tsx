import type { ChecklistAnswer } from '../../../kernel/pack/checklist.ts'
import type { Checklist } from '../../../kernel/pack/schema.ts'
import { evidenceAddress } from '../api/evidence.ts'
import { useWords } from '../language/use-words.ts'
import './checklist.css'

/** A checklist as it was filled in, with its photographs; folded until somebody wants it. */
export function ChecklistTold({
  checklist,
  answers,
}: {
  checklist: Checklist
  answers: readonly ChecklistAnswer[]
}) {
  const { t, pick, find } = useWords()
  const photos = [...new Set(answers.flatMap((answer) => answer.photos ?? []))]
  return (
    <details>
      <summary>
        {pick(checklist.label)} · {t('checklist.photos', { count: photos.length })}
      </summary>
      <ul className="checklist-told">
        {answers.map(({ item, passed, reading }) => {
          const of = checklist.items.find(({ id }) => id === item)
          return (
            <li key={item}>
              <span aria-hidden="true" className={passed ? 'checklist-passed' : 'checklist-failed'}>
                {passed ? '✓' : '✕'}
              </span>{' '}
              <span className="sr-only">{t(passed ? 'checklist.pass' : 'checklist.fail')}</span>
              {of ? pick(of.label) : item}
              {reading !== undefined && (
                <span className="figure">
                  {' '}
                  {reading} {of?.reading && (find(`kit.unit.${of.reading.unit}`) ?? of.reading.unit)}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <div className="photo-row">
        {photos.map((digest) => (
          <a key={digest} href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
            <img className="photo" loading="lazy" src={evidenceAddress(digest)} alt={t('evidence.photo')} />
          </a>
        ))}
      </div>
    </details>
  )
}
