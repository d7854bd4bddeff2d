import type { SearchTexts } from '../address/search-text.ts'
import { useWords } from '../language/use-words.ts'
import { type Filter, strangeTexts } from './filters.ts'

interface Props {
  filters: readonly Filter[]
  texts: SearchTexts
  onAll: (change: Record<string, undefined>) => void
}

/** An address nobody can answer is not asked again: what is wrong with it, and the way to the whole list. */
export function StrangeAddress({ filters, texts, onAll }: Props) {
  const { t } = useWords()
  const what = strangeTexts(filters, texts)
    .map(({ filter, text }) => `${t(filter.label ?? `field.${filter.key}`)} “${text}”`)
    .join(t('kit.list-comma'))
  return (
    <div className="note note-trouble" role="alert">
      <span className="note-sign" aria-hidden="true">
        !
      </span>
      <div>
        <p>{what ? t('kit.table.strange', { what }) : t('kit.table.strange-address')}</p>
        <button
          type="button"
          className="plain-button"
          onClick={() =>
            onAll(
              Object.fromEntries(
                [...filters.map(({ key }) => key), 'page', 'after', 'sort'].map((key) => [key, undefined]),
              ),
            )
          }
        >
          {t('kit.table.show-all')}
        </button>
      </div>
    </div>
  )
}
