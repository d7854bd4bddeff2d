import { useWords } from '../../../web/kit/language/use-words.ts'
import './suppliers.css'

interface Props {
  bar: { inForce: boolean; ahead: boolean; liftedOn: string | null }
}

export function BarState({ bar: { inForce, ahead, liftedOn } }: Props) {
  const { t } = useWords()
  if (inForce) return <span className="supplier-no">{t('bars.in-force')}</span>
  if (liftedOn) return <span className="quiet">{t('bars.lifted', { day: liftedOn })}</span>
  return <span className="quiet">{t(ahead ? 'bars.ahead' : 'bars.over')}</span>
}
