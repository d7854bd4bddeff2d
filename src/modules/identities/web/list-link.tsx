import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'

interface List {
  source: string
  asOf: string
  year: number | null
}

/** The list of an earlier year a line stands in, opened at that line. */
export function ListLink({ list, row }: { list: List; row: string }) {
  return (
    <AddressLink to={`/sources/${list.source}?row=${row}`}>
      <ListName list={list} />
    </AddressLink>
  )
}

export function ListName({ list }: { list: List }) {
  const { t } = useWords()
  return (
    <>
      {list.year === null ? t('pairs.earlier') : t('pairs.earlier-year', { year: list.year })} ·{' '}
      <DayText day={list.asOf} />
    </>
  )
}
