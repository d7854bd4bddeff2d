import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import { actTitle } from '../../../web/kit/acts/act-words.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import './photographs.css'

type Told = Answer<'home.photographs'>['acts'][number]
type Photo = Told['photos'][number]
/** Held acts bring signatures too, drawn on the screen. */
type ActTold = Omit<Told, 'photos'> & { photos: (Omit<Photo, 'by'> & { by: Photo['by'] | 'drawn' })[] }

/** One act's photographs, each with when, where and how it was taken; the doubted ones stand out. */
export function PhotoList({ told, doubted = [] }: { told: ActTold; doubted?: readonly string[] }) {
  const speech = useWords()
  const { t } = speech
  return (
    <>
      <p className="photo-act">
        <b>{actTitle(speech, told.kind)}</b>{' '}
        <span className="quiet">
          {[told.makerName, told.organisationName].filter(Boolean).join(' · ')} ·{' '}
          <InstantText at={told.happenedAt} />
        </span>
      </p>
      <ul className="photo-list">
        {told.photos.map((photo) => (
          <li key={photo.digest} className={doubted.includes(photo.digest) ? 'photo-doubted' : undefined}>
            <a href={evidenceAddress(photo.digest)} target="_blank" rel="noreferrer">
              <img loading="lazy" src={evidenceAddress(photo.digest)} alt={t('photographs.one')} />
            </a>
            <span>
              {photo.by === 'camera' ? '◉' : '▤'} {t(`photographs.by.${photo.by ?? 'desk'}`)}
            </span>
            {photo.takenAt && <InstantText at={photo.takenAt} />}
            {photo.by && photo.by !== 'drawn' && <Place {...photo} />}
            {photo.fileAt && (
              <span className="quiet">
                {t('photographs.file-at')} <InstantText at={photo.fileAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Place({ latitude, longitude, accuracyM }: Pick<Photo, 'latitude' | 'longitude' | 'accuracyM'>) {
  const { t } = useWords()
  if (latitude === null || longitude === null || accuracyM === null)
    return <span className="quiet">{t('photographs.no-place')}</span>
  return (
    <span className="quiet figure">
      {t('photographs.place', {
        latitude: latitude.toFixed(5),
        longitude: longitude.toFixed(5),
        accuracy: Math.round(accuracyM),
      })}
    </span>
  )
}
