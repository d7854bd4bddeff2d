import { createContext, use } from 'react'
import { AddressLink } from '../address/address-link.tsx'
import { useWords } from '../language/use-words.ts'
import { Empty } from './empty.tsx'

/** The list the page at hand is opened from, as the shell knows it; `label` is a word key. */
export const ListAbove = createContext<{ path: string; label: string } | undefined>(undefined)

/** Asked again, what is not there is not there either: the way back in place of another try. */
export function NotThere() {
  const { t } = useWords()
  const list = use(ListAbove)
  return (
    <div role="alert">
      <Empty
        action={
          list && <AddressLink to={list.path}>{t('kit.not-there.back', { list: t(list.label) })}</AddressLink>
        }
      >
        {t('kit.not-there')}
      </Empty>
    </div>
  )
}
