import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'

/** The list of an earlier year a line stands in, opened at that line. */
export function ListLink({
  list,
  row,
}: {
  list: { source: string; asOf: string; year: number | null }
  row: string
}) {
  const { t } = useWords()
  return (
    <AddressLink to={`/sources/${list.source}?row=${row}`}>
      {list.year === null ? t('pairs.earlier') : t('pairs.earlier-year', { year: list.year })} ·{' '}
      <DayText day={list.asOf} />
    </AddressLink>
  )
}
