import { AddressLink } from '../address/address-link.tsx'
import { useWords } from '../language/use-words.ts'
import { useWalk } from './use-walk.ts'

/** From the page of one row to the next of its list, and back to the list as it was filtered. */
export function WalkOn() {
  const { t } = useWords()
  const place = useWalk()
  if (!place) return null
  return (
    <nav className="walk-on" aria-label={t('kit.walk')}>
      <span className="quiet">{t('kit.walk.at', { at: place.at, count: place.of })}</span>
      {place.previous && <AddressLink to={place.previous}>‹ {t('kit.walk.previous')}</AddressLink>}
      {place.next && <AddressLink to={place.next}>{t('kit.walk.next')} ›</AddressLink>}
      <AddressLink to={place.list}>{t('kit.walk.list')}</AddressLink>
    </nav>
  )
}
