import type { MeasuredWorks } from '../../../kernel/pack/pack.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { totalM2 } from '../rules/parts-entered.ts'
import './works.css'

interface Props {
  works: MeasuredWorks
  parts: readonly { part: string; areaM2: number; acceptedM2: number | null }[]
  materials: readonly { name: string; maker: string; batch: string }[]
}

/** A home's measured parts with what of each is accepted, and the materials by batch. */
export function Parts({ works, parts, materials }: Props) {
  const { t, pick } = useWords()
  const labelOf = (part: string) => {
    const known = works.parts.find(({ id }) => id === part)
    return known ? pick(known.label) : part
  }
  return (
    <>
      <ul className="machines">
        {parts.map(({ part, areaM2, acceptedM2 }) => (
          <li key={part}>
            <span>{labelOf(part)}</span>
            <span className="figure">{t('works.parts.area', { area: areaM2 })}</span>
            <span className={acceptedM2 === null ? 'quiet' : 'machine-accepted'}>
              <span aria-hidden="true">{acceptedM2 === null ? '○' : '✓'}</span>{' '}
              {acceptedM2 === null
                ? t('works.parts.not-accepted')
                : t('works.parts.accepted', { area: acceptedM2 })}
            </span>
          </li>
        ))}
        <li>
          <span>{t('works.parts.total')}</span>
          <span className="figure">{t('works.parts.area', { area: totalM2(parts) })}</span>
        </li>
      </ul>
      {materials.length > 0 && (
        <>
          <h3>{t('works.materials')}</h3>
          <ul className="machines">
            {materials.map(({ name, maker, batch }, at) => (
              <li key={`${at} ${batch}`}>
                <span>{name}</span>
                <span>{maker}</span>
                <span className="figure">
                  {t('works.material.batch')} {batch}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
