import { useEffect, useId, useState } from 'react'
import { useWords } from '../../kit/language/use-words.ts'
import { smaller } from './smaller.ts'

interface Props {
  photos: readonly Blob[]
  onChange: (photos: readonly Blob[]) => void
  hint?: string | undefined
}

/** Photographs taken here and now; shown small, kept with the act. */
export function PhotoTaker({ photos, onChange, hint }: Props) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="photos">
      <div className="photo-row">
        {photos.map((photo, i) => (
          <Shown
            key={i}
            photo={photo}
            number={i + 1}
            onRemove={() => onChange(photos.filter((each) => each !== photo))}
          />
        ))}
        <div className="photo-add">
          <input
            id={id}
            type="file"
            accept="image/*"
            capture="environment"
            multiple
            onChange={(event) => {
              const taken = [...(event.target.files ?? [])]
              event.target.value = ''
              void Promise.all(taken.map(smaller)).then((added) => onChange([...photos, ...added]))
            }}
          />
          <label htmlFor={id}>
            <span aria-hidden="true">＋</span>
            {t('out.photo.take')}
          </label>
        </div>
      </div>
      {hint && <p className="quiet">{hint}</p>}
    </div>
  )
}

function Shown({ photo, number, onRemove }: { photo: Blob; number: number; onRemove: () => void }) {
  const { t } = useWords()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(photo)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  return (
    <span className="out-photo">
      {address && <img className="photo" src={address} alt={t('out.photo.of', { number })} />}
      <button type="button" aria-label={t('out.photo.remove')} onClick={onRemove}>
        ✕
      </button>
    </span>
  )
}
