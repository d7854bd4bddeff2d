import { type DragEvent, useId, useState } from 'react'
import { useWords } from '../language/use-words.ts'
import { UploadLine } from './upload-line.tsx'
import { type StoredFile, useUploads } from './use-uploads.ts'

interface Props {
  onChange: (stored: StoredFile[], busy: boolean) => void
  /** The kind of evidence it will be: anything else is refused as it comes. */
  holds?: keyof typeof accepted
  multiple?: boolean
  /** What belongs here, in a sentence. */
  hint?: string
}

/** The names of files a picker offers; their content is what is looked at. */
const accepted = { workbook: '.xlsx,.xls,.et,.csv,.tsv,.txt', document: 'image/*,.pdf' }

/** A place to drop files or pick them; they go up at once, with progress. */
export function FileDrop({ onChange, holds = 'document', multiple = false, hint }: Props) {
  const { t } = useWords()
  const id = useId()
  const [over, setOver] = useState(false)
  const uploads = useUploads(onChange, holds, multiple ? undefined : 1)
  const take = (files: FileList | null) => {
    if (files && files.length > 0) uploads.add(multiple ? [...files] : [...files].slice(0, 1))
  }
  const dragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div className="file-drop-frame">
      <div
        className={over ? 'file-drop file-drop-over' : 'file-drop'}
        onDragOver={dragOver}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id={id}
          type="file"
          accept={accepted[holds]}
          multiple={multiple}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <label htmlFor={id}>
          <b>{t('kit.file.pick')}</b>
          <span className="file-drop-or">{t('kit.file.or-drop')}</span>
          {hint && <span className="quiet">{hint}</span>}
        </label>
      </div>
      {uploads.list.length > 0 && (
        <ul className="uploads">
          {uploads.list.map((upload) => (
            <UploadLine key={upload.key} upload={upload} uploads={uploads} />
          ))}
        </ul>
      )}
    </div>
  )
}
