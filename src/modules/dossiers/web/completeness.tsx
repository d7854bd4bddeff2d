import { useWords } from '../../../web/kit/language/use-words.ts'
import './dossiers.css'

interface Props {
  present: number
  due: number
}

/** How many of the papers due now are there. */
export function Completeness({ present, due }: Props) {
  const { t } = useWords()
  const whole = present === due
  return (
    <p className={whole ? 'dossier-whole' : 'dossier-lacking'} role="status">
      <span aria-hidden="true">{whole ? '✓' : '○'}</span> {t('dossier.there', { present, due })}
    </p>
  )
}
