import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'

/** Files of one kind, each opening in a window of its own. */
export function Files({ digests, kind }: { digests: readonly string[]; kind: 'photo' | 'minutes' }) {
  const { t } = useWords()
  if (digests.length === 0) return <Blank />
  return (
    <span>
      {digests.map((digest, i) => (
        <span key={digest}>
          <a href={evidenceAddress(digest)} target="_blank" rel="noreferrer">
            {t(`outreach.evidence.${kind}`, { number: i + 1 })}
          </a>{' '}
        </span>
      ))}
    </span>
  )
}
