import { useId } from 'react'
import { useWords } from '../../kit/language/use-words.ts'
import type { Photograph } from '../camera/photograph.ts'
import { PhotoTaker } from './photo-taker.tsx'

export interface Material {
  name: string
  maker: string
  batch: string
  /** The photographed sheet; one at most. */
  certificate: readonly Photograph[]
}

export const noMaterial: Material = { name: '', maker: '', batch: '', certificate: [] }

export const isWhole = ({ name, maker, batch, certificate }: Material): boolean =>
  [name, maker, batch].every((each) => each.trim() !== '') && certificate.length > 0

const fields = ['name', 'maker', 'batch'] as const

interface Props {
  materials: readonly Material[]
  onChange: (change: (before: readonly Material[]) => readonly Material[]) => void
  /** Of the home this telephone did last: most often a crew goes on with the same. The certificate is photographed anew. */
  earlier: readonly Omit<Material, 'certificate'>[]
  /** The form was handed in: what is not whole says so. */
  asked: boolean
}

/** Each material with its maker, its batch and the certificate of that batch, photographed (§1.2). */
export function MaterialsEntry({ materials, onChange, earlier, asked }: Props) {
  const { t } = useWords()
  const id = useId()
  const put = (at: number, change: (before: Material) => Partial<Material>) =>
    onChange((before) => before.map((each, i) => (i === at ? { ...each, ...change(each) } : each)))
  const isUntouched = materials.every(
    ({ name, maker, batch, certificate }) => !name && !maker && !batch && certificate.length === 0,
  )
  return (
    <>
      {isUntouched && earlier.length > 0 && (
        <button
          type="button"
          className="out-second"
          onClick={() =>
            onChange(() => earlier.map(({ name, maker, batch }) => ({ ...noMaterial, name, maker, batch })))
          }
        >
          {t('out.material.as-before')}
        </button>
      )}
      {materials.map((material, at) => (
        <fieldset key={at} className="out-machine">
          <legend>{t('works.material', { number: at + 1 })}</legend>
          {fields.map((field) => (
            <div key={field}>
              <label htmlFor={`${id}-${at}-${field}`}>{t(`works.material.${field}`)}</label>
              <input
                id={`${id}-${at}-${field}`}
                maxLength={60}
                autoComplete="off"
                value={material[field]}
                onChange={(event) => put(at, () => ({ [field]: event.target.value }))}
              />
            </div>
          ))}
          <p className="out-label">{t('works.material.certificate')}</p>
          <PhotoTaker
            most={1}
            photos={material.certificate}
            onChange={(change) => put(at, ({ certificate }) => ({ certificate: change(certificate) }))}
          />
          {asked && !isWhole(material) && <p role="alert">{t('works.material.missing')}</p>}
          {materials.length > 1 && (
            <button
              type="button"
              className="out-second"
              onClick={() => onChange((before) => before.filter((_, i) => i !== at))}
            >
              {t('works.material.remove')}
            </button>
          )}
        </fieldset>
      ))}
      <button
        type="button"
        className="out-second"
        onClick={() => onChange((before) => [...before, noMaterial])}
      >
        {t('works.material.add')}
      </button>
    </>
  )
}
