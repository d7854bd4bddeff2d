import { useWords } from '../../../web/kit/language/use-words.ts'
import './suppliers.css'

interface Props {
  standing: 'admitted' | 'run-out' | 'ahead' | 'not-admitted'
  barred: boolean
}

/** Admitted or not, and the mark of the negative list, which outweighs it. */
export function FirmStanding({ standing, barred }: Props) {
  const { t } = useWords()
  return (
    <>
      <span className={standing === 'admitted' ? 'supplier-yes' : 'supplier-open'}>
        {t(`firm-standing.${standing}`)}
      </span>
      {barred && ' '}
      {barred && <span className="supplier-no">{t('firms.barred')}</span>}
    </>
  )
}
