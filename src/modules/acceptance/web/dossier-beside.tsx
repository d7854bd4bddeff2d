import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

/** Beside the item about the dossier: how complete it is by what is on record (§3.3.3). */
export function DossierBeside({ home }: { home: string }) {
  const { t, pick } = useWords()
  const standing = useAnswer('dossier.standing', { home }).data
  if (!standing) return null
  const { present, due, missing } = standing
  return (
    <p className="quiet">
      {t('dossier.there', { present, due })}
      {missing.length > 0 &&
        ` · ${t('dossier.lacking', { papers: missing.map(({ label }) => pick(label)).join(t('dossier.and')) })}`}
    </p>
  )
}
