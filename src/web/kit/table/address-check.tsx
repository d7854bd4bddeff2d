import { useSearchTexts } from '../address/use-search-texts.ts'
import { type Filter, strangeTexts } from './filters.ts'
import { StrangeAddress } from './strange-address.tsx'

/** For a page whose choices stand outside a table: what the address chooses that is none is named, never passed over. */
export function AddressCheck({ filters }: { filters: readonly Filter[] }) {
  const [texts, change] = useSearchTexts()
  return strangeTexts(filters, texts).length === 0 ? null : (
    <StrangeAddress filters={filters} texts={texts} onAll={change} />
  )
}
