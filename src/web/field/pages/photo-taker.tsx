import { useEffect, useId, useState } from 'react'
import { CameraView } from '../camera/camera-view.tsx'
import { type Photograph, pick } from '../camera/photograph.ts'
import { WhereNow } from '../camera/where-now.tsx'
import { useWords } from '../../kit/language/use-words.ts'

interface Props {
  photos: readonly Photograph[]
  onChange: (change: (before: readonly Photograph[]) => readonly Photograph[]) => void
  hint?: string | undefined
  /** No more than these. */
  most?: number
}

/** Photographs taken here and now, or picked from the gallery; shown small, kept with the act. */
export function PhotoTaker({ photos, onChange, hint, most = Infinity }: Props) {
  const { t } = useWords()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const add = (added: readonly Photograph[]) => onChange((before) => [...before, ...added].slice(0, most))
  return (
    <div className="photos">
      <div className="photo-row">
        {photos.map((photo, i) => (
          <Shown
            key={i}
            photo={photo}
            number={i + 1}
            onRemove={() => onChange((before) => before.filter((each) => each !== photo))}
          />
        ))}
        {photos.length < most && (
          <>
            <button type="button" className="out-shoot" onClick={() => setOpen(true)}>
              <span aria-hidden="true">◉</span>
              {t('out.photo.take')}
            </button>
            <div className="photo-add">
              <input
                id={id}
                type="file"
                accept="image/*"
                multiple={most > 1}
                onChange={(event) => {
                  const chosen = [...(event.target.files ?? [])]
                  event.target.value = ''
                  void Promise.all(chosen.map(pick)).then(add)
                }}
              />
              <label htmlFor={id}>
                <span aria-hidden="true">▤</span>
                {t('out.photo.pick')}
              </label>
            </div>
          </>
        )}
      </div>
      {hint && <p className="quiet">{hint}</p>}
      <WhereNow />
      {isOpen && photos.length < most && (
        <CameraView onTaken={(photo) => add([photo])} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}

function Shown({ photo, number, onRemove }: { photo: Photograph; number: number; onRemove: () => void }) {
  const { t } = useWords()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(photo.content)
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
