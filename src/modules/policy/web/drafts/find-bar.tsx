import { Checkbox, Input } from 'antd'
import { useSearchTexts } from '../../../../web/kit/address/use-search-texts.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'

/** What is looked for among parameters, rules or cases; kept in the address. */
export function useFinding(): { fits: (...texts: string[]) => boolean; only: boolean } {
  const [{ find = '', only }] = useSearchTexts()
  const wanted = find.trim().toLowerCase()
  return {
    fits: (...texts) => wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted)),
    only: only === 'yes',
  }
}

export function FindBar({ onlyLabel }: { onlyLabel: string }) {
  const { t } = useWords()
  const [{ find, only }, change] = useSearchTexts()
  return (
    <div className="draft-find">
      <Input.Search
        className="filter-search"
        aria-label={t('draft.find')}
        placeholder={t('draft.find')}
        allowClear
        value={find ?? ''}
        onChange={({ target }) => change({ find: target.value || undefined })}
      />
      <Checkbox
        checked={only === 'yes'}
        onChange={({ target }) => change({ only: target.checked ? 'yes' : undefined })}
      >
        {t(onlyLabel)}
      </Checkbox>
    </div>
  )
}
