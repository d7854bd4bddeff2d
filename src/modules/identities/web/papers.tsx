import type { Answer } from '../../../web/kit/api/names.ts'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

type Paper = Answer<'pair.get'>['records'][number]['papers'][number]

/** The documents and photographs a home rests on, pictures small; each opens by itself. */
export function Papers({ papers }: { papers: readonly Paper[] }) {
  const { t, find } = useWords()
  if (papers.length === 0) return <span className="quiet">{t('pair.no-papers')}</span>
  return (
    <ul className="plain-list pair-papers">
      {papers.map(({ kind, digest, mediaType }) => {
        const name = find(`evidence.${kind}`) ?? kind
        return (
          <li key={`${kind} ${digest}`}>
            <a href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
              {mediaType.startsWith('image/') ? (
                <img className="photo" loading="lazy" src={evidenceAddress(digest)} alt={name} />
              ) : (
                name
              )}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
