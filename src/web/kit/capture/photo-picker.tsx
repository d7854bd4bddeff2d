import { useEffect, useId, useState } from 'react'
import { useWords } from '../language/use-words.ts'
import { UploadLine } from './upload-line.tsx'
import { type StoredFile, type Upload, useUploads } from './use-uploads.ts'

interface Props {
  onChange: (stored: StoredFile[], busy: boolean) => void
  /** What should be on the photograph. */
  hint?: string
}

/** Photographs, taken now or picked; each is shown small and goes up at once, unshrunk: it is evidence. */
export function PhotoPicker({ onChange, hint }: Props) {
  const { t } = useWords()
  const id = useId()
  const uploads = useUploads(onChange, 'photo')
  return (
    <div className="photos">
      <div className="photo-row">
        {uploads.list.map((upload) => (
          <Thumb key={upload.key} upload={upload} />
        ))}
        <div className="photo-add">
          <input
            id={id}
            type="file"
            accept="image/*"
            multiple
            onChange={(event) => {
              uploads.add([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <label htmlFor={id}>
            <span aria-hidden="true">＋</span>
            {t('kit.photo.add')}
          </label>
        </div>
      </div>
      {hint && <p className="quiet">{hint}</p>}
      <ul className="uploads">
        {uploads.list.map((upload) => (
          <UploadLine key={upload.key} upload={upload} uploads={uploads} />
        ))}
      </ul>
    </div>
  )
}

function Thumb({ upload }: { upload: Upload }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(upload.file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [upload.file])
  return address ? <img className="photo" src={address} alt={upload.name} /> : null
}
