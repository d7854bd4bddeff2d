import type { Trouble } from '../api/trouble.ts'
import { useWords } from '../language/use-words.ts'
import { troubleText } from '../states/trouble-note.tsx'
import type { Upload, Uploads } from './use-uploads.ts'

/** Sent again, a file that was refused for what it is would be refused again; one that changed on its way may pass. */
const mayHelp = ({ kind, code }: Trouble): boolean => kind !== 'invalid' || code === 'evidence.changed'

/** One file on its way: its name, how far it is, what went wrong and how to try again. */
export function UploadLine({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const speech = useWords()
  const { t } = speech
  const { key, name, share, stored, trouble } = upload
  return (
    <li className="upload">
      <span className="upload-name">{name || t('kit.file.unnamed')}</span>
      {stored && <span className="upload-done">✓ {t('kit.file.stored')}</span>}
      {!stored && !trouble && (
        <progress value={share} max={1} aria-label={t('kit.file.sending')}>
          {Math.round(share * 100)}%
        </progress>
      )}
      {trouble && (
        <span className="upload-trouble" role="alert">
          {troubleText(speech, trouble)}{' '}
          {mayHelp(trouble) && (
            <button type="button" className="plain-button" onClick={() => uploads.again(key)}>
              {t('kit.retry')}
            </button>
          )}
        </span>
      )}
      <button type="button" className="plain-button" onClick={() => uploads.remove(key)}>
        {t('kit.file.remove')}
      </button>
    </li>
  )
}
