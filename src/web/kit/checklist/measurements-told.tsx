import type { Beyond, Measurement } from '../../../kernel/pack/measurements.ts'
import type { Checklist } from '../../../kernel/pack/schema.ts'
import { evidenceAddress } from '../api/evidence.ts'
import { useWords } from '../language/use-words.ts'
import './checklist.css'

interface Props {
  list: Checklist
  measured: readonly Measurement[]
  beyond: readonly Beyond[]
}

/** What a run measured, what is out of bounds marked, with its photographs; folded until somebody wants it. */
export function MeasurementsTold({ list, measured, beyond }: Props) {
  const { t, pick, find } = useWords()
  const photos = [...new Set(measured.flatMap((each) => each.photos ?? []))]
  return (
    <details>
      <summary>
        {pick(list.label)} · {t('checklist.photos', { count: photos.length })}
      </summary>
      <ul className="checklist-told">
        {measured.map(({ item, values }) => {
          const of = list.items.find(({ id }) => id === item)
          const out = beyond.filter((each) => each.item === item)
          const unit = of?.reading && (find(`kit.unit.${of.reading.unit}`) ?? of.reading.unit)
          return (
            <li key={item}>
              <span aria-hidden="true" className={out.length === 0 ? 'checklist-passed' : 'checklist-failed'}>
                {out.length === 0 ? '✓' : '!'}
              </span>{' '}
              {of ? pick(of.label) : item}{' '}
              <span className="figure">
                {values.join(' / ')} {unit}
              </span>
              {out.map(({ value, bound, side }, i) => (
                <span key={i} className="checklist-failed">
                  {' '}
                  {t(`measurement.${side}`, { value, bound })}
                </span>
              ))}
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
